/** The languages that a shopper is spoken to in. */
type ShopperLanguage = "uk" | "en"

/** Why an amount can't be split over sellers, in a sentence for the merchant. Nothing has been sent. */
export class SplitError extends Error {
  /** @param toShopper the same where it is a shopper who meets it */
  constructor(
    sentence: string,
    readonly toShopper: Record<ShopperLanguage, string> | null = null,
  ) {
    super(sentence)
    this.name = "SplitError"
  }
}

/** A seller's key in a sentence: what a cart or a person wrote, cut and on one line. */
export const quoted = (seller: string): string =>
  JSON.stringify(seller.length > 60 ? `${seller.slice(0, 59)}…` : seller)
