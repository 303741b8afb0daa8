import type { CallbackLetter } from "../callbacks"
import type { LegacyMerchantOption } from "../merchants"
import { nameOf, type Operation, type Payment } from "../payment"
import { signCallback } from "../signature"
import type { World } from "../world"
import { transactionOf } from "./transaction-answer"

/**
 * The webhook of an operation as it stands now. Its signature is that of the current API's callbacks,
 * always in the url-safe alphabet; it travels in a form.
 */
export function legacyLetter(
  world: World,
  payment: Payment,
  operation: Operation,
  url: string,
  { apiSecret }: LegacyMerchantOption,
): CallbackLetter | null {
  const transaction = transactionOf(world, payment, operation, "webhook")
  if (transaction === null) return null
  const body = JSON.stringify(transaction)
  return {
    login: payment.login,
    external_id: payment.external_id,
    operation: nameOf(operation, world.quirks),
    operation_id: operation.operation_id,
    status: operation.status,
    url,
    body,
    sent_as: "form",
    signature: signCallback(apiSecret, body),
  }
}
