import { z } from "zod"
import type { Gateway } from "./gateway"
import { type GatewayPayment, paymentShape } from "./gateway-payment"
import { ask, send } from "./json-http"

/** Any text, however odd; what is left out is missing in RozetkaPay's answers. */
export type ExpressDelivery = Partial<
  Record<
    "delivery_type" | "provider" | "city" | "street" | "house" | "apartment" | "warehouse_number",
    string
  >
>
export type ExpressPerson = Partial<
  Record<"first_name" | "last_name" | "patronym" | "phone", string>
>

/** What the shopper tells; left out = a sample, null = RozetkaPay does not tell it at all. */
export type ExpressOrder = {
  login?: string
  delivery?: ExpressDelivery | null
  recipient?: ExpressPerson | null
  /** Left out = the recipient with `email`. */
  customer?: (ExpressPerson & { email?: string }) | null
  email?: string | null
}

type ByCard = ExpressOrder & {
  card?: string
  three_ds?: "approve" | "reject" | "leave"
  amount?: number
  currency?: string
}

export const TO_BRANCH = {
  delivery_type: "W",
  provider: "nova_poshta",
  city: "Київ",
  warehouse_number: "Відділення №1",
} as const satisfies ExpressDelivery

export const TO_LOCKER = {
  delivery_type: "P",
  provider: "nova_poshta",
  city: "Одеса",
  warehouse_number: "Поштомат №26317",
} as const satisfies ExpressDelivery

export const BY_COURIER = {
  delivery_type: "D",
  provider: "nova_poshta",
  city: "Львів",
  street: "вул. Івана Франка",
  house: "61",
  apartment: "4",
} as const satisfies ExpressDelivery

const REJECTED = "4444333322221111"
const bought = z.object({ payment: paymentShape, redirect_to: z.string().nullish() })

/** The shopper on RozetkaPay's express page, and how its callbacks travel. */
export class GatewayExpress {
  constructor(private readonly gateway: Gateway) {}

  /** Tells delivery and recipient, and pays (or tries to) by card. */
  payByCard(externalId: string, how: ByCard = {}): Promise<z.output<typeof bought>> {
    return this.buy(externalId, { means: "card", ...how })
  }

  /** Orders, to pay when the parcel comes. */
  orderOnDelivery(externalId: string, how: ExpressOrder = {}): Promise<z.output<typeof bought>> {
    return this.buy(externalId, { means: "on_delivery", ...how })
  }

  /** The bank says no; the page stays open for another card. */
  decline(externalId: string, how: ByCard = {}): Promise<z.output<typeof bought>> {
    return this.payByCard(externalId, { card: REJECTED, ...how })
  }

  /** Goes back to the shop without paying: where to. */
  async leave(externalId: string, login?: string): Promise<string> {
    const page = await this.page(externalId, login)
    const { headers } = await send(`${page.origin}${page.pathname}/leave`)
    const target = headers.get("location")
    if (target === null) throw new Error(`The page of ${externalId} leads nowhere`)
    return target
  }

  /** What the page shows. */
  async shown(externalId: string, login?: string): Promise<string> {
    return (await send((await this.page(externalId, login)).href)).text
  }

  /** What the merchant's contract with RozetkaPay leaves out; [] = nothing. */
  notAllowed(login: string, not_allowed: ("express_checkout" | "pay_on_delivery")[]) {
    const path = `merchants/${encodeURIComponent(login)}`
    return this.post(z.unknown(), path, { not_allowed })
  }

  /** How express callbacks travel, and what their signature is made over. */
  callbacksAs(
    express_callback_sent_as: "json" | "data_form" | "data_form_percent",
    express_signature_over: "json" | "raw_body" = "json",
  ) {
    return this.gateway.quirks({ express_callback_sent_as, express_signature_over })
  }

  private async page(externalId: string, login?: string): Promise<URL> {
    const { checkout_url }: GatewayPayment = await this.gateway.payment(externalId, login)
    if (!checkout_url) throw new Error(`${externalId} has no page at the gateway`)
    return new URL(checkout_url)
  }

  private async buy(externalId: string, how: ByCard & { means: "card" | "on_delivery" }) {
    const { name } = await this.gateway.payment(externalId, how.login)
    return this.post(bought, `payments/${name}/express`, how)
  }

  private post<Shape extends z.ZodType>(shape: Shape, path: string, body: object) {
    return ask(shape, `${this.gateway.url}/sandbox/${path}`, { method: "POST", body })
  }
}
