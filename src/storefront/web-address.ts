/** A browser is sent only to a web address: `javascript:` and the like would run in the shop's page. */
export const webAddress = (address: string | null | undefined): string | null =>
  address && /^https?:\/\//i.test(address) ? address : null
