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
import { shopperLanguage } from "../../payments/decline-sentence"
import { errorMessage } from "../../payments/error-message"
import type { GatewayLedger, PaymentGateway, PaymentReference } from "../../payments/gateway"
import { held, kept } from "../../payments/ledger"
import { readMarks } from "../../payments/marks"
import { currencyCode, isPositive, moneyOf } from "../../payments/money"
import { oneLine } from "../../payments/one-line"
import { isSame } from "../../payments/plan"
import { parseCallback } from "../../rozetkapay/callback"
import { isGenuineCallback } from "../../rozetkapay/callback-signature"
import { RozetkaPayClient } from "../../rozetkapay/client"
import { settleSignedCallback } from "../../workflows/settle-signed-callback"
import { type AccountHolderRows, newAccountHolder } from "./account-holders"
import { checkSoon } from "./boot-checks"
import { callbackUrl } from "./callback-urls"
import { type ConsentRows, Consents } from "./consents"
import { dataOfSession, ownData, rowIdOf, sessionIdOf } from "./hook-inputs"
import { moveMoney, sendMovement } from "./move-money"
import { OneTimeInputs } from "./one-time-inputs"
import { optionWarnings, type ProviderOptions, parseOptions } from "./options"
import { asMedusaError, movedMeanwhile, notKnownYet } from "./payment-errors"
import { logDecline, logExchange } from "./payment-log"
import { PaymentMethods } from "./payment-methods"
import { RecentEvidence } from "./recent-evidence"
import { RecentReadings } from "./recent-readings"
import { SavedCards } from "./saved-cards"
import { type PaymentMarks, readSessionData, replacingClientData } from "./session-data"
import { sessionMarks, startSession } from "./start-session"
import { StoreBook, type StoreRows } from "./store-book"
import { isToBeChargedLater } from "./way-to-pay"
import { cartHasChanged, whyNotPaid } from "./why-not-paid"

type Cradle = StoreRows &
  ConsentRows & {
    accountHolderService: AccountHolderRows
    logger: Logger
  }

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
  readonly logger: Logger
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
      onExchange: (exchange) => logExchange(this.logger, exchange),
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
      const own = {
        ...sessionMarks(session, input.currency_code, this.options),
        mode: "direct" as const,
      }
      const data = { ...own, checkout_url: null, payment_id: null }
      return { id: session.id, data: replacingClientData(input.data, data) }
    }
    return startSession(this, session, input)
  }

  /** A session with a new amount: RozetkaPay lets a payment be created anew until it is paid. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const session = await this.book.session(ownData(input.data).external_id)
    const { data } = await startSession(this, session, input)
    return { data }
  }

  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const language = shopperLanguage(readSessionData(input.data)?.language, this.options.locale)
    const data = dataOfSession(input, language)
    const session = await this.book.session(data.external_id)
    const asked = moneyOf(session.amount, session.currency_code)
    const ledger =
      this.readings.take(data.external_id) ??
      (await this.ledger(this.reference(data)).catch((error: unknown) => {
        throw notKnownYet(error, language)
      }))
    const unpaid = whyNotPaid(ledger, asked, language)
    if (unpaid) {
      logDecline(this.logger, data.external_id, ledger.decline)
      throw unpaid
    }
    const { payment_collection: collection } = session
    const cost = moneyOf(collection.amount, collection.currency_code)
    if (!isSame(asked, cost) && (await isForCart(session.payment_collection_id))) {
      throw cartHasChanged(asked, cost, language)
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
    await sendMovement(this, "take", this.reference(ownData(input.data)), {
      read: this.book.capture(id),
      confirm: () => this.book.markCaptureRecorded(id),
    })
    return { data: input.data }
  }

  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const id = rowIdOf(input, "refund")
    await sendMovement(this, "giveBack", this.reference(ownData(input.data)), {
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
    await moveMoney(this, "release", payment, (book) => {
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
