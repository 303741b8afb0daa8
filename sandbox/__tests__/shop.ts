import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import { z } from "zod"
import { type Sandbox, type SandboxOptions, startSandbox } from "../index"

export type Answer = { status: number; headers: Headers; body: unknown; text: string }
export type Received = { body: unknown; raw: string; headers: IncomingHttpHeaders }

export const LOGIN = "sandbox-login"
export const PASSWORD = "sandbox-password"

/** A shop beside a sandbox of its own: calls the API, receives callbacks, works the controls. */
export class Shop {
  /** Callbacks in the order they came, and how the next ones are answered (then: 200). */
  readonly received: Received[] = []
  statuses: number[] = []

  private constructor(
    readonly sandbox: Sandbox,
    private readonly server: Server,
    readonly callback_url: string,
  ) {}

  static async open(options: SandboxOptions = {}): Promise<Shop> {
    const sandbox = await startSandbox({ resendAfterMs: [30, 30, 30], ...options })
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address()
    if (address === null || typeof address === "string") throw new Error("no address")
    const shop = new Shop(sandbox, server, `http://127.0.0.1:${address.port}/callback`)
    server.on("request", (request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8")
        shop.received.push({ raw, body: parsed(raw), headers: request.headers })
        response.statusCode = shop.statuses.shift() ?? 200
        if (response.statusCode === 302) response.setHeader("location", shop.callback_url)
        response.end("noted")
      })
    })
    return shop
  }

  async close(): Promise<void> {
    await this.sandbox.close()
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.sandbox.url + path, {
      method,
      redirect: "manual",
      headers: {
        authorization: `Basic ${Buffer.from(`${LOGIN}:${PASSWORD}`).toString("base64")}`,
        "content-type": "application/json",
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: parsed(text), text }
  }

  createBody(external_id: string, more: Record<string, unknown> = {}) {
    return {
      amount: 1249.99,
      currency: "UAH",
      external_id,
      mode: "hosted",
      callback_url: this.callback_url,
      result_url: "https://shop.example/thanks",
      metadata: { session: external_id },
      ...more,
    }
  }

  create(external_id: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.call("POST", "/api/payments/v1/new", this.createBody(external_id, more))
  }

  operate(name: string, body: Record<string, unknown>): Promise<Answer> {
    return this.call("POST", `/api/payments/v1/${name}`, body)
  }

  info(external_id: string): Promise<Answer> {
    return this.call("GET", `/api/payments/v1/info?external_id=${external_id}`)
  }

  pay(external_id: string, how: Record<string, unknown> = {}): Promise<Answer> {
    return this.control(`payments/${external_id}/pay`, how)
  }

  control(path: string, body: unknown = {}): Promise<Answer> {
    return this.call("POST", `/sandbox/${path}`, body)
  }

  look(path: string): Promise<Answer> {
    return this.call("GET", `/sandbox/${path}`)
  }

  async ledger(external_id: string): Promise<unknown> {
    const { body } = await this.look(`payments/${external_id}`)
    return z.object({ payment: z.looseObject({ ledger: z.unknown() }) }).parse(body).payment.ledger
  }

  /** Waits until no callback is on its way any more. */
  async idle(): Promise<void> {
    const { body } = await this.look("idle?within_ms=60000")
    if (z.object({ idle: z.boolean() }).parse(body).idle) return
    throw new Error("Callbacks did not come to rest within a minute")
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const createAnswer = z.looseObject({ id: z.string(), action: z.object({ value: z.string() }) })

export const checkoutUrl = (answer: Answer): string => createAnswer.parse(answer.body).action.value

/** A token as the widget or a phone gives it, for a test card. */
export async function tokenFor(
  shop: Shop,
  card: string,
  kind: "cc" | "google_pay" | "apple_pay" = "cc",
): Promise<string> {
  const { body } = await shop.control("tokens", { card, kind })
  return z.looseObject({ token: z.string() }).parse(body).token
}

/** A create in direct mode with a customer and a payment method. */
export const payDirectly = (
  shop: Shop,
  external_id: string,
  payment_method: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  shop.create(external_id, {
    mode: "direct",
    customer: { external_id: "cus_1", email: "olena@example.com", payment_method },
    ...more,
  })

/** The same with a new token of the widget. */
export const payByToken = async (
  shop: Shop,
  external_id: string,
  card: string,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  payDirectly(
    shop,
    external_id,
    { type: "cc_token", cc_token: { token: await tokenFor(shop, card) } },
    more,
  )
