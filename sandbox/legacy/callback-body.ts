import type { SignedBody } from "../callbacks"
import type { LegacyMerchantOption } from "../merchants"
import type { Operation, Payment } from "../payment"
import { signCallback } from "../signature"
import type { World } from "../world"
import { transactionOf } from "./transaction-answer"

/**
 * The webhook of an operation as it stands now. Its signature is that of the current API's callbacks,
 * always in the url-safe alphabet; it travels in a form.
 */
export function legacyBody(
  world: World,
  payment: Payment,
  operation: Operation,
  { apiSecret }: LegacyMerchantOption,
): SignedBody | null {
  const transaction = transactionOf(world, payment, operation, "webhook")
  if (transaction === null) return null
  const body = JSON.stringify(transaction)
  return { body, sent_as: "form", signature: signCallback(apiSecret, body) }
}
