import { AsyncLocalStorage } from "node:async_hooks"
import { container } from "@medusajs/framework"
import { logger as bootLogger } from "@medusajs/framework/logger"
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  CreateAccountHolderInput,
  DeleteAccountHolderInput,
  DeletePaymentInput,
  DeletePaymentMethodInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ListPaymentMethodsInput,
  Logger,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  SavePaymentMethodInput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { CardGateway } from "../../gateways/card-gateway"
import { CardWallet } from "../../gateways/card-wallet"
import { type Sent, sendWhatIsDue } from "../../gateways/send-what-is-due"
import { shopperLanguage } from "../../payments/decline-sentence"
import { due, type Move, moved } from "../../payments/due"
import type {
  Decline,
  GatewayLedger,
  PaymentGateway,
  PaymentReference,
} from "../../payments/gateway"
import { held, kept, type Ledger } from "../../payments/ledger"
import { readMarks } from "../../payments/marks"
import {
  type Amount,
  amountOf,
  currencyCode,
  exceeds,
  isPositive,
  type Money,
  moneyOf,
  zero,
} from "../../payments/money"
import { oneLine } from "../../payments/one-line"
import { isSame } from "../../payments/plan"
import { storeLedger } from "../../payments/store-ledger"
import { parseCallback } from "../../rozetkapay/callback"
import { isGenuineCallback } from "../../rozetkapay/callback-signature"
import { type Exchange, RozetkaPayClient } from "../../rozetkapay/client"
import { errorMessage } from "../../workflows/error-message"
import { settleSignedCallback } from "../../workflows/settle-signed-callback"
import { type AccountHolderRows, newAccountHolder } from "./account-holders"
import { checkSoon } from "./boot-checks"
import { callbackUrl } from "./callback-urls"
import { consentedInstrument, needsCustomer } from "./consented-instrument"
import { type ConsentRows, Consents } from "./consents"
import { OneTimeInputs } from "./one-time-inputs"
import { optionWarnings, type ProviderOptions, parseOptions } from "./options"
import {
  alreadyOrdered,
  asMedusaError,
  complaint,
  inAnotherCurrency,
  movedMeanwhile,
  notKnownYet,
} from "./payment-errors"
import { alone } from "./payment-lock"
import { PaymentMethods } from "./payment-methods"
import { paymentToStart } from "./payment-to-start"
import { readPurchase } from "./purchase"
import { RecentEvidence } from "./recent-evidence"
import { RecentReadings } from "./recent-readings"
import { requireOwnCard } from "./require-own-card"
import { SavedCards } from "./saved-cards"
import { readSessionData, replacingClientData, type SessionData } from "./session-data"
import { startPayment } from "./start-payment"
import { StoreBook, type StoreMovement, type StoreRows } from "./store-book"
import { customerIdOf, descriptionOf, isToBeChargedLater, takeSessionInput } from "./way-to-pay"
import { cartHasChanged, whyDeclined, whyNotPaid } from "./why-not-paid"

type Cradle = StoreRows &
  ConsentRows & {
    accountHolderService: AccountHolderRows
    logger: Logger
  }

/** What must be known of a payment to speak of it with the gateway. */
export type PaymentMarks = Pick<
  SessionData,
  "external_id" | "provider_id" | "currency_code" | "capture" | "remember"
>

/**
 * Medusa's payment provider `rozetkapay`: hosted checkout by card, Apple Pay and
 * Google Pay, one-step (`capture: true`) or held first (`capture: false`).
 *
 * Its hooks are the design's "store -> gateway" moves: each looks at both books
 * and sends only what the gateway lacks, so each may be repeated.
 */
export class RozetkaPayProviderService extends AbstractPaymentProvider<Record<string, unknown>> {
  static identifier = "rozetkapay"

  readonly options: ProviderOptions
  readonly gateway: PaymentGateway
  /** What customers keep at RozetkaPay. */
  readonly cards: SavedCards
  readonly readings = new RecentReadings()
  readonly evidence = new RecentEvidence()
  /** What clients posted, on its way around the database. */
  readonly inputs = new OneTimeInputs()
  /** What customers allow to be charged later without them. */
  readonly consents: Consents
  private readonly logger: Logger
  private readonly book: StoreBook
  private readonly holders: AccountHolderRows
  private readonly paymentMethods: PaymentMethods
  /** The payment whose release is only being recorded, along this one chain of calls. */
  private readonly recordedRelease = new AsyncLocalStorage<string>()

  constructor(cradle: Cradle, given: Record<string, unknown>) {
    super(cradle, given)
    this.options = parseOptions(given)
    this.logger = cradle.logger
    this.book = new StoreBook(cradle)
    this.holders = cradle.accountHolderService
    this.consents = new Consents(
      cradle,
      this.options.consentSecret ?? this.options.password,
      cradle.logger,
      (key, job) => container.resolve(Modules.LOCKING).execute(key, job, { timeout: 10 }),
    )
    const client = new RozetkaPayClient({
      ...this.options,
      onExchange: (exchange) => this.logExchange(exchange),
    })
    this.cards = new SavedCards(new CardWallet(client.wallet))
    this.paymentMethods = new PaymentMethods(this.cards, this.options, cradle.logger)
    this.gateway = new CardGateway(client, (externalId, sight) =>
      this.consents.see(externalId, sight),
    )
  }

  static validateOptions(given: Record<string, unknown>): void {
    const options = parseOptions(given)
    for (const warning of optionWarnings(given)) bootLogger.warn(warning)
    checkSoon(options, bootLogger)
  }

  /** Whether RozetkaPay signed these bytes with this login's password. */
  isGenuine(rawBody: Buffer, signature: unknown): boolean {
    return isGenuineCallback({ rawBody, signature, password: this.options.password })
  }

  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const session = await this.book.session(sessionIdOf(input))
    if (isToBeChargedLater(input.data)) {
      const own = { ...this.marksOf(session, input.currency_code), mode: "direct" as const }
      const data = { ...own, checkout_url: null, payment_id: null }
      return { id: session.id, data: replacingClientData(input.data, data) }
    }
    return this.start(session, input)
  }

  /** A session with a new amount: RozetkaPay lets a payment be created anew until it is paid. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const session = await this.book.session(ownData(input.data).external_id)
    const { data } = await this.start(session, input)
    return { data }
  }

  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const data = dataOfSession(input)
    const session = await this.book.session(data.external_id)
    const asked = moneyOf(session.amount, session.currency_code)
    const ledger =
      this.readings.take(data.external_id) ??
      (await this.ledger(this.reference(data)).catch((error: unknown) => {
        throw notKnownYet(error)
      }))
    const unpaid = whyNotPaid(ledger, asked, shopperLanguage(this.options.locale))
    if (unpaid) {
      this.logDecline(data.external_id, ledger.decline)
      throw unpaid
    }
    const { payment_collection: collection } = session
    const cost = moneyOf(collection.amount, collection.currency_code)
    if (!isSame(asked, cost) && (await isForCart(session.payment_collection_id))) {
      throw cartHasChanged(asked, cost)
    }
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
    await this.sendMovement("take", input, {
      read: this.book.capture(id),
      confirm: () => this.book.markCaptureRecorded(id),
    })
    return { data: input.data }
  }

  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const id = rowIdOf(input, "refund")
    await this.sendMovement("giveBack", input, {
      read: this.book.refund(id),
      confirm: () => this.book.markRefundSent(id),
    })
    // The refund is made: a row that could not be marked must not be undone for it.
    await this.book.markRefundSent(id).catch((error: unknown) => {
      this.logger.warn(`rozetkapay: the refund ${id} was made but could not be marked: ${error}`)
    })
    return { data: input.data }
  }

  /**
   * Gives up whatever is still on hold. Captured money is not touched: that is refundPayment's.
   *
   * Without a Payment's id the core could not write a Payment, mostly because another
   * request has just done so: its hold is not ours to release, and settling looks again.
   */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    if (!input.context?.idempotency_key) return { data: input.data }
    const payment = this.reference(ownData(input.data))
    const isRecorded = this.recordedRelease.getStore() === payment.externalId
    let isTaken = false
    await this.send("release", payment, (book) => {
      isTaken = isPositive(book.taken)
      if (isRecorded && isPositive(held(book))) throw movedMeanwhile()
      return held(book)
    })
    // When placing an order fails, the core cancels its Payment but would complete the cart with the same session again.
    if (!isTaken) await this.book.closeSession(payment.externalId)
    return { data: input.data }
  }

  /** Has Medusa write down a release that the gateway shows already; should it show a hold after all, nothing is sent. */
  recordRelease<Result>(externalId: string, cancel: () => Promise<Result>): Promise<Result> {
    return this.recordedRelease.run(externalId, cancel)
  }

  /**
   * The core deletes a session when the cart's total changes or another way to pay
   * is chosen. RozetkaPay can't close a hosted page: should it still be paid, the
   * callback finds no session and the money is given back. Never throws.
   */
  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return { data: input.data }
  }

  async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return { data: input.data, status: statusOf(await this.readOwn(input.data)) }
  }

  async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const { currency, authorized, taken, released, returned } = await this.readOwn(input.data)
    return { data: { ...input.data, ledger: { currency, authorized, taken, released, returned } } }
  }

  /**
   * Medusa's own webhook route, which waits five seconds and answers 200 to
   * anything. All is done by settling; the core is told to do nothing more, since
   * what it would do with an amount or an unknown session is not safe to repeat.
   */
  async getWebhookActionAndData({
    rawData,
    headers,
  }: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    const rawBody = Buffer.isBuffer(rawData) ? rawData : Buffer.from(rawData)
    const nothing = { action: PaymentActions.NOT_SUPPORTED }
    if (!this.isGenuine(rawBody, headers["x-rozetkapay-signature"])) {
      this.logger.warn("rozetkapay: a callback with a missing or wrong signature was ignored")
      return nothing
    }
    const { externalId, metadata } = parseCallback(rawBody)
    const providerId =
      (externalId && (await this.book.providerOf(externalId))) ?? readMarks(metadata)?.providerId
    // Another login's signature proves nothing about a payment of this one.
    if (!providerId || this.container[providerId] !== this) return nothing
    const receipt = await settleSignedCallback(container, providerId, this, rawBody)
    if (receipt.is === "unfinished") throw new Error(receipt.message)
    return nothing
  }

  createAccountHolder({ context }: CreateAccountHolderInput) {
    return newAccountHolder(this.holders, this.ownId(), context.customer.id)
  }

  /** RozetkaPay keeps nothing of a customer but their cards. */
  async updateAccountHolder(): Promise<Record<string, never>> {
    return {}
  }

  deleteAccountHolder(input: DeleteAccountHolderInput) {
    return this.paymentMethods.forget(input)
  }

  listPaymentMethods(input: ListPaymentMethodsInput) {
    return this.paymentMethods.list(input)
  }

  savePaymentMethod(input: SavePaymentMethodInput) {
    return this.paymentMethods.save(input, this.ownId())
  }

  deletePaymentMethod(input: DeletePaymentMethodInput) {
    return this.paymentMethods.delete(input)
  }

  /** As Medusa has registered this instance: "pp_rozetkapay_<id>". */
  private ownId(): string {
    const id = Object.keys(this.container).find(
      (key) =>
        key.startsWith(`pp_${RozetkaPayProviderService.identifier}_`) &&
        this.container[key] === this,
    )
    if (id) return id
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "This RozetkaPay provider is not one of the store's payment providers.",
    )
  }

  /** The gateway's book; a failure becomes the sentence for whoever asked. */
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

  /** The gateway's book with everything that signed callbacks have told lately. @throws RozetkaPayError */
  ledger(payment: PaymentReference): Promise<GatewayLedger> {
    return this.gateway.ledger(payment, this.evidence.of(payment.externalId))
  }

  /** Keeps what a paid session allows to be charged later. Money comes first: a failure is only logged. */
  async keepConsent(data: PaymentMarks): Promise<void> {
    await this.consents
      .keep(data, () => this.ledger(this.reference(data)))
      .catch((error: unknown) => {
        this.logger.warn(
          `rozetkapay: a consent to later payments could not be kept now provider_id=${data.provider_id} session_id=${data.external_id}: ${oneLine(errorMessage(error))}`,
        )
      })
  }

  private marksOf(session: { id: string; provider_id: string }, currency: string): PaymentMarks {
    return {
      external_id: session.id,
      provider_id: session.provider_id,
      currency_code: currency.toLowerCase(),
      capture: this.options.capture,
    }
  }

  /** Writes what starting a direct payment would have left in its session, had the process not ended. */
  finishStart(marks: PaymentMarks, paymentId: string | null): Promise<void> {
    const { external_id, provider_id, currency_code, capture } = marks
    return this.book.writeSession(external_id, {
      external_id,
      provider_id,
      currency_code: currency_code.toLowerCase(),
      capture,
      mode: "direct",
      checkout_url: null,
      payment_id: paymentId,
    })
  }

  reference(data: PaymentMarks): PaymentReference {
    return {
      externalId: data.external_id,
      twoStep: !data.capture,
      currency: currencyCode(data.currency_code),
      callbackUrl: callbackUrl(this.options, data.provider_id),
    }
  }

  private async start(
    session: { id: string; provider_id: string; payment_collection_id: string },
    input: InitiatePaymentInput | UpdatePaymentInput,
  ): Promise<InitiatePaymentOutput> {
    const money = askable(moneyOf(input.amount, input.currency_code))
    const way = takeSessionInput(this.inputs, input.data)
    const customerId = customerIdOf(input)
    if (!customerId && (way.offSession || way.remember)) throw needsCustomer()
    const instrument =
      way.offSession && customerId
        ? consentedInstrument(
            await this.consents.of(session.provider_id, customerId),
            money.currency,
          )
        : way.instrument
    const language = way.browser?.language ?? shopperLanguage(this.options.locale)
    await requireOwnCard(way.instrument, customerId, this.cards, language)
    const purchase = await readPurchase(container, session.payment_collection_id)
    if (purchase?.isOrdered) throw alreadyOrdered()
    const own = this.marksOf(session, money.currency)
    const started = await startPayment(
      this.gateway,
      (payment) => this.ledger(payment),
      paymentToStart(
        this.reference(own),
        own.provider_id,
        money,
        purchase,
        { ...way, instrument, customerId, description: descriptionOf(input.data) },
        this.options,
      ),
    )
    if (started.decline) {
      this.logDecline(session.id, started.decline)
      throw whyDeclined(started.decline, language)
    }
    const data: SessionData = {
      ...own,
      mode: instrument ? "direct" : "hosted",
      checkout_url: started.checkoutUrl,
      payment_id: started.paymentId,
      ...(way.remember && { remember: true }),
    }
    return { id: session.id, data: replacingClientData(input.data, data) }
  }

  /**
   * A capture or refund row of Medusa's, brought to the gateway. The store's rows
   * are read alone with the payment and after the gateway's book: rows of others
   * that came meanwhile count, or one of two refunds at once would be lost.
   *
   * For a row that only records, nothing is ever sent: the gateway's book covers it, or
   * somebody's own movement has taken its place and settling must look again.
   */
  private sendMovement(
    move: "take" | "giveBack",
    input: CapturePaymentInput | RefundPaymentInput,
    row: { read: () => Promise<StoreMovement>; confirm: () => Promise<void> },
  ): Promise<void> {
    return this.send(move, this.reference(ownData(input.data)), async (book) => {
      const { amount, payment, isRecord } = await row.read()
      const store = storeLedger(payment)
      if (book.currency !== store.currency) throw inAnotherCurrency(book.currency, store.currency)
      if (isRecord) {
        if (exceeds(moved(store, move), moved(book, move))) throw movedMeanwhile()
        await row.confirm()
        return zero(store.currency)
      }
      return due(amountOf(amount, store.currency), moved(store, move), book, move)
    })
  }

  /** Under the payment's lock: looks at the gateway's book, sends what is due, complains in a sentence. */
  async send(
    move: Move,
    payment: PaymentReference,
    dueOf: (book: Ledger) => Amount | Promise<Amount>,
  ): Promise<void> {
    const locking = container.resolve(Modules.LOCKING)
    const sent: Sent = await alone(locking, payment.externalId, async () => {
      try {
        return await sendWhatIsDue(this.gateway, payment, move, () => this.ledger(payment), dueOf)
      } catch (error) {
        throw asMedusaError(error)
      }
    })
    this.logger.info(
      `rozetkapay: ${move} ${sent.is} session_id=${payment.externalId} amount=${sent.amount} ${payment.currency}`,
    )
    const problem = complaint(move, sent, payment.currency)
    if (problem) throw problem
  }

  private logDecline(sessionId: string, decline: Decline | null): void {
    const { code, description } = decline ?? {}
    this.logger.info(
      `rozetkapay: not authorized session_id=${sessionId} code=${oneLine(code ?? "-")} reason="${oneLine(description ?? "-")}"`,
    )
  }

  private logExchange(exchange: Exchange): void {
    const { operation, externalId, outcome, httpStatus, code, durationMs, attempt } = exchange
    const line = `rozetkapay: ${operation} ${outcome} session_id=${externalId ?? "-"} http=${httpStatus ?? "-"} code=${code ?? "-"} ${Math.round(durationMs)}ms attempt=${attempt}`
    // A hosted page that nobody has paid yet shows nothing: the most ordinary answer of all.
    const isOrdinary = outcome === "ok" || (operation === "info" && code === "data_not_found")
    if (isOrdinary) this.logger.debug(line)
    else this.logger.warn(line)
  }
}

const ownData = (data: Record<string, unknown> | undefined): SessionData => {
  const own = readSessionData(data)
  if (own) return own
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "This payment session was not started with RozetkaPay. Please start a new one.",
  )
}

/**
 * While a session is being started its row holds what the client posted. The id
 * comes from Medusa, so data that speaks of another session's payment is refused.
 */
const dataOfSession = (input: AuthorizePaymentInput): SessionData => {
  const data = readSessionData(input.data)
  if (data && data.external_id === input.context?.idempotency_key) return data
  throw new MedusaError(
    MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
    "This payment session is still being started. Please try again in a moment.",
  )
}

/** Medusa puts the session's id into the data after the client's, so a client can't choose it. */
const sessionIdOf = ({ data }: InitiatePaymentInput): string => {
  if (typeof data?.session_id === "string") return data.session_id
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "A payment can only be started in a payment session.",
  )
}

const rowIdOf = (input: CapturePaymentInput | RefundPaymentInput, row: string): string => {
  const id = input.context?.idempotency_key
  if (id) return id
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Medusa did not say which ${row} this is (context.idempotency_key), so its amount is not known.`,
  )
}

const askable = (money: Money): Money => {
  if (isPositive(money.amount)) return money
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `RozetkaPay can't take a payment of ${money.amount} ${money.currency}: the amount must be above zero.`,
  )
}

/** What Medusa calls the gateway's book. Unknown and unfinished are "pending". */
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
