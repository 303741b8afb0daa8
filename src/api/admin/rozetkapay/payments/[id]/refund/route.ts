import { answerStaffsMove } from "../answer-movement-by-staff"
import { refundByStaff } from "../movement-by-staff"

/**
 * Refunds a part of what was captured, or all of it, by Medusa's own workflow: `{ "amount": "10.00", "seen": {
 * "refunded": "0.00" }, "note"?, "items"? }`; `items` are the lines of the tax receipt. Two that have seen the
 * same refund once.
 *
 * 200 with the payment as it is now; 404 no payment of this plugin's; 400 with a code and a sentence when it
 * was not refunded; 409 `moved_meanwhile` when more was refunded than was seen, and nothing was sent.
 */
export const POST = answerStaffsMove(refundByStaff)
