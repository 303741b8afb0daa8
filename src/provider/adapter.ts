import type { Logger } from "@medusajs/framework/types"
import type { z } from "zod"
import type { Instrument } from "../core/instrument"
import type { KeyAnswer } from "./boot/key-check"
import type { Environment } from "./environment"
import type { PaymentGateway, WebhookEvent } from "./payment-gateway"
import type { RecentEvents } from "./recent-events"
import type { StoreOptions } from "./store-options"
import type { CartToPay, WaySource, WayToPay } from "./ways-to-pay"

/**
 * One of RozetkaPay's APIs, as everything outside of its folder knows it. `docs/adding-an-adapter.md`
 * makes one from nothing; `adapterContract` says what each must keep.
 */
export type AdapterDescriptor<
  Options extends StoreOptions = StoreOptions,
  Gateway extends PaymentGateway = PaymentGateway,
> = {
  /** The provider is "pp_<identifier>_<id>", its folder `providers/<identifier>`. No underscore: Medusa's dashboard splits there. */
  readonly identifier: string
  /** For people who choose among them. */
  readonly title: string
  readonly optionsSchema: z.ZodType<Options>
  /** What a shopper may pay with in the store itself. RozetkaPay's own page is always offered. */
  readonly instruments: readonly Instrument["type"][]
  readonly capabilities: Capabilities
  createGateway(options: Options, tools: GatewayTools): Gateway
  readonly webhook: AdapterWebhook<Options>
  /**
   * How a cart may be paid by it, and how not and why, in the order in which it is to be shown: what
   * `GET /store/rozetkapay/methods` lists. Absent: on RozetkaPay's page alone.
   *
   * Asked for by anybody who shops: what it reads of RozetkaPay it keeps for minutes. An answer that can't be
   * read makes its ways unavailable, and throws nothing.
   */
  waysToPay?(cart: CartToPay, source: WaySource<Options, Gateway>): Promise<WayToPay[]>
  /** Asks RozetkaPay whether it knows the keys: soon after the boot, and whenever staff press for it. Charges nothing. */
  checkKeys(options: Options): Promise<KeyAnswer>
  /** Whether these options move real money. */
  environment(options: Options): Environment
}

/** What only some can do. The provider of one that can fills the interface of the same name. */
export type Capabilities = {
  /** One payment of the shopper's goes to several sellers: `SplitsPayments`. */
  splitsPayments: boolean
  /** Customers keep cards, and pay with them: `SavesCards`. */
  savesCards: boolean
  /** A customer may be charged later without being there: `ChargesLater`. */
  chargesLater: boolean
  /** The shopper chooses something of the API before it is asked: `TakesChoice`. */
  takesChoice: boolean
  /** A refund that waits for the merchant's balance may be tried again, or given up: `DefersRefunds`. */
  defersRefunds: boolean
  /** Money may be held first, and captured later. Else it is captured with the payment. */
  holdsFirst: boolean
  /** Of a hold a part may be captured. Else all of it, or nothing. */
  capturesInPart: boolean
  /** A hold may be given up in part. Else all of what is held, or nothing. */
  cancelsInPart: boolean
}

/** What a gateway is made with, beside its options. */
export type GatewayTools = {
  logger: Logger
  /** What signed callbacks told lately. */
  events: RecentEvents
}

export type AdapterWebhook<Options> = {
  /** Whether these bytes were signed with this provider's own secret. Compares in constant time, reads nothing else. */
  isGenuine(rawBody: Buffer, headers: Record<string, unknown>, options: Options): boolean
  /**
   * Reads a callback whose signature was right. Null: it is about a saved card, and no payment.
   *
   * @throws RozetkaPayError `malformed`
   */
  read(rawBody: Buffer, options: Options): WebhookEvent | null
}
