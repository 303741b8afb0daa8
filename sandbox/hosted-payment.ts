import { randomUUID } from "node:crypto"
import { refused } from "./gateway-error"
import type { Merchant } from "./merchants"
import type { Minor } from "./money"
import { alreadyPaid } from "./move-rules"
import { nextId } from "./numeric-ids"
import { type CreateBody, type Page, type Payment, paidBy } from "./payment"
import type { World } from "./world"

/** What a create asks for, once read and found right. */
export type HostedTerms = {
  external_id: string
  amount: Minor
  currency: string
  confirm: boolean
  callback_url: string | null
  result_url: string | null
  metadata: Record<string, string> | null
  checkout_ttl?: number
  created_at?: string
  body: CreateBody
}

/** Opens a payment with a hosted page, or opens an unpaid one again. */
export function openHosted(
  world: World,
  merchant: Merchant,
  terms: HostedTerms,
  on_behalf_of: string | null = null,
): { payment: Payment; page: Page } {
  const known = world.payments.find(merchant.login, terms.external_id)
  if (known) return openAgain(world, known, terms)
  const page = newPage(world, terms)
  const payment: Payment = {
    id: nextId(),
    login: merchant.login,
    on_behalf_of,
    project_id: merchant.project_id,
    external_id: terms.external_id,
    created_at: terms.created_at ?? world.now(),
    pages: [page],
    operations: [],
    ...termsOfPayment(terms),
  }
  world.payments.add(payment)
  return { payment, page }
}

function openAgain(world: World, payment: Payment, terms: HostedTerms) {
  if (paidBy(payment)) throw alreadyPaid(payment)
  const last = payment.pages.at(-1)
  const alive = last && last.expires_at > Date.now()
  if (!alive || world.quirks.create_again === "new_page") {
    const page = newPage(world, terms)
    world.payments.addPage(payment, page)
    Object.assign(payment, termsOfPayment(terms))
    return { payment, page }
  }
  const changed = last.amount !== terms.amount || last.currency !== terms.currency
  if (changed && world.quirks.create_again_amount === "refuses")
    throw refused(
      "wrong_amount",
      "The payment was created with another amount",
      payment.id,
      "amount",
    )
  const keepsFirst = changed && world.quirks.create_again_amount === "keeps_first"
  if (!keepsFirst) {
    Object.assign(payment, termsOfPayment(terms))
    const { page_id } = last
    Object.assign(last, newPage(world, terms), { page_id })
  }
  return { payment, page: last }
}

const termsOfPayment = (terms: HostedTerms) => ({
  amount: terms.amount,
  currency: terms.currency,
  confirm: terms.confirm,
  callback_url: terms.callback_url,
  result_url: terms.result_url,
  metadata: terms.metadata,
  request: terms.body,
})

const newPage = (world: World, terms: HostedTerms): Page => ({
  page_id: randomUUID(),
  amount: terms.amount,
  currency: terms.currency,
  confirm: terms.confirm,
  callback_url: terms.callback_url,
  result_url: terms.result_url,
  expires_at: Date.now() + (terms.checkout_ttl ?? world.ttlMinutes) * 60_000,
})
