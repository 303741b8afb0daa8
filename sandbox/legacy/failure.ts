import { randomUUID } from "node:crypto"
import { type ApiAnswer, ok } from "../endpoints/endpoint"
import { GatewayError } from "../gateway-error"
import { uuidOf } from "../stable-uuid"
import type { LegacyCall } from "./legacy-call"
import { hasNumber, numberOf } from "./status-codes"

/**
 * Runs an operation. A refusal that has a number in the document's table is a transaction with the
 * status "failure", answered by 200 and kept nowhere; any other is thrown on, to be an HTTP error.
 */
export function failureOf(
  method: string,
  order_id: string,
  { world, merchant }: LegacyCall,
  run: () => ApiAnswer,
): ApiAnswer {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof GatewayError) || !hasNumber(error.code)) throw error
    const known = world.payments.find(merchant.login, order_id)
    const at = world.now().slice(0, 23)
    return ok({
      ...(SECONDARY.has(method) ? { operation_id: randomUUID() } : {}),
      payment_id: known ? uuidOf(known.id) : randomUUID(),
      order_id,
      transaction_id: randomUUID(),
      pos_id: merchant.login,
      mode: "direct",
      method,
      status: "failure",
      ...numberOf(error.code),
      user_action_required: false,
      created_at: at,
      processing_time: at,
    })
  }
}

const SECONDARY = new Set(["capture", "void", "refund", "credit"])
