import { z } from "zod"
import { paymentShape } from "./gateway-payment"
import { ask } from "./json-http"

const orderShape = z.object({
  /** Beside what every payment shows. */
  instalments: z.object({
    bank: z.string(),
    parts: z.number(),
    phone: z.string().nullable(),
    /** Where the bank asks the customer. */
    asks: z.enum(["app", "page"]),
    /** The bank's app, or the page that the store leads to; null once nobody waits for an answer. */
    customer_url: z.string().nullable(),
  }),
})

/** An order in instalments as the offline RozetkaPay shows it. */
export const instalmentsShape = z.intersection(paymentShape, orderShape)
export type InstalmentsOrder = z.output<typeof instalmentsShape>

/** The body of a callback: it has no `operation`, `details.method` tells what it is about. */
const callbackBody = z.object({
  external_id: z.string(),
  is_success: z.boolean(),
  details: z.object({
    method: z.enum(["create", "confirm", "cancel", "refund"]),
    operation_id: z.string(),
    amount: z.union([z.number(), z.string()]),
    currency: z.string(),
    status: z.string(),
    status_code: z.string(),
  }),
})

const sentShape = z
  .object({
    url: z.string(),
    /** The very text that was signed. */
    body: z.string(),
    signature: z.string(),
    state: z.enum(["waiting", "held", "lost", "acknowledged", "given_up"]),
    attempts: z.array(z.object({ status: z.number(), body: z.string() })),
  })
  .transform(({ body, ...sent }) => ({
    ...sent,
    text: body,
    ...callbackBody.parse(JSON.parse(body)).details,
  }))
export type SentInstalmentsCallback = z.output<typeof sentShape>

type Method = "create" | "confirm" | "cancel" | "refund"

/** The control API calls the create of an order a payment, as every other. */
const operationOf = (method: Method) => (method === "create" ? "payment" : method)

export type BankChange = {
  /** Whether the project has the bank at all. */
  offered?: boolean
  available_periods?: number[]
  /** Hryvnias; null: no such limit. */
  min_amount?: number | null
  max_amount?: number | null
  /** A signed contract is final, whatever the create asked. */
  one_stage?: boolean
  /** The code that such operations are refused with; null takes it back. */
  refuse?: string | null
  operation?: Method
  /** 0: until changed. */
  times?: number
}

/** Drives the offline RozetkaPay's instalments: the customer, the banks and the merchant's cabinet. */
export class GatewayInstalments {
  constructor(readonly url: string) {}

  async order(externalId: string): Promise<InstalmentsOrder> {
    const shape = z.object({ payment: instalmentsShape })
    return (await ask(shape, `${this.url}/sandbox/payments/${externalId}`)).payment
  }

  async ledger(externalId: string): Promise<InstalmentsOrder["ledger"]> {
    return (await this.order(externalId)).ledger
  }

  /** The customer signs in the bank's app or on its page; `amount` signs for another sum. */
  customerAgrees(externalId: string, other: { amount?: number; currency?: string } = {}) {
    return this.answer(externalId, { answer: "agree", ...other })
  }

  customerRefuses(externalId: string) {
    return this.answer(externalId, { answer: "refuse" })
  }

  /** The bank's own no, such as `insufficient_funds`. */
  bankRejects(externalId: string, code = "transaction_rejected") {
    return this.answer(externalId, { answer: "reject", code })
  }

  /** The customer never answered, and the bank has given the order up. */
  bankGivesUpWaiting(externalId: string) {
    return this.bankRejects(externalId, "order_expired")
  }

  /** Confirm and cancel are of the whole. */
  async cabinet(
    externalId: string,
    move: "confirm" | "cancel" | "refund",
    amount?: number,
  ): Promise<InstalmentsOrder> {
    const path = `payments/${externalId}/cabinet/${move}`
    return (await this.post(z.object({ payment: instalmentsShape }), path, { amount })).payment
  }

  /** How refunds that were deferred, or that the bank takes its time for, end. */
  async endRefunds(externalId: string, end: "settle" | "fail"): Promise<InstalmentsOrder> {
    const path = `payments/${externalId}/refunds/${end}`
    return (await this.post(z.object({ payment: instalmentsShape }), path, {})).payment
  }

  /** What a bank offers from now on, and what it refuses. */
  bank(name: string, { operation, ...change }: BankChange) {
    const body = operation ? { ...change, operation: operationOf(operation) } : change
    return this.post(z.unknown(), `banks/${name}`, body)
  }

  /** Every callback of an order, oldest first, whether it arrived or not. */
  async callbacks(externalId: string): Promise<SentInstalmentsCallback[]> {
    const shape = z.object({ callbacks: z.array(sentShape) })
    const query = `external_id=${encodeURIComponent(externalId)}`
    return (await ask(shape, `${this.url}/sandbox/callbacks?${query}`)).callbacks
  }

  /** Sends the latest callback of a kind again, as often as asked; gives the store's answers. */
  async sendCallbacks(
    externalId: string,
    method: Method,
    how: { copies?: number; concurrently?: boolean } = {},
  ) {
    const answer = z.object({ status: z.number().nullable(), ms: z.number() })
    const body = { external_id: externalId, operation: operationOf(method), ...how }
    const sent = await this.post(z.object({ answers: z.array(answer) }), "callbacks/send", body)
    return sent.answers
  }

  private async answer(externalId: string, body: object) {
    const shape = z.object({ payment: instalmentsShape, redirect_to: z.string().nullable() })
    return this.post(shape, `payments/${externalId}/instalments/answer`, body)
  }

  private post<Shape extends z.ZodType>(shape: Shape, path: string, body: object) {
    return ask(shape, `${this.url}/sandbox/${path}`, { method: "POST", body })
  }
}
