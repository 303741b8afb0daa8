import { answerSellersMove } from "../answer-movement-of-sellers"
import { refundOfSellers } from "../movement-of-sellers"

/**
 * Returns the named parts of what was captured for the sellers:
 * `{ "sellers": { "<key>": "10.00" }, "note"?: "…" }`. Medusa's own
 * refund takes an amount only, and spreads it by rule.
 *
 * 200 with what each seller has then; 404 and 400 as for the sellers themselves; 400 with a sentence
 * when it was not returned.
 */
export const POST = answerSellersMove(refundOfSellers)
