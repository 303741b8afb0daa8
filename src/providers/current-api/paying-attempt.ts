import type { OperationDetails } from "../../rozetkapay/client"
import { hasFailed, isSuccess, latestOf } from "./same-operation"

/** Money that is held until it is captured; the second is of payments by instalments. */
const HOLDS = ["amount_was_successfully_blocked", "contract_was_signed_on_client_side"]

/** With these codes a successful attempt to pay is money. The list of codes is open, and what is not known is not money. */
const PAYS = new Set([...HOLDS, "transaction_successful", "subscription_successful"])

/** A code may also be missing, or a number (docs: a string): then the status alone counts. */
const isCodeOfMoney = (code: string | null): boolean =>
  code === null || /^\d+$/.test(code) || PAYS.has(code)

/** An attempt to pay; a success whose code nobody knows is "not yet". */
export const asAttempt = (attempt: OperationDetails): OperationDetails =>
  isSuccess(attempt) && !isCodeOfMoney(attempt.statusCode)
    ? { ...attempt, status: "unknown" }
    : attempt

/** What the answer itself calls a hold, whatever was asked for. */
export const saysHeld = ({ method, statusCode }: OperationDetails): boolean =>
  method === "auth" || HOLDS.includes(statusCode ?? "")

/** There had been a hold, and the payer's bank has let it go. */
export const isLetGoByBank = (one: OperationDetails): boolean =>
  hasFailed(one) && one.statusCode === "hold_cancelled_by_bank"

/** The attempts whose hold the bank let go, unless another one has paid since. */
export const letGoByBank = (attempts: OperationDetails[]): OperationDetails[] => {
  const gone = attempts.filter(isLetGoByBank)
  const last = gone.at(-1)
  if (!last) return []
  const order = latestOf(attempts)
  const isOf = (one: OperationDetails, other: OperationDetails) =>
    one === other || latestOf([one, other]).length === 1
  const at = order.findIndex((one) => isOf(one, last))
  const paidSince = attempts.some(
    (one) => isSuccess(one) && order.findIndex((other) => isOf(other, one)) > at,
  )
  return paidSince ? [] : gone
}
