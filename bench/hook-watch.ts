import { subscribe, unsubscribe } from "node:diagnostics_channel"
import { ClientRequest } from "node:http"
import type { GatewayProvider } from "../src/provider/gateway-provider"
import { timed } from "./spread"

/** One hook of the provider's, as Medusa called it. Milliseconds. */
export type HookTime = {
  all: number
  /** From the last byte of a request to the head of its answer, summed over the calls. */
  atGateway: number
  /** The processor's time of this process, which a busy machine makes little longer. */
  processor: number
  calls: number
}

const HOOKS = ["initiatePayment", "authorizePayment", "capturePayment", "refundPayment"] as const
export type Hook = (typeof HOOKS)[number]

/**
 * Times a provider's hooks where Medusa calls them, and what of it they wait for the gateway (told by
 * Node itself, node:diagnostics_channel). One hook at a time.
 */
export class HookWatch {
  private readonly times = new Map<Hook, HookTime>()
  private readonly sentAt = new Map<ClientRequest, number>()
  private atGateway = 0
  private calls = 0
  private last: ClientRequest | null = null

  constructor(provider: GatewayProvider) {
    provider.initiatePayment = this.around("initiatePayment", provider.initiatePayment, provider)
    provider.authorizePayment = this.around("authorizePayment", provider.authorizePayment, provider)
    provider.capturePayment = this.around("capturePayment", provider.capturePayment, provider)
    provider.refundPayment = this.around("refundPayment", provider.refundPayment, provider)
    subscribe("http.client.request.start", this.onRequest)
    subscribe("http.client.response.finish", this.onResponse)
  }

  /** What the hook's latest call took. */
  latest(hook: Hook): HookTime {
    const time = this.times.get(hook)
    if (!time) throw new Error(`${hook} was not called`)
    this.times.delete(hook)
    return time
  }

  /** The head of the request that was sent last. */
  latestRequest(): { method: string; path: string; headers: Record<string, string> } {
    if (!this.last) throw new Error("No request was sent")
    const headers = Object.entries(this.last.getHeaders()).filter(
      ([name]) => !["host", "connection", "content-length"].includes(name),
    )
    return {
      method: this.last.method,
      path: this.last.path,
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    }
  }

  close(): void {
    unsubscribe("http.client.request.start", this.onRequest)
    unsubscribe("http.client.response.finish", this.onResponse)
  }

  private around<Input, Output>(
    hook: Hook,
    original: (input: Input) => Promise<Output>,
    provider: GatewayProvider,
  ): (input: Input) => Promise<Output> {
    return async (input) => {
      this.atGateway = 0
      this.calls = 0
      const before = process.cpuUsage()
      const work = { output: undefined as Promise<Output> | undefined }
      const all = await timed(() => {
        work.output = original.call(provider, input)
        return work.output
      })
      const { user, system } = process.cpuUsage(before)
      const processor = (user + system) / 1000
      this.times.set(hook, { all, atGateway: this.atGateway, processor, calls: this.calls })
      if (!work.output) throw new Error(`${hook} did not run`)
      return work.output
    }
  }

  private readonly onRequest = (message: unknown) => {
    const request = requestOf(message)
    if (!request) return
    this.last = request
    this.sentAt.set(request, performance.now())
  }

  private readonly onResponse = (message: unknown) => {
    const request = requestOf(message)
    const sent = request && this.sentAt.get(request)
    if (!request || sent === undefined) return
    this.sentAt.delete(request)
    this.atGateway += performance.now() - sent
    this.calls += 1
  }
}

const requestOf = (message: unknown): ClientRequest | undefined =>
  typeof message === "object" &&
  message !== null &&
  "request" in message &&
  message.request instanceof ClientRequest
    ? message.request
    : undefined
