import { z } from "zod"
import { type Sandbox, startSandbox } from "../../../../sandbox"
import { DEFAULT_LEGACY_MERCHANT, DEFAULT_MERCHANT } from "../../../../sandbox/merchants"
import { signCallback } from "../../../../sandbox/signature"
import type { Movement } from "../../../core/due"
import type { ExternalId } from "../../../core/external-id"
import type { PaymentToStart } from "../../payment-gateway"
import type { Harness, RawWebhook } from "./harness"

/** What the sandbox must be told of an adapter. */
export type SandboxedAdapter = {
  options(apiUrl: string): Record<string, unknown>
  /** What its webhooks are signed with. */
  secret: string
  /** The sandbox's names of what the adapter asks for. */
  endpoints: Record<"start" | Movement, string> & { resend?: string }
  /** Sent as JSON with a header, or in the form of the legacy API. */
  sentAs: "json" | "form"
  /** RozetkaPay's id of a payment of the store's. */
  idOf?(externalId: string): string
  /** Where the shopper answers, when it is not by a card on RozetkaPay's page. */
  answers?: { path: string; yes: object; no: object }
  more?(externalId: ExternalId, amount: string): Partial<PaymentToStart>
}

/** The sandbox's own merchants, for the options. */
export { DEFAULT_LEGACY_MERCHANT, DEFAULT_MERCHANT }

const callbackList = z.object({ callbacks: z.array(z.object({ body: z.string() })) })
const requestList = z.object({ requests: z.array(z.unknown()) })
const idleAnswer = z.object({ idle: z.boolean() })

/** RozetkaPay's sandbox in this process, as the other side of one of its adapters. */
export class SandboxHarness implements Harness {
  private sandbox: Sandbox | null = null

  constructor(private readonly adapter: SandboxedAdapter) {}

  async open() {
    this.sandbox = await startSandbox({ resendAfterMs: [] })
  }

  async close() {
    await this.sandbox?.close()
  }

  async reset() {
    await this.post("reset")
  }

  options() {
    return this.adapter.options(this.url)
  }

  more(externalId: ExternalId, amount: string) {
    return this.adapter.more?.(externalId, amount) ?? {}
  }

  async pay(externalId: string) {
    await this.answer(externalId, "yes", {})
  }

  async decline(externalId: string) {
    await this.answer(externalId, "no", { card: "4000000000000044" })
  }

  async lose(what: "request" | "answer", of: "start" | Movement) {
    const kind = what === "request" ? "drop_before" : "drop_after"
    await this.post("faults", { endpoint: this.adapter.endpoints[of], kind, times: 1 })
  }

  async webhooks(): Promise<RawWebhook[]> {
    await this.rest()
    const { callbacks } = callbackList.parse(await this.get("callbacks"))
    return callbacks.map(({ body }) => this.signed(body, this.adapter.secret))
  }

  retold(webhook: RawWebhook, change: (body: string) => string, secret = this.adapter.secret) {
    return this.signed(change(this.bodyOf(webhook)), secret)
  }

  withUnknownStatus(body: string) {
    return body.replaceAll('"status":"success"', '"status":"teleported"')
  }

  withoutAmount(body: string) {
    return body.replaceAll(/"amount":("[^"]*"|[\d.]+)/g, '"amount":null')
  }

  async timesAskedAgain() {
    const { resend = "resend" } = this.adapter.endpoints
    return requestList.parse(await this.get(`requests?endpoint=${resend}`)).requests.length
  }

  private async answer(externalId: string, word: "yes" | "no", byCard: object): Promise<void> {
    const { path = "pay", [word]: body = byCard } = this.adapter.answers ?? {}
    await this.post(`payments/${this.idOf(externalId)}/${path}`, body)
  }

  private signed(body: string, secret: string): RawWebhook {
    const signature = signCallback(secret, body)
    if (this.adapter.sentAs === "json") {
      return { rawBody: Buffer.from(body), headers: { "x-rozetkapay-signature": signature } }
    }
    const data = Buffer.from(body).toString("base64").replaceAll("+", "-").replaceAll("/", "_")
    const form = new URLSearchParams({ data, signature }).toString()
    return { rawBody: Buffer.from(form), headers: {} }
  }

  private bodyOf({ rawBody }: RawWebhook): string {
    if (this.adapter.sentAs === "json") return rawBody.toString()
    const data = new URLSearchParams(rawBody.toString()).get("data") ?? ""
    return Buffer.from(data, "base64url").toString()
  }

  private idOf(externalId: string): string {
    return this.adapter.idOf?.(externalId) ?? externalId
  }

  /** Every webhook was tried: nobody listens, and none is tried again. */
  private async rest(): Promise<void> {
    const deadline = Date.now() + 60_000
    while (Date.now() < deadline) {
      if (idleAnswer.parse(await this.get("idle")).idle) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error("webhooks did not come to rest within a minute")
  }

  private async get(path: string): Promise<unknown> {
    return (await fetch(`${this.url}/sandbox/${path}`)).json()
  }

  private async post(path: string, body: unknown = {}): Promise<void> {
    const headers = { "content-type": "application/json" }
    const request = { method: "POST", headers, body: JSON.stringify(body) }
    const response = await fetch(`${this.url}/sandbox/${path}`, request)
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  }

  private get url(): string {
    if (!this.sandbox) throw new Error("The sandbox was not started")
    return this.sandbox.url
  }
}
