import { createHmac } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { type Answer, Shop } from "../../__tests__/shop"
import type { SandboxOptions } from "../../index"
import { DEFAULT_LEGACY_MERCHANT as KEYS } from "../../merchants"

export { KEYS }

/** A shop of old: signs with HMAC, and reads webhooks out of forms. */
export class LegacyShop {
  private constructor(readonly shop: Shop) {}

  static async open(options: SandboxOptions = {}): Promise<LegacyShop> {
    return new LegacyShop(await Shop.open(options))
  }

  close(): Promise<void> {
    return this.shop.close()
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const text = body === undefined ? "" : JSON.stringify(body)
    const signature = createHmac("sha1", KEYS.apiSecret).update(text).digest("hex")
    return this.shop.call(method, path, body, {
      "x-api-auth": `CPAY-HMAC ${KEYS.apiKey}:${signature}`,
      "x-api-key": KEYS.endpointsKey,
      ...headers,
    })
  }

  orderBody(order_id: string, more: Record<string, unknown> = {}) {
    return {
      pos_id: KEYS.posId,
      mode: "hosted",
      method: "purchase",
      amount: 1249.99,
      currency: "UAH",
      description: "Order",
      order_id,
      server_url: this.shop.callback_url,
      result_url: "https://shop.example/thanks",
      ...more,
    }
  }

  pay(order_id: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.call("POST", "/api/v1/payment", this.orderBody(order_id, more))
  }

  /** A hosted order, paid on its page. */
  async paid(order_id: string, more: Record<string, unknown> = {}): Promise<void> {
    await this.pay(order_id, more)
    await this.shop.pay(order_id)
  }

  change(name: string, order_id: string, more: Record<string, unknown> = {}): Promise<Answer> {
    const body = { pos_id: KEYS.posId, order_id, order_currency: "UAH", ...more }
    return this.call("POST", `/api/v1/${name}`, body)
  }

  read(path: string): Promise<Answer> {
    return this.call("GET", `/api/v1/pos/${KEYS.posId}/${path}`)
  }

  /** The transactions that webhooks have brought, in the order they came. */
  webhooks(): Record<string, unknown>[] {
    return this.shop.received.map(({ raw }) => {
      const data = new URLSearchParams(raw).get("data") ?? ""
      return wire.parse(JSON.parse(Buffer.from(data, "base64url").toString("utf8")))
    })
  }
}

const wire = z.record(z.string(), z.unknown())

const example = z.object({
  request: wire.optional(),
  response: z.union([wire, z.array(wire)]).optional(),
  webhook: wire.optional(),
  client: wire.optional(),
  server: wire.optional(),
  refusal: wire.optional(),
})

/** An example of the legacy API's document, by the name of its section. */
export const documentExample = (name: string) =>
  example.parse(
    JSON.parse(
      readFileSync(join(__dirname, "document", `${name}.json`), "utf8").replaceAll(
        /\$\{POS_ID\}/g,
        KEYS.posId,
      ),
    ),
  )
