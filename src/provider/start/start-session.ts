import { container } from "@medusajs/framework"
import type {
  InitiatePaymentInput,
  InitiatePaymentOutput,
  Logger,
  UpdatePaymentInput,
} from "@medusajs/framework/types"
import { type ExternalId, externalIdOf } from "../../core/external-id"
import { installationOf } from "../../core/installation"
import { type Money, moneyOf } from "../../core/money"
import type { SessionId } from "../../core/session-id"
import { declinedError, shopperError } from "../../errors"
import { type ShopperLanguage, shopperLanguage } from "../../messages/language"
import { requireLoadedPlugin } from "../boot/plugin-entry"
import { splitsPayments, takesChoice } from "../capabilities"
import { askable } from "../hook-inputs"
import { noteTry } from "../left-tries"
import { notPayable } from "../not-payable"
import type {
  GatewayLedger,
  OrderToStart,
  PaymentGateway,
  PaymentReference,
} from "../payment-gateway"
import { logDecline, logUnstarted } from "../payment-log"
import {
  type PaymentTerms,
  readSessionData,
  replacingClientData,
  type SessionData,
} from "../session-data"
import type { StoreOptions } from "../store-options"
import type { StoreRecords } from "../store-records"
import { waitingAddress } from "../waiting-address"
import { type InstrumentSource, instrumentFor } from "./instrument-for"
import type { OneTimeInputs } from "./one-time-inputs"
import { pageMark } from "./page-mark"
import { whyNotPayableBy } from "./payable"
import { paymentToStart } from "./payment-to-start"
import { readCollection } from "./payments-of-collection"
import { isFiscalised } from "./product-lines"
import { type Purchase, readPurchase } from "./purchase"
import { purposeOf } from "./purpose"
import { requireExpress } from "./require-express"
import { EXPRESS, type SessionInput } from "./session-input"
import type { ShopperBrowser } from "./shopper-browser"
import { startPayment } from "./start-payment"
import { customerIdOf, descriptionOf, isForOwnerOnly, takeSessionInput } from "./way-to-pay"
import { ownCustomer, whosePurchase } from "./whose-purchase"

/** What of the provider a session is started with. */
export type SessionStarter = InstrumentSource & {
  readonly options: StoreOptions
  readonly gateway: PaymentGateway
  readonly inputs: OneTimeInputs
  readonly records: StoreRecords
  readonly logger: Logger
  reference(terms: PaymentTerms): PaymentReference
  ledger(payment: PaymentReference): Promise<GatewayLedger>
}

/** What a payment to several sellers is split by. */
export type PaymentToSplit = {
  sessionId: SessionId
  money: Money
  purchase: Purchase | null
  /** What a store's own code says that it is for; null: the option's text. */
  description: string | null
  /** The shopper's, who reads why it can't be split. */
  language: ShopperLanguage
}

/** What a choice is read of, and measured by. */
export type PaymentToChooseFor = {
  words: Readonly<Record<string, unknown>>
  /** A store's own code said them, and Medusa has them in its database: no secret may be among them. */
  areStored: boolean
  browser: ShopperBrowser | null
  money: Money
  purchase: Purchase | null
  /** The shopper's, who reads why it can't be paid so. */
  language: ShopperLanguage
}

/** What the shopper, or the store's own code, wants to pay with, and who they are. */
export type InstrumentChoice = {
  way: SessionInput
  providerId: string
  /** Null: a guest, or somebody who pays for another's purchase. */
  customerId: string | null
  money: Money
  language: ShopperLanguage
}

type SessionRow = { id: SessionId; provider_id: string; payment_collection_id: string }

/**
 * Opens RozetkaPay's page for a session, or charges what the shopper has brought.
 *
 * @throws MedusaError a sentence for the shopper; nothing was charged
 */
export const startSession = async (
  provider: SessionStarter,
  session: SessionRow,
  input: InitiatePaymentInput | UpdatePaymentInput,
): Promise<InitiatePaymentOutput> => {
  const { payment_collection_id: purchaseId } = session
  const way = takeSessionInput(
    provider.inputs,
    input.data,
    shopperLanguage(provider.options.locale),
  )
  const language = shopperLanguage(way.browser?.language, provider.options.locale)
  requireLoadedPlugin(provider.logger, language)
  const money = askable(moneyOf(input.amount, input.currency_code), language)
  const loggedIn = customerIdOf(input)
  const customerId = loggedIn && (await ownerOf(purchaseId, loggedIn, way))
  if (loggedIn && !customerId && isForOwnerOnly(way))
    throw shopperError("not_your_purchase", language)
  const choice = { way, providerId: session.provider_id, customerId, money, language }
  const instrument = await instrumentFor(provider, choice)
  const purchase = await readPurchase(container, purchaseId)
  const express = way.express === true
  if (express) requireExpress(provider.options, money, purchase, language)
  if (purchase?.orderId) await requireStillPayable(purchaseId, language)

  const description = descriptionOf(input.data)
  const toSplit = { sessionId: session.id, money, purchase, description, language }
  const split = splitsPayments(provider) ? provider.splitOf(toSplit) : null
  const orders = split?.map(({ externalId }) => externalId)
  const before = readSessionData(input.data)
  const chosen = takesChoice(provider)
    ? await provider.choiceFor({ ...saidOf(way, input.data), money, purchase, language })
    : null
  const own = {
    ...sessionTerms(session, money.currency, provider.options),
    ...(orders && { orders }),
    ...(chosen && { choice: chosen.choice }),
    // What is bought so is always captured at once.
    ...(express && { capture: true, mode: EXPRESS }),
  }
  if (before?.external_id === own.external_id) requireSameOrders(before.orders, orders, language)
  const toStart = {
    ...paymentToStart(
      provider.reference(own),
      own.provider_id,
      money,
      purchase,
      {
        ...way,
        purchaseId,
        instrument,
        customerId,
        description,
      },
      // That page is made of the lines, whatever the store wants to tell otherwise.
      express ? { ...provider.options, products: true } : provider.options,
    ),
    ...(split && { split }),
    ...(chosen?.code && { code: chosen.code }),
  }
  warnOfMissingLines(provider, session.id, purchase, split ?? [toStart])
  // Leaves the proof that this store began a charge, before it is sent.
  if (instrument || chosen) await noteTry(container, provider.records, purchaseId, own)
  const started = await startPayment(
    provider.gateway,
    (payment) => provider.ledger(payment),
    toStart,
    language,
    (error) => logUnstarted(provider.logger, session, error),
  )
  if (started.decline) {
    logDecline(provider.logger, session.id, started.decline)
    throw declinedError(started.decline.code, language)
  }
  const isPage = !instrument && !chosen && !started.waits
  const page = { providerId: own.provider_id, purchaseId, money, purchase, customerId, way }
  const data: SessionData = {
    ...own,
    mode: express ? EXPRESS : instrument || started.waits ? "direct" : "hosted",
    checkout_url: started.waits ? waitingFor(provider, own, purchase) : started.checkoutUrl,
    payment_id: started.paymentId,
    ...(way.browser?.language && { language: way.browser.language }),
    ...(way.remember && { remember: true }),
    ...(isPage && { mark: pageMark(container, page) }),
  }
  return { id: session.id, data: replacingClientData(input.data, data) }
}

const waitingFor = (
  { options }: SessionStarter,
  { provider_id, external_id }: PaymentTerms,
  purchase: Purchase | null,
): string => {
  const address = purchase?.shippingAddress ?? purchase?.billingAddress
  return waitingAddress(options, {
    providerId: provider_id,
    sessionId: external_id,
    cartId: purchase?.cartId ?? null,
    countryCode: address?.country_code ?? null,
  })
}

/** Without a request, a store's own code says it, or the session itself, which is given a new amount. */
const saidOf = ({ words, browser }: SessionInput, data: Record<string, unknown> | undefined) => ({
  words: words ?? { ...data, ...readSessionData(data)?.choice },
  areStored: words === undefined,
  browser,
})

/** Once more, by whichever route the session is opened: an order may have been paid or edited since. */
const requireStillPayable = async (collectionId: string, language: ShopperLanguage) => {
  const [collection, purpose] = await Promise.all([
    readCollection(container, collectionId),
    purposeOf(container, collectionId),
  ])
  const why = await whyNotPayableBy(container, collection, purpose)
  if (why) throw notPayable(why, purpose.cart_id === null, language)
}

const ownerOf = async (collectionId: string, loggedIn: string, { browser }: SessionInput) =>
  ownCustomer(await whosePurchase(container, collectionId), loggedIn, browser !== null)

/** A fiscalised project makes its receipt of the lines: that there are none must not stay unseen. */
const warnOfMissingLines = (
  { options, logger }: SessionStarter,
  sessionId: SessionId,
  purchase: Purchase | null,
  told: Pick<OrderToStart, "amount" | "products">[],
): void => {
  if (!options.products) return
  if (!isFiscalised(purchase ?? { items: [], shipping: [] }, options.taxGroup)) return
  for (const { amount } of told.filter(({ products }) => products.length === 0)) {
    logger.warn(
      `rozetkapay: the payment goes without receipt lines, since the purchase's lines do not make up its amount; a fiscalised project may need them session_id=${sessionId} amount=${amount}`,
    )
  }
}

/**
 * A page that was opened before stays payable. Were its sellers others than those that the session
 * knows, the money of some would be overlooked.
 */
const requireSameOrders = (
  before: ExternalId[] | undefined,
  now: ExternalId[] | undefined,
  language: ShopperLanguage,
): void => {
  if (before && [...before].sort().join() !== [...(now ?? [])].sort().join())
    throw shopperError("other_sellers", language)
}

/** What a session's data say of its payment from the beginning to the end. */
export const sessionTerms = (
  session: Pick<SessionRow, "id" | "provider_id">,
  currency: string,
  { capture, backendUrl }: Pick<StoreOptions, "capture" | "backendUrl">,
): PaymentTerms => ({
  external_id: externalIdOf(session.id),
  provider_id: session.provider_id,
  currency_code: currency.toLowerCase(),
  capture,
  installation: installationOf(backendUrl),
})
