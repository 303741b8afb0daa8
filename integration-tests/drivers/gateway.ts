import { z } from "zod"
import {
  type GatewayPayment,
  isNameOf,
  overOrders,
  paymentShape,
  wholePayments,
} from "./gateway-payment"
import { ask, send } from "./json-http"

export type { GatewayPayment } from "./gateway-payment"

const requestShape = z.object({
  endpoint: z.string(),
  external_id: z.string().nullish(),
  login: z.string().nullish(),
  body: z.unknown(),
  status: z.number(),
  violations: z.array(z.string()),
})

const sentCallback = z.object({
  url: z.string(),
  /** JSON, also of what travels in a form. */
  body: z.string(),
  sent_as: z.enum(["json", "form", "data_form", "data_form_percent"]),
  state: z.string(),
})
export type SentCallback = z.output<typeof sentCallback>

export type CallbackMode = "normal" | "hold" | "lose" | "double" | "late" | "reverse"
export type Fault = {
  endpoint: string
  kind: string
  times?: number
  ms?: number
  reset?: number
  external_id?: string
}
type Part = { amount?: number | string; login?: string }
type PayWith = {
  card?: string
  three_ds?: "approve" | "reject" | "leave"
  amount?: number
  currency?: string
  login?: string
}

/** Drives the offline RozetkaPay as its shoppers, its merchant's cabinet and its network do. */
export class Gateway {
  constructor(readonly url: string) {}

  async payment(externalId: string, login?: string): Promise<GatewayPayment> {
    const all = await this.ledgers(login)
    const found = [...wholePayments(all), ...all].find(
      (one) => one.external_id === externalId || one.name === externalId,
    )
    if (!found) throw new Error(`The gateway has no payment ${externalId}`)
    return found
  }

  /** What shoppers paid, or may pay; a batch's orders are parts of it. */
  async payments(): Promise<GatewayPayment[]> {
    return wholePayments(await this.ledgers())
  }

  private async ledgers(login?: string): Promise<GatewayPayment[]> {
    const shape = z.object({ payments: z.array(paymentShape) })
    const of = login ? `?login=${encodeURIComponent(login)}` : ""
    return (await ask(shape, `${this.url}/sandbox/payments${of}`)).payments
  }

  /** The shopper pays (or tries to) on the hosted page; resolves when the money has moved. */
  async pay(externalId: string, how: PayWith = {}) {
    const shape = z.object({ payment: paymentShape, redirect_to: z.string().nullish() })
    const { name } = await this.payment(externalId, how.login)
    return this.post(shape, `payments/${name}/pay`, how)
  }

  /** The shopper answers on the 3-D Secure page that they were left at. */
  async answerAtTheBank(externalId: string, answer: "approve" | "reject"): Promise<void> {
    const { operations } = await this.payment(externalId)
    const attempt = operations.find(({ status }) => status === "pending")
    if (!attempt) throw new Error(`${externalId} does not stand at the bank`)
    await send(`${this.url}/3ds/${attempt.operation_id}`, {
      method: "POST",
      raw: new URLSearchParams({ answer }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    })
  }

  /** What RozetkaPay's widget, or a phone, makes of a card; good for one payment. */
  async token(
    kind: "cc_token" | "google_pay" | "apple_pay",
    card: string,
    login?: string,
  ): Promise<string> {
    const body = { card, kind: kind === "cc_token" ? "cc" : kind, login }
    return (await this.post(z.object({ token: z.string() }), "tokens", body)).token
  }

  /** What RozetkaPay's widget hands to the storefront's `onToken`. */
  widgetCard(card: string) {
    const shape = z.object({ token: z.string(), card_mask: z.string(), expires_at: z.string() })
    return this.post(shape, "tokens", { card, kind: "cc" })
  }

  /** The customer enters the card on RozetkaPay's page, and answers at the bank. */
  async finishCard(
    customerId: string,
    how: { card?: string; three_ds?: "approve" | "reject" | "leave" } = {},
  ) {
    const shape = z.object({ status: z.string(), redirect_to: z.string().nullable() })
    return this.post(shape, `wallets/${customerId}/finish`, how)
  }

  cabinet(externalId: string, action: "confirm" | "cancel" | "refund", how: Part = {}) {
    const from = action === "refund" ? "kept" : "held"
    return this.move(externalId, `cabinet/${action}`, { from, ...how })
  }

  /** What the card holder's bank does by itself. */
  bank(
    externalId: string,
    event: "hold-cancelled" | "chargeback" | "representment",
    how: Part = {},
  ) {
    const from = event === "hold-cancelled" ? "held" : "kept"
    return this.move(externalId, `bank/${event}`, { from, ...how })
  }

  /** A part of a payment to several sellers is moved order by order. */
  private async move(
    externalId: string,
    path: string,
    { from, amount, login }: Part & { from: "held" | "kept" },
  ): Promise<void> {
    const all = await this.ledgers(login)
    const payment = await this.payment(externalId, login)
    const parts =
      payment.orders === undefined
        ? [{ name: payment.name, amount }]
        : overOrders(all, { batch: payment, from, amount })
    for (const part of parts) {
      const isWhole = amount === undefined
      const body = isWhole ? { login } : { login, amount: part.amount }
      await this.post(z.unknown(), `payments/${part.name}/${path}`, body)
    }
  }

  /** RozetkaPay pays the merchant for a payment: today, what was captured of it, unless it is said otherwise. */
  async payOut(externalId: string, how: { amount?: string; day?: string } = {}): Promise<void> {
    const { name } = await this.payment(externalId)
    await this.post(z.unknown(), `payments/${name}/payout`, how)
  }

  /** How refunds that were deferred end. */
  async endRefunds(externalId: string, end: "settle" | "fail"): Promise<void> {
    const { name, orders = [name] } = await this.payment(externalId)
    for (const one of orders) await this.post(z.unknown(), `payments/${one}/refunds/${end}`, {})
  }

  /** What the merchant has at the gateway: a refund above it is deferred. null: enough. */
  balance(login: string, balance: string | null) {
    return this.post(z.unknown(), `merchants/${encodeURIComponent(login)}`, { balance })
  }

  /** A payment on the same login that this store did not start. */
  paymentBySomebodyElse(payment: {
    login?: string
    external_id: string
    amount: number
    currency: string
    state: "unpaid" | "held" | "captured"
    metadata?: Record<string, unknown>
    callback_url?: string
    created_at?: string
  }) {
    return this.post(z.unknown(), "payments", payment)
  }

  async sendCallbacks({
    external_id,
    ...order
  }: {
    external_id: string
    operation?: string
    copies?: number
    concurrently?: boolean
  }) {
    const shape = z.object({
      answers: z.array(z.object({ status: z.number().nullable(), ms: z.number() })),
    })
    const { name } = await this.payment(external_id)
    return (await this.post(shape, "callbacks/send", { external_id: name, ...order })).answers
  }

  /** The newest callback of a payment (or of a customer's cards), delivered or not: its very text and where it goes. */
  async newestCallback(externalId: string): Promise<SentCallback> {
    const shape = z.object({ callbacks: z.array(sentCallback) })
    const payment = (await this.ledgers()).find((one) => one.external_id === externalId)
    const name = payment?.name ?? externalId
    const found = await ask(shape, `${this.url}/sandbox/callbacks?external_id=${name}`)
    const newest = found.callbacks.pop()
    if (!newest) throw new Error(`The gateway wrote no callback of ${externalId}`)
    return newest
  }

  callbacks(mode: CallbackMode) {
    return this.post(z.unknown(), "callbacks", { mode })
  }

  flushCallbacks(order: "given" | "reverse" | "shuffle" = "given") {
    return this.post(z.unknown(), "callbacks/flush", { order })
  }

  fault(fault: Fault) {
    return this.post(z.unknown(), "faults", fault)
  }

  async clearFaults(): Promise<void> {
    await send(`${this.url}/sandbox/faults`, { method: "DELETE" })
  }

  /** Whether `info` tells for so many calls (0: until let go) what there was at this moment. */
  lag(stopped: boolean, calls = 0) {
    return this.post(z.unknown(), "info", { stopped, calls })
  }

  quirks(quirks: Record<string, unknown>) {
    return this.post(z.unknown(), "quirks", quirks)
  }

  /** The recurrent ids that RozetkaPay has given, oldest first. */
  async recurrents() {
    const recurrent = z.object({ recurrent_id: z.string(), external_id: z.string() })
    const shape = z.object({ recurrents: z.array(recurrent) })
    return (await ask(shape, `${this.url}/sandbox/recurrents`)).recurrents
  }

  /** What becomes of later charges by an id: refused so many times (0: always), or the id is unknown. */
  recurrent(id: string, change: { refuse?: string; times?: number; revoked?: boolean }) {
    return this.post(z.unknown(), `recurrents/${id}`, change)
  }

  /**
   * What such moves into this seller's project meet next, so that a batch is only partly successful.
   * A `refuse` of null takes it back.
   */
  seller(
    apiKey: string,
    refusal: {
      refuse: string | null
      operation?: "payment" | "confirm" | "cancel" | "refund"
      times?: number
    },
  ) {
    return this.post(z.unknown(), `sellers/${apiKey}`, refusal)
  }

  /** The API requests that the gateway got, oldest first; a payment's with those of its sellers' orders. */
  async requests({ endpoint, external_id }: { endpoint?: string; external_id?: string } = {}) {
    const shape = z.object({ requests: z.array(requestShape) })
    const query = endpoint === undefined ? "" : `?endpoint=${endpoint}`
    const { requests } = await ask(shape, `${this.url}/sandbox/requests${query}`)
    return external_id === undefined
      ? requests
      : requests.filter((one) => isNameOf(external_id, one.external_id))
  }

  /** Waits until no callback is on its way: the gateway itself says when. */
  async quiet(): Promise<void> {
    const shape = z.object({ idle: z.boolean(), pending: z.number() })
    const { idle, pending } = await ask(shape, `${this.url}/sandbox/idle?within_ms=60000`)
    if (!idle) throw new Error(`After a minute ${pending} callbacks are still under way`)
  }

  /** What broke RozetkaPay's OpenAPI document since the last reset, if that document is at hand. */
  async contract() {
    const shape = z.object({ openapi: z.boolean(), violations: z.array(z.unknown()) })
    return ask(shape, `${this.url}/sandbox/contract`)
  }

  async reset(): Promise<void> {
    await send(`${this.url}/sandbox/reset`, { method: "POST", body: {} })
  }

  private post<Shape extends z.ZodType>(shape: Shape, path: string, body: object) {
    return ask(shape, `${this.url}/sandbox/${path}`, { method: "POST", body })
  }
}
