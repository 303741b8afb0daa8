import { answerSellersMove } from "../answer-movement-of-sellers"
import { captureOfSellers } from "../movement-of-sellers"

/**
 * Captures the named parts of the sellers' holds: `{ "sellers": { "<key>": "10.00" } }`. Medusa's own
 * capture takes an amount only, and spreads it by rule.
 *
 * 200 with what each seller has then; 404 and 400 as for the sellers themselves; 400 with a sentence
 * when it was not captured.
 */
export const POST = answerSellersMove(captureOfSellers)
