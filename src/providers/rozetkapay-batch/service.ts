import { logger as bootLogger } from "@medusajs/framework/logger"
import type { Instrument } from "../../core/instrument"
import type { SellerLedger } from "../../core/seller-ledger"
import { SplitError } from "../../core/split-error"
import { checkSoon } from "../../provider/boot/check-soon"
import { checkKeys } from "../../provider/boot/key-check"
import { requirePluginEntry } from "../../provider/boot/plugin-entry"
import { type GatewayCradle, GatewayProvider } from "../../provider/gateway-provider"
import { asShoppersError, notOffered } from "../../provider/payment-errors"
import type { OrderToStart, PaymentReference, WebhookEvent } from "../../provider/payment-gateway"
import { logExchange, logUnpayable } from "../../provider/payment-log"
import type { Lines } from "../../provider/start/product-lines"
import type { PurchaseLine } from "../../provider/start/purchase"
import type { InstrumentChoice, PaymentToSplit } from "../../provider/start/start-session"
import { optionWarnings } from "../../provider/store-options"
import { isGenuineCallback } from "../../rozetkapay/callback-signature"
import { RozetkaPayClient } from "../../rozetkapay/client"
import { BatchGateway } from "./batch-gateway"
import { type BatchOptions, parseBatchOptions } from "./options"
import { readOrdersCallback } from "./read-orders-callback"
import { sellerOfLine } from "./seller-of-line"
import { splitCart } from "./split-cart"

/** What a batch may be paid by in the store; a customer's saved cards are the provider `rozetkapay`'s. */
const TAKEN: Instrument["type"][] = ["cc_token", "google_pay", "apple_pay"]

/**
 * Medusa's payment provider `rozetkapay-batch`, for marketplaces: the shopper pays once, and each
 * seller's part goes into the seller's own project at RozetkaPay.
 */
export class RozetkaPayBatchProviderService extends GatewayProvider {
  static identifier = "rozetkapay-batch"

  readonly options: BatchOptions
  readonly gateway: BatchGateway

  constructor(cradle: GatewayCradle, given: Record<string, unknown>) {
    super(cradle, given)
    this.options = parseBatchOptions(given)
    const client = new RozetkaPayClient({
      ...this.options,
      onExchange: (exchange) => logExchange(this.logger, exchange),
    })
    this.gateway = new BatchGateway(client, this.options.sellers, this.events)
  }

  static async validateOptions(given: Record<string, unknown>): Promise<void> {
    const options = parseBatchOptions(given)
    await requirePluginEntry()
    for (const warning of optionWarnings(RozetkaPayBatchProviderService.identifier, given))
      bootLogger.warn(warning)
    checkSoon(() => checkKeys(options, bootLogger), bootLogger)
  }

  isGenuine(rawBody: Buffer, headers: Record<string, unknown>): boolean {
    const signature = headers["x-rozetkapay-signature"]
    return isGenuineCallback({ rawBody, signature, password: this.options.password })
  }

  readCallback(rawBody: Buffer): WebhookEvent | null {
    return readOrdersCallback(rawBody)
  }

  async instrumentFor({ way, language }: InstrumentChoice): Promise<Instrument | null> {
    const { instrument, offSession, remember } = way
    const isCaptured = instrument === null || TAKEN.includes(instrument.type)
    const saves = instrument?.type === "cc_token" && instrument.save
    if (!isCaptured || saves || offSession || remember) throw notOffered(language)
    return instrument
  }

  splitOf(payment: PaymentToSplit): OrderToStart[] {
    try {
      return splitCart(payment, this.options)
    } catch (error) {
      const { purchase, language } = payment
      const cart = purchase?.cartId ?? payment.sessionId
      if (error instanceof SplitError) logUnpayable(this.logger, cart, error.message)
      throw asShoppersError(error, language)
    }
  }

  linesOfSeller({ items, shipping }: Lines, seller: string): PurchaseLine[] {
    const { defaultSeller, sellerOf } = this.options
    const own = items.filter((line) => (sellerOfLine(line, sellerOf) ?? defaultSeller) === seller)
    return seller === defaultSeller ? [...own, ...shipping] : own
  }

  async sellersOf(payment: PaymentReference): Promise<SellerLedger[]> {
    const ledgers = await this.gateway.ledgers.all(payment)
    return ledgers.map(({ seller, order, ledger }) => ({
      seller,
      name: (seller !== null && this.options.sellers[seller]?.name) || null,
      externalId: order.externalId,
      ledger,
      unclear: ledger.unclear,
    }))
  }
}
