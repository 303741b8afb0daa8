/**
 * Whether a provider's id is one of the plugin's: of cards, several sellers, old contracts, instalments or
 * alternative payments, in whatever number. Never compare with one exact id.
 */
export const isRozetkaPay = (providerId: string | null | undefined): boolean =>
  /^pp_rozetkapay[a-z-]*_/.test(providerId ?? "")
