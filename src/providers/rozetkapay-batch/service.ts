import { logger as bootLogger } from "@medusajs/framework/logger"
import { checkSoon } from "../../gateway-provider/boot-checks"
import { type GatewayCradle, GatewayProvider } from "../../gateway-provider/gateway-provider"
import { checkKeys } from "../../gateway-provider/key-check"
import { asShoppersError, notOffered } from "../../gateway-provider/payment-errors"
import { logExchange, logUnpayable } from "../../gateway-provider/payment-log"
import { requirePluginEntry } from "../../gateway-provider/plugin-entry"
import type { SignedCallback } from "../../gateway-provider/signed-callback"
import { optionWarnings } from "../../gateway-provider/store-options"
import { BatchGateway } from "../../gateways/batch-gateway"
import type { Lines } from "../../payment-start/product-lines"
import type { PurchaseLine } from "../../payment-start/purchase"
import type { InstrumentChoice, PaymentToSplit } from "../../payment-start/start-session"
import type { OrderToStart, PaymentReference } from "../../payments/gateway"
import type { Instrument } from "../../payments/instrument"
import type { SellerBook } from "../../payments/seller-book"
import { SplitError } from "../../payments/split-error"
import { isGenuineCallback } from "../../rozetkapay/callback-signature"
import { RozetkaPayClient } from "../../rozetkapay/client"
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
    this.gateway = new BatchGateway(client, this.options.sellers, this.evidence)
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

  readCallback(rawBody: Buffer): SignedCallback {
    return readOrdersCallback(rawBody)
  }

  async instrumentFor({ way, language }: InstrumentChoice): Promise<Instrument | null> {
    const { instrument, offSession, remember } = way
    const isTaken = instrument === null || TAKEN.includes(instrument.type)
    const saves = instrument?.type === "cc_token" && instrument.save
    if (!isTaken || saves || offSession || remember) throw notOffered(language)
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

  async sellersOf(payment: PaymentReference): Promise<SellerBook[]> {
    const books = await this.gateway.books.all(payment)
    return books.map(({ seller, order, book }) => ({
      seller,
      name: (seller !== null && this.options.sellers[seller]?.name) || null,
      externalId: order.externalId,
      book,
      unclear: book.unclear,
    }))
  }
}
