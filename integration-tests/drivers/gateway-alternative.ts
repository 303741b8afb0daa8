import { z } from "zod"
import type { Gateway } from "./gateway"
import { paymentShape } from "./gateway-payment"
import { ask, send } from "./json-http"

/** Codes whose answer comes by itself; any other six digits wait in the bank's app. */
export const BLIK = {
  paid: "777123",
  declined: "777000",
  noFunds: "777001",
  refused: "777002",
  timedOut: "777003",
  waits: "123456",
} as const

const wayShape = z.object({
  /** Beside what every payment shows. */
  alternative: z.object({
    provider: z.enum(["imoje", "leaselink", "santander", "przelewy24"]),
    method: z.enum(["blik", "blik_paylater", "leasing"]).nullable(),
    blik_code: z.string().nullable(),
    /** Where the customer is asked. */
    asks: z.enum(["app", "page"]),
    /** The bank's app, or the page that the store leads to; null once nobody waits. */
    customer_url: z.string().nullable(),
  }),
})

/** An alternative payment as the offline RozetkaPay shows it. */
export const alternativeShape = z.intersection(paymentShape, wayShape)
export type AlternativePayment = z.output<typeof alternativeShape>

type Answer = {
  answer?: "agree" | "refuse" | "time_out"
  /** Of a refusal: a code of RozetkaPay's. */
  code?: string
  /** Default: the newest try that waits. */
  operation_id?: string
  amount?: number
  currency?: string
  login?: string
}

const answered = z.object({ payment: alternativeShape, redirect_to: z.string().nullable() })

/** The customers of the alternative payments API, in their bank's app or on the provider's page. */
export class GatewayAlternative {
  constructor(private readonly gateway: Gateway) {}

  async payment(externalId: string, login?: string): Promise<AlternativePayment> {
    const of = login ? `?login=${encodeURIComponent(login)}` : ""
    const shape = z.object({ payment: alternativeShape })
    const url = `${this.gateway.url}/sandbox/payments/${await this.name(externalId, login)}${of}`
    return (await ask(shape, url)).payment
  }

  /** The customer confirms the payment, and the money is there. */
  agree(externalId: string, how: Omit<Answer, "answer" | "code"> = {}) {
    return this.answer(externalId, { answer: "agree", ...how })
  }

  refuse(externalId: string, how: Omit<Answer, "answer"> = {}) {
    return this.answer(externalId, { answer: "refuse", ...how })
  }

  timeOut(externalId: string, how: Omit<Answer, "answer"> = {}) {
    return this.answer(externalId, { answer: "time_out", ...how })
  }

  /** Goes back to the shop without an answer: where to. */
  async leave(externalId: string, login?: string): Promise<string> {
    const { customer_url } = (await this.payment(externalId, login)).alternative
    if (customer_url === null) throw new Error(`Nobody is asked about ${externalId}`)
    const target = (await send(`${customer_url}/leave`)).headers.get("location")
    if (target === null) throw new Error(`The page of ${externalId} leads nowhere`)
    return target
  }

  /** Whether the merchant's contract with RozetkaPay has alternative payments at all. */
  allowed(login: string, isAllowed: boolean) {
    const path = `merchants/${encodeURIComponent(login)}`
    return this.post(z.unknown(), path, { not_allowed: isAllowed ? [] : ["alternative_payments"] })
  }

  private async answer(externalId: string, how: Answer) {
    const path = `payments/${await this.name(externalId, how.login)}/alternative/answer`
    return this.post(answered, path, how)
  }

  /** What the gateway calls it. */
  private async name(externalId: string, login?: string): Promise<string> {
    return (await this.gateway.payment(externalId, login)).name
  }

  private post<Shape extends z.ZodType>(shape: Shape, path: string, body: object) {
    return ask(shape, `${this.gateway.url}/sandbox/${path}`, { method: "POST", body })
  }
}
