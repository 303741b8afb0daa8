import { expiryOf, type TestCard } from "../cards"
import { toDecimal } from "../money"
import { type Operation, type Page, type Payment, pageOf, paidBy } from "../payment"
import { awaitsBank } from "../payment-attempts"
import { uuidOf } from "../stable-uuid"
import type { World } from "../world"
import { legacyMask } from "./request-shapes"
import { numberOfOperation } from "./status-codes"
import { authCodeOf, feeOf, rrnOf, webhookFields } from "./webhook-fields"

export type Json = Record<string, unknown>

/** Answers and lists say `processing_time`, webhooks and P2P credits `processed_at`. */
export type Purpose = "answer" | "webhook"

/** An operation as the legacy API tells it; null for what its document has no word for. */
export function transactionOf(
  world: World,
  payment: Payment,
  operation: Operation,
  purpose: Purpose,
): Json | null {
  // A dispute that the shop won is unknown to the document.
  if (operation.method === "representment") return null
  const isPrimary = operation.operation === "payment" || operation.operation === "lookup"
  return isPrimary
    ? primaryOf(world, payment, operation, purpose)
    : secondaryOf(payment, operation, purpose)
}

/** A hosted payment that nobody has tried to pay: "Invoice is created successfully". */
export const invoiceOf = (payment: Payment, page: Page): Json => ({
  ...common(payment),
  transaction_id: uuidOf(`invoice ${payment.id}`),
  mode: page.mode,
  method: page.confirm ? "purchase" : "auth",
  amount: Number(toDecimal(page.amount, page.currency)),
  currency: page.currency,
  ...echoed(payment, "answer"),
  status: "init",
  status_code: "2117",
  status_description: "Invoice is created successfully, waiting for a transaction.",
  user_action_required: false,
  created_at: timeOf(payment.created_at),
  processing_time: timeOf(payment.created_at),
})

function primaryOf(world: World, payment: Payment, operation: Operation, purpose: Purpose): Json {
  const page = pageOf(payment, operation)
  const waits = page?.mode === "direct" && awaitsBank(operation)
  const { card, via } = operation
  const isShown = card !== null && !PAYWAYS_WITHOUT_CARD.has(via ?? "")
  return {
    ...common(payment),
    transaction_id: uuidOf(operation.transaction_id),
    gateway_order_id: `${uuidOf(payment.id).replaceAll("-", "").toUpperCase()}:${payment.id}`,
    billing_order_id: payment.id,
    mode: page?.mode ?? "direct",
    ...movement(operation, purpose),
    ...echoed(payment, purpose),
    eci: "7",
    mcc: text(payment.request.merchant_mcc) ?? "4900",
    options_3ds: "supported",
    user_action_required: waits,
    ...(waits ? { user_action_url: `${world.url}/3ds/${operation.operation_id}` } : {}),
    ...(isShown
      ? cardFields(world, payment, card, via === "apple_pay" || via === "google_pay")
      : {}),
    bank_short_name: "Sandbox Bank",
    ...(operation.status === "success"
      ? { rnn: rrnOf(operation), authcode: authCodeOf(operation) }
      : {}),
    ...(via === "credit_pay"
      ? { gateway_properties: { credit_register_id: payment.id.slice(-9) } }
      : {}),
    ...dccOf(operation),
    ...(purpose === "webhook" ? webhookFields(world, payment, operation) : {}),
  }
}

const secondaryOf = (payment: Payment, operation: Operation, purpose: Purpose): Json => ({
  operation_id: operation.operation_id,
  ...common(payment),
  transaction_id: uuidOf(operation.transaction_id),
  mode: "direct",
  ...movement(operation, operation.method === "credit" ? "webhook" : purpose),
  ...(purpose === "webhook" || operation.method === "credit"
    ? { registry_ref_no: uuidOf(`registry ${operation.transaction_id}`) }
    : {}),
  ...(purpose === "webhook"
    ? {
        fee: feeOf(operation),
        payload: text(payment.request.payload) ?? "",
        terminal_name: "sandbox",
        auth_code: authCodeOf(operation),
        rrn: rrnOf(operation),
        cc_mask: maskOfPayer(payment),
        comment: "",
      }
    : { fee: null }),
})

const common = (payment: Payment): Json => ({
  payment_id: uuidOf(payment.id),
  order_id: payment.external_id,
  pos_id: payment.login,
})

const movement = (operation: Operation, purpose: Purpose): Json => ({
  // A chargeback is money given back; the document has no other word for it.
  method: operation.method === "chargeback" ? "refund" : operation.method,
  amount: Number(toDecimal(operation.amount, operation.currency)),
  currency: operation.currency,
  status: operation.status,
  ...numberOfOperation(operation, purpose === "webhook"),
  created_at: timeOf(operation.at),
  [purpose === "webhook" ? "processed_at" : "processing_time"]: timeOf(
    operation.processed_at ?? operation.at,
  ),
})

/** What the request said and every answer repeats; the document's webhooks have no `properties`. */
const echoed = ({ request }: Payment, purpose: Purpose): Json => {
  const fields = Object.entries(request).filter(
    ([field, value]) =>
      (ECHOED.has(field) && (field !== "properties" || purpose === "answer")) ||
      (field.startsWith("customer_") && typeof value === "string"),
  )
  return Object.fromEntries(fields)
}

const ECHOED = new Set([
  "description",
  "payload",
  "properties",
  "result_url",
  "payway",
  "merchant_order_id",
])

const PAYWAYS_WITHOUT_CARD = new Set(["privat24", "privat_payparts", "credit_pay", "przelewy24"])

/** A phone's token comes back as it was sent; a card gets one that it can be charged by again. */
const cardFields = (world: World, payment: Payment, card: TestCard, isMobile: boolean): Json => ({
  cc_mask: legacyMask(card.number),
  cc_token: isMobile
    ? text(payment.request.cc_token)
    : world.legacyCards.tokenOf(payment.login, card),
  cc_token_expiration: expiryOf(card).replace(/Z$/, ""),
  cc_type: "Private",
})

const maskOfPayer = (payment: Payment): string | null => {
  const card = paidBy(payment)?.card
  return card ? legacyMask(card.number) : null
}

/** At the rate of the document's example, exact to four digits. */
function dccOf({ method, currency, amount, status }: Operation): Json {
  if (method !== "purchase" || currency === "UAH" || status !== "success") return {}
  const inHryvnias = Number((amount * 277_905n) / 10_000n) / 100
  return { dcc_rates: [{ amount: inHryvnias, rate: 27.7905, commission: 0, currency: "UAH" }] }
}

/** "2018-10-10T10:10:22.100": 23 characters, in UTC. */
const timeOf = (iso: string): string => iso.slice(0, 23)

const text = (value: unknown): string | null => (typeof value === "string" ? value : null)
