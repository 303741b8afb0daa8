import type { Operation, Payment } from "../payment"
import { uuidOf } from "../stable-uuid"
import type { World } from "../world"

/** What only the webhook of a primary operation tells. */
export const webhookFields = (
  world: World,
  payment: Payment,
  operation: Operation,
): Record<string, unknown> => ({
  fee: feeOf(operation),
  registry_ref_no: uuidOf(`registry ${operation.transaction_id}`),
  terminal_name: "sandbox",
  external_terminal_name: "sandbox",
  rrn: rrnOf(operation),
  auth_code: authCodeOf(operation),
  gateway: "cc",
  payment_system: operation.card?.system ?? null,
  entity_id: payment.project_id,
  fc_entity_id: uuidOf(`entity ${payment.login}`),
  bank_acq_name: "Sandbox Bank",
  traffic_source: {},
  ...recipientOf(payment),
  receipt_url: operation.status === "success" ? `${world.url}/receipt/${payment.id}` : null,
})

const recipientOf = ({ request }: Payment): Record<string, unknown> => ({
  ...Object.fromEntries(
    [
      "recipient_email",
      "recipient_phone",
      "recipient_fname",
      "recipient_lname",
      "recipient_patronym",
    ]
      .filter((field) => typeof request[field] === "string")
      .map((field) => [field, request[field]]),
  ),
  ...(typeof request.recipient_cc_token === "string"
    ? { recipient_cc_token: request.recipient_cc_token }
    : {}),
  ...(typeof request.recipient_cc_number === "string"
    ? { recipient_cc_mask: request.recipient_cc_number }
    : {}),
})

export const feeOf = ({ currency }: Operation): Record<string, unknown> => ({ amount: 0, currency })
export const rrnOf = ({ transaction_id }: Operation): string => transaction_id.slice(-12)
export const authCodeOf = ({ transaction_id }: Operation): string => transaction_id.slice(-6)
