import { randomUUID } from "node:crypto"
import type { AlternativeTerms } from "./alternative/ways"
import { refused } from "./gateway-error"
import type { Merchant } from "./merchants"
import { alreadyPaid } from "./move-rules"
import { nextId } from "./numeric-ids"
import {
  type CreateBody,
  concludedBy,
  hostedPageOf,
  type OrderTerms,
  type Page,
  type Payment,
  type PaypartsTerms,
} from "./payment"
import type { World } from "./world"

/** What a create asks for, once read and found right. */
export type Terms = Pick<
  Payment,
  "external_id" | "amount" | "currency" | "confirm" | "callback_url" | "result_url" | "metadata"
> & {
  init_recurrent?: boolean
  customer_external_id?: string | null
  checkout_ttl?: number
  created_at?: string
  /** Of a batch. */
  orders?: OrderTerms[]
  /** Of an order that is paid in instalments. */
  payparts?: PaypartsTerms
  alternative?: AlternativeTerms
  body: CreateBody
}

type Opened = { payment: Payment; page: Page }

/** Opens a payment with a page of the gateway's, or opens an unpaid one again. */
export function openHosted(
  world: World,
  merchant: Merchant,
  terms: Terms,
  on_behalf_of: string | null = null,
  mode: "hosted" | "express" = "hosted",
): Opened {
  const known = world.payments.find(merchant.login, terms.external_id)
  if (known) return openAgain(world, known, terms, mode)
  return openNew(world, merchant, terms, mode, on_behalf_of)
}

/** Opens a payment whose card is at hand already: each try has terms of its own. */
export function openWithCard(
  world: World,
  merchant: Merchant,
  terms: Terms,
  mode: "direct" | "recurrent",
  on_behalf_of: string | null,
): Opened {
  const known = world.payments.find(merchant.login, terms.external_id)
  if (!known) return openNew(world, merchant, terms, mode, on_behalf_of)
  requireOpen(world, known, terms)
  const page = newPage(world, terms, mode)
  world.payments.addPage(known, page)
  Object.assign(known, termsOfPayment(terms))
  return { payment: known, page }
}

/** Refuses what can not be paid any more, before a token is spent on it. */
export function requireOpen(world: World, payment: Payment, terms: Terms): void {
  requireSameKind(payment, terms)
  if (concludedBy(payment)) throw alreadyPaid(payment)
  const changed = payment.amount !== terms.amount || payment.currency !== terms.currency
  if (changed && world.quirks.create_again_amount === "refuses") throw otherAmount(payment)
}

/** A new payment: also the shape that a card lookup takes. */
export function openNew(
  world: World,
  merchant: Merchant,
  terms: Terms,
  mode: Page["mode"],
  on_behalf_of: string | null,
  kind: Payment["kind"] = kindOf(terms),
): Opened {
  const page = newPage(world, terms, mode)
  const payment: Payment = {
    kind,
    id: nextId(),
    login: merchant.login,
    on_behalf_of,
    project_id: merchant.project_id,
    external_id: terms.external_id,
    created_at: terms.created_at ?? world.now(),
    pages: [page],
    operations: [],
    orders: [],
    part: null,
    ...termsOfPayment(terms),
  }
  world.payments.add(payment)
  return { payment, page }
}

function openAgain(
  world: World,
  payment: Payment,
  terms: Terms,
  mode: "hosted" | "express",
): Opened {
  requireSameKind(payment, terms)
  if (concludedBy(payment)) throw alreadyPaid(payment)
  const last = hostedPageOf(payment)
  const alive = last && last.expires_at > Date.now()
  if (!alive || world.quirks.create_again === "new_page") {
    const page = newPage(world, terms, mode)
    world.payments.addPage(payment, page)
    Object.assign(payment, termsOfPayment(terms))
    return { payment, page }
  }
  const changed = last.amount !== terms.amount || last.currency !== terms.currency
  if (changed && world.quirks.create_again_amount === "refuses") throw otherAmount(payment)
  const keepsFirst = changed && world.quirks.create_again_amount === "keeps_first"
  if (!keepsFirst) {
    Object.assign(payment, termsOfPayment(terms))
    const { page_id } = last
    Object.assign(last, newPage(world, terms, mode), { page_id })
  }
  return { payment, page: last }
}

const kindOf = ({ orders, payparts, alternative }: Terms): Payment["kind"] => {
  if (orders) return "batch"
  if (alternative) return "alternative"
  return payparts ? "payparts" : "payment"
}

const ELSEWHERE: Payment["kind"][] = ["batch", "payparts", "alternative"]

/** A batch, its orders, instalments and single payments share one space of ids. */
function requireSameKind(payment: Payment, terms: Terms): void {
  const kind = kindOf(terms)
  const isElsewhere = ELSEWHERE.includes(kind) || ELSEWHERE.includes(payment.kind)
  if (payment.part === null && (payment.kind === kind || !isElsewhere)) return
  throw refused("order_is_duplicated", "Another order has this external_id", payment.id)
}

const otherAmount = (payment: Payment) =>
  refused("wrong_amount", "The payment was created with another amount", payment.id, "amount")

const termsOfPayment = (terms: Terms) => ({
  amount: terms.amount,
  currency: terms.currency,
  confirm: terms.confirm,
  callback_url: terms.callback_url,
  result_url: terms.result_url,
  metadata: terms.metadata,
  request: terms.body,
})

const newPage = (world: World, terms: Terms, mode: Page["mode"]): Page => ({
  page_id: randomUUID(),
  mode,
  amount: terms.amount,
  currency: terms.currency,
  confirm: terms.confirm,
  callback_url: terms.callback_url,
  result_url: terms.result_url,
  init_recurrent: terms.init_recurrent ?? false,
  customer_external_id: terms.customer_external_id ?? null,
  orders: terms.orders ?? [],
  payparts: terms.payparts ?? null,
  alternative: terms.alternative ?? null,
  expires_at: Date.now() + (terms.checkout_ttl ?? world.ttlMinutes) * 60_000,
})
