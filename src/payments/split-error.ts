/** Why an amount can't be split over sellers, in a sentence for the merchant. Nothing has been sent. */
export class SplitError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = "SplitError"
  }
}

/** A seller's key in a sentence: what a cart or a person wrote, cut and on one line. */
export const quoted = (seller: string): string =>
  JSON.stringify(seller.length > 60 ? `${seller.slice(0, 59)}…` : seller)
