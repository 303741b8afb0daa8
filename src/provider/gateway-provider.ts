import { container } from "@medusajs/framework"
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  Logger,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  ContainerRegistrationKeys,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import type { Instrument } from "../core/instrument"
import { held, kept } from "../core/ledger"
import { currencyCode, exceeds, isPositive, missing, moneyOf } from "../core/money"
import { isPaidAs } from "../core/paid-order"
import { readMetadata } from "../core/payment-metadata"
import { isSame } from "../core/plan"
import type { SellerLedger } from "../core/seller-ledger"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { type ShopperLanguage, shopperLanguage } from "../messages/decline-sentence"
import { callbackUrl } from "./callback-urls"
import { hookContext, inHookContext, ledgerInHand } from "./hook-context"
import { dataOfSession, ownData, rowIdOf, sessionIdOf } from "./hook-inputs"
import { noteLeftTry, noteTry } from "./left-tries"
import { partLines, type RefundOfGoods } from "./part-lines"
import { asMedusaError, capturedElsewhere, movedMeanwhile, notKnownYet } from "./payment-errors"
import type {
  GatewayLedger,
  OrderToStart,
  PartLines,
  PaymentGateway,
  PaymentReference,
  WebhookEvent,
} from "./payment-gateway"
import { logDecline } from "./payment-log"
import { receiveWebhook } from "./receive-webhook"
import { RecentEvents } from "./recent-events"
import { moveMoney, sendMovement } from "./send-movement"
import { type PaymentTerms, readSessionData } from "./session-data"
import { restOf, Spaced } from "./spaced"
import { OneTimeInputs } from "./start/one-time-inputs"
import type { Lines } from "./start/product-lines"
import { type PurchaseLine, readPurchase } from "./start/purchase"
import { readSoldLines } from "./start/sold-lines"
import { type InstrumentChoice, type PaymentToSplit, startSession } from "./start/start-session"
import type { StoreOptions } from "./store-options"
import { StoreRecords, type StoreRows, type StoreSession } from "./store-records"
import { cartHasChanged, partsHaveChanged, whyNotPaid } from "./why-not-paid"

export type GatewayCradle = StoreRows & { logger: Logger }

/** Milliseconds between two questions of one payment. */
const REST = 500

type Headers = Record<string, unknown>

/**
 * A payment provider of Medusa over the port: all of RozetkaPay's APIs walk through here.
 *
 * Its hooks are the design's "store -> gateway" moves: each looks at both ledgers
 * and sends only what the gateway lacks, so each may be repeated.
 */
export abstract class GatewayProvider extends AbstractPaymentProvider<Record<string, unknown>> {
  abstract readonly options: StoreOptions
  abstract readonly gateway: PaymentGateway
  readonly events = new RecentEvents()
  /** However often a cart is completed, RozetkaPay is asked once at a time, and then rests; by each process of the store. */
  private readonly completions = new Spaced<GatewayLedger>(() => false, restOf(REST))
  /** What clients posted, on its way around the database. */
  readonly inputs = new OneTimeInputs()
  readonly logger: Logger
  readonly records: StoreRecords

  constructor(cradle: GatewayCradle, given: Record<string, unknown>) {
    super(cradle, given)
    this.logger = cradle.logger
    this.records = new StoreRecords(cradle)
  }

  /** Whether these bytes were signed with this provider's own secret. */
  abstract isGenuine(rawBody: Buffer, headers: Headers): boolean

  /**
   * Reads a callback whose signature was right. What it says goes on as an event, which the workflow
   * engine writes down: whatever must not be written stays behind here.
   *
   * @returns null when it is about a saved card, and about no payment.
   * @throws RozetkaPayError `malformed`
   */
  abstract readCallback(rawBody: Buffer): WebhookEvent | null

  /**
   * What is charged now, of what the shopper brought or allowed before. Null: they choose on RozetkaPay's page.
   *
   * @throws MedusaError a sentence for the shopper: this can't be charged
   */
  abstract instrumentFor(choice: InstrumentChoice): Promise<Instrument | null>

  /**
   * Which seller gets what of a payment, where its gateway pays several. Null: all is one merchant's.
   *
   * @throws MedusaError a sentence: it can't be split; nothing was sent
   */
  splitOf(_: PaymentToSplit): OrderToStart[] | null {
    return null
  }

  /** Who has what of a payment to several sellers; null when it is one merchant's. @throws RozetkaPayError */
  async sellersOf(_: PaymentReference): Promise<SellerLedger[] | null> {
    return null
  }

  /** Those of a payment's lines that are a seller's, where there are several. */
  linesOfSeller({ items, shipping }: Lines, _: string): PurchaseLine[] {
    return [...items, ...shipping]
  }

  linesOf(
    { externalId }: PaymentReference,
    collectionId: () => Promise<string | null>,
    refund: RefundOfGoods | null,
  ): PartLines | undefined {
    if (!this.options.products) return undefined
    const read = async () => {
      const id = await collectionId()
      return id === null ? null : readSoldLines(container, id)
    }
    return partLines(this, externalId, read, refund)
  }

  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return startSession(this, await this.records.session(sessionIdOf(input)), input)
  }

  /** A session with a new amount: RozetkaPay lets a payment be created anew until it is paid. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const session = await this.records.session(ownData(input.data).external_id)
    const { data } = await startSession(this, session, input)
    return { data }
  }

  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const language = shopperLanguage(readSessionData(input.data)?.language, this.options.locale)
    const data = dataOfSession(input, language)
    const session = await this.records.session(data.external_id)
    const asked = moneyOf(session.amount, session.currency_code)
    const ledger =
      ledgerInHand(data.external_id) ??
      (await this.completions
        .ask(data.external_id, () => this.ledger(this.reference(data)))
        .catch((error: unknown) => {
          throw notKnownYet(error, language)
        }))
    const unpaid = whyNotPaid(ledger, asked, language)
    if (unpaid) {
      logDecline(this.logger, data.external_id, ledger.decline)
      throw unpaid
    }
    await this.requireSameCart(session, data, ledger, language)
    await this.keepConsent(data)
    return {
      status: isPositive(held(ledger))
        ? PaymentSessionStatus.AUTHORIZED
        : PaymentSessionStatus.CAPTURED,
      data: { ...data, checkout_url: null, payment_id: ledger.paymentId ?? data.payment_id },
    }
  }

  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const id = rowIdOf(input, "capture")
    await sendMovement(this, "capture", this.reference(ownData(input.data)), {
      read: this.records.capture(id),
      confirm: () => this.records.markCaptureRecorded(id),
    })
    return { data: input.data }
  }

  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const id = rowIdOf(input, "refund")
    await sendMovement(this, "refund", this.reference(ownData(input.data)), {
      read: this.records.refund(id),
      confirm: () => this.records.markRefundSent(id),
    })
    // The refund is made: a row that could not be marked must not be undone for it.
    await this.records.markRefundSent(id).catch((error: unknown) => {
      this.logger.warn(`rozetkapay: the refund ${id} was made but could not be marked: ${error}`)
    })
    return { data: input.data }
  }

  /**
   * Gives up whatever is still on hold. Captured money is not touched: that is refundPayment's.
   *
   * Without a Payment's id the core could not write a Payment, mostly because another
   * request has just done so: its hold is not ours to cancel, and syncing looks again.
   *
   * A canceled Payment takes no captures any more. So one that the gateway shows and the store does
   * not know has to be recorded first: syncing does so, and returns it when the order is cancelled.
   */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const paymentId = input.context?.idempotency_key
    if (!paymentId) return { data: input.data }
    const payment = this.reference(ownData(input.data))
    const isRecorded = hookContext().recordedCancel === payment.externalId
    let isCaptured = false
    await moveMoney(this, "cancel", payment, async (ledger) => {
      isCaptured = isPositive(ledger.captured)
      const known = payment.twoStep
        ? await this.records.captured(paymentId, ledger.currency)
        : ledger.captured
      if (exceeds(ledger.captured, known))
        throw capturedElsewhere(missing(ledger.captured, known), ledger.currency)
      if (isRecorded && isPositive(held(ledger))) throw movedMeanwhile()
      const lines = this.linesOf(payment, () => this.records.collectionOf(paymentId), null)
      return { amount: held(ledger), wanted: null, lines }
    })
    // When placing an order fails, the core cancels its Payment but would complete the cart with the same session again.
    if (!isCaptured) await this.records.closeSession(payment.externalId)
    return { data: input.data }
  }

  /** Has Medusa write down a cancellation that the gateway shows already; should it show a hold after all, nothing is sent. */
  recordCancel<Result>(externalId: string, cancel: () => Promise<Result>): Promise<Result> {
    return inHookContext({ recordedCancel: externalId }, cancel)
  }

  /** Has a movement that Medusa is asked for inside of `job` be of these sellers: key -> amount. */
  ofSellers<Result>(shares: Record<string, string>, job: () => Promise<Result>): Promise<Result> {
    return inHookContext({ shares }, job)
  }

  namedShares(): Record<string, string> | null {
    return hookContext().shares ?? null
  }

  /** Leaves the proof that this store began a charge, before it is sent. */
  noteTry(collectionId: string, terms: PaymentTerms): Promise<void> {
    return noteTry(container, this.records, collectionId, terms)
  }

  /**
   * The core deletes a session when the cart's total changes or another way to pay
   * is chosen. RozetkaPay can't close a hosted page: should it still be paid, the
   * money is returned, for which the store must be able to show that it left this
   * payment behind, and did not lose it with a backup. Never throws.
   */
  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const data = readSessionData(input.data)
    if (data) {
      await noteLeftTry(container, this.records, data).catch((error: unknown) => {
        this.logger.warn(
          `rozetkapay: it could not be noted that a payment was left behind, so if it is paid nobody can place it session_id=${data.external_id}: ${oneLine(errorMessage(error))}`,
        )
      })
    }
    return { data: input.data }
  }

  async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return { data: input.data, status: statusOf(await this.readOwn(input.data)) }
  }

  async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const { currency, authorized, captured, canceled, refunded } = await this.readOwn(input.data)
    return {
      data: { ...input.data, ledger: { currency, authorized, captured, canceled, refunded } },
    }
  }

  /**
   * Medusa's own webhook route, which waits five seconds and answers 200 to
   * anything. All is done by syncing; the core is told to do nothing more, since
   * what it would do with an amount or an unknown session is not safe to repeat.
   */
  async getWebhookActionAndData({
    rawData,
    headers,
  }: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    const rawBody = Buffer.isBuffer(rawData) ? rawData : Buffer.from(rawData)
    const nothing = { action: PaymentActions.NOT_SUPPORTED }
    if (!this.isGenuine(rawBody, headers)) {
      this.logger.warn("rozetkapay: a callback with a missing or wrong signature was ignored")
      return nothing
    }
    const event = this.readCallback(rawBody)
    // A saved card: whoever asks for cards reads them from RozetkaPay.
    if (!event) return nothing
    const { externalId, metadata } = event
    const providerId =
      (externalId && (await this.records.providerOf(externalId))) ??
      readMetadata(metadata)?.providerId
    // Another login's signature proves nothing about a payment of this one.
    if (!providerId || this.container[providerId] !== this) return nothing
    const receipt = await receiveWebhook(container, providerId, this, rawBody)
    if (receipt.is === "unfinished") throw new Error(receipt.message)
    return nothing
  }

  /**
   * A cart that changed while it was being paid. Medusa keeps a session whose cart costs the same as
   * before, also when a discount, or goods of the same price, are of another seller's now: then each
   * seller would be paid for other goods than sold.
   *
   * @throws MedusaError of a type that syncing returns the money for
   */
  private async requireSameCart(
    session: StoreSession,
    data: PaymentTerms,
    ledger: GatewayLedger,
    language: ShopperLanguage,
  ): Promise<void> {
    const { payment_collection: collection, payment_collection_id } = session
    const money = moneyOf(session.amount, session.currency_code)
    const cost = moneyOf(collection.amount, collection.currency_code)
    const isOtherCost = !isSame(money, cost)
    if (!(isOtherCost || data.orders) || !(await isForCart(payment_collection_id))) return
    if (isOtherCost) throw cartHasChanged(money, cost, language)
    const purchase = await readPurchase(container, payment_collection_id, "cart")
    const sessionId = data.external_id
    const parts = this.splitOf({ sessionId, money, purchase, description: null, language })
    if (!isPaidAs(parts ?? [], ledger.orders ?? [])) throw partsHaveChanged(language)
  }

  /** The gateway's ledger; a failure becomes the sentence for whoever asked. */
  private async read(payment: PaymentReference): Promise<GatewayLedger> {
    try {
      return await this.ledger(payment)
    } catch (error) {
      throw asMedusaError(error)
    }
  }

  private readOwn(given: Record<string, unknown> | undefined): Promise<GatewayLedger> {
    return this.read(this.reference(ownData(given)))
  }

  /** The gateway's ledger with everything that signed callbacks have told lately. @throws RozetkaPayError */
  ledger(payment: PaymentReference): Promise<GatewayLedger> {
    return this.gateway.ledger(payment, this.events.of(payment.externalId))
  }

  /** Keeps what a paid session allows later, where its gateway has such a thing. Never throws: money comes first. */
  async keepConsent(_: PaymentTerms): Promise<void> {}

  /** Writes what starting a direct payment would have left in its session, had the process not ended. */
  finishStart(terms: PaymentTerms, paymentId: string | null): Promise<void> {
    const { external_id, provider_id, currency_code, capture, orders, installation } = terms
    return this.records.writeSession(external_id, {
      external_id,
      provider_id,
      currency_code: currency_code.toLowerCase(),
      capture,
      mode: "direct",
      checkout_url: null,
      payment_id: paymentId,
      ...(orders && { orders }),
      ...(installation && { installation }),
    })
  }

  reference(data: PaymentTerms): PaymentReference {
    return {
      externalId: data.external_id,
      twoStep: !data.capture,
      currency: currencyCode(data.currency_code),
      callbackUrl: callbackUrl(this.options, data.provider_id),
      ...(data.orders && { orders: data.orders }),
    }
  }
}

/** What Medusa calls the gateway's ledger. Unknown and unfinished are "pending". */
const statusOf = (ledger: GatewayLedger): PaymentSessionStatus => {
  if (isPositive(held(ledger))) return PaymentSessionStatus.AUTHORIZED
  if (isPositive(kept(ledger))) return PaymentSessionStatus.CAPTURED
  if (isPositive(ledger.authorized)) return PaymentSessionStatus.CANCELED
  return PaymentSessionStatus.PENDING
}

const isForCart = async (payment_collection_id: string): Promise<boolean> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id },
  })
  return data.length > 0
}
