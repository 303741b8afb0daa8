import { pay } from "../cashier"
import { type ApiAnswer, ok } from "../endpoints/endpoint"
import { invalidBody } from "../gateway-error"
import { alreadyPaid } from "../move-rules"
import { openHosted, openNew, openWithCard, requireOpen, type Terms } from "../open-payment"
import type { Payment } from "../payment"
import { readMoney, readRequest } from "../request-shapes"
import { requirePos } from "./access"
import { failureOf } from "./failure"
import type { LegacyCall } from "./legacy-call"
import { readLegacyMeans } from "./means"
import { type PrimaryRequest, primaryShape, withoutCardData } from "./request-shapes"
import { transactionOf } from "./transaction-answer"

const KIND_OF_METHOD: Record<PrimaryRequest["method"], Payment["kind"]> = {
  purchase: "payment",
  auth: "payment",
  lookup: "lookup",
  p2p: "transfer",
  credit: "payout",
}

/** POST /api/v1/payment: hosted, or by what the request pays with. */
export function primary(call: LegacyCall): ApiAnswer {
  const request = readRequest(primaryShape, call.body)
  requirePos(call.merchant, request.pos_id)
  return failureOf(request.method, request.order_id, call, () => {
    const known = call.world.payments.find(call.merchant.login, request.order_id)
    if (known && call.world.quirks.legacy_create_again === "refused") throw alreadyPaid(known)
    return request.mode === "hosted" ? openPage(call, request) : payDirectly(call, request)
  })
}

/** 303 to a page; its address looks as in the document and leads to the sandbox's own. */
function openPage({ world, merchant, body }: LegacyCall, request: PrimaryRequest): ApiAnswer {
  if (KIND_OF_METHOD[request.method] !== "payment")
    throw invalidBody("method", "A hosted payment is auth or purchase")
  const { page } = openHosted(world, merchant, termsOf(request, body))
  const Location = `${world.url}/api/v1/checkout/${page.page_id}/form`
  return { status: 303, body: null, headers: { Location } }
}

function payDirectly({ world, merchant, body }: LegacyCall, request: PrimaryRequest): ApiAnswer {
  const terms = termsOf(request, body)
  const kind = KIND_OF_METHOD[request.method]
  if (kind === "transfer" && !request.recipient_cc_number && !request.recipient_cc_token)
    throw invalidBody("recipient_cc_number", "The recipient's card or token is required")
  const known = world.payments.find(merchant.login, terms.external_id)
  if (known && (kind !== "payment" || known.kind !== "payment")) throw alreadyPaid(known)
  if (known) requireOpen(world, known, terms)
  const means = readLegacyMeans(world, merchant.login, request)
  const { payment, page } =
    kind === "payment"
      ? openWithCard(world, merchant, terms, "direct", null)
      : openNew(world, merchant, terms, "direct", null, kind)
  const attempt = pay(world, payment, page, means)
  return ok(transactionOf(world, payment, attempt, "answer") ?? {})
}

const termsOf = (request: PrimaryRequest, body: unknown): Terms => ({
  external_id: request.order_id,
  amount: readMoney(request.amount, request.currency),
  currency: request.currency,
  confirm: request.method !== "auth",
  callback_url: request.server_url ?? null,
  result_url: request.result_url ?? null,
  metadata: null,
  body: withoutCardData(body),
})
