import { type Common, emptyAs, type Json, operationResult } from "./answers"
import { GatewayError } from "./gateway-error"
import { type Operation, type Payment, pageOf } from "./payment"
import { awaitsBank } from "./payment-attempts"

/** Where the shopper of a direct payment goes next; null = nowhere. */
export function bankAction(payment: Payment, attempt: Operation, url: string): Json | null {
  const isDirect = pageOf(payment, attempt)?.mode === "direct"
  return isDirect && awaitsBank(attempt)
    ? { type: "url", value: `${url}/3ds/${attempt.operation_id}` }
    : null
}

/** A decline may come as an error: a quirk. */
export function refuseDecline({ payment, quirks }: Common, attempt: Operation): void {
  if (attempt.status !== "failure" || quirks.decline_answer !== "error") return
  throw new GatewayError({
    code: attempt.status_code,
    message: attempt.status_description,
    type: "payment_error",
    payment_id: payment.id,
  })
}

/**
 * The answer to a create with a card: paid, to be confirmed at the bank, or declined; a decline
 * may come as an error (a quirk). Throws a GatewayError then.
 */
export function cardResult(common: Common, attempt: Operation): Json {
  const { payment, quirks, url } = common
  refuseDecline(common, attempt)
  const result = operationResult(common, attempt)
  const action = bankAction(payment, attempt, url)
  if (action === null) return result
  return emptyAs(
    {
      ...result,
      is_success: quirks.three_ds_is_success,
      details: quirks.three_ds_details === "null" ? null : result.details,
      action_required: true,
      action,
    },
    quirks,
  )
}
