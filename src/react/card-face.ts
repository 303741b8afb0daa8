import type { SavedCard } from "../storefront/shopper-answers"

type Face = Partial<Pick<SavedCard, "brand" | "mask" | "expiry">>

/** "VISA •••• 4242, 04/31"; the number does not break over two lines. */
export const cardFace = ({ brand, mask, expiry }: Face): string => {
  const number = [brand, mask && `••••\u00a0${mask.slice(-4)}`].filter(Boolean).join(" ")
  const [, year, month] = /^\d\d(\d\d)-(\d\d)/.exec(expiry ?? "") ?? []
  return [number || "•••• ••••", month && `${month}/${year}`].filter(Boolean).join(", ")
}
