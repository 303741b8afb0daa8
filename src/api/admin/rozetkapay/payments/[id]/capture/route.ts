import { answerStaffsMove } from "../answer-movement-by-staff"
import { captureByStaff } from "../movement-by-staff"

/**
 * Captures a part of a hold, or all of it, by Medusa's own workflow: `{ "amount": "10.00", "seen": { "captured":
 * "0.00" } }`. Two that have seen the same capture once.
 *
 * 200 with the payment as it is now; 404 no payment of this plugin's; 400 with a code and a sentence when it
 * was not captured; 409 `moved_meanwhile` when more was captured than was seen, and nothing was sent.
 */
export const POST = answerStaffsMove(captureByStaff)
