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
  Modules,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { sessionOf } from "../core/external-id"
import { held } from "../core/ledger"
import { currencyCode, isPositive, moneyOf } from "../core/money"
import { isOnDelivery } from "../core/plan"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { markCaptureRecorded, markRefundSent } from "../medusa-repairs/notes-on-rows"
import type { StoreRows } from "../medusa-repairs/row-services"
import { shopperLanguage } from "../messages/language"
import type { AdapterDescriptor } from "./adapter"
import { receiveBuiltinWebhook } from "./builtin-webhook"
import { callbackUrl } from "./callback-urls"
import { chargesLater, takesChoice } from "./capabilities"
import { giveUpHold } from "./give-up-hold"
import { ledgerInHand } from "./hook-context"
import { dataOfSession, ownData, rowIdOf, sessionIdOf } from "./hook-inputs"
import { noteLeftTry } from "./left-tries"
import { asMedusaError, notKnownYet } from "./payment-errors"
import type {
  GatewayLedger,
  PaymentGateway,
  PaymentReference,
  WebhookEvent,
} from "./payment-gateway"
import { alone } from "./payment-lock"
import { logDecline } from "./payment-log"
import { RecentEvents } from "./recent-events"
import { requireFilledCart } from "./require-filled-cart"
import { requireSameCart } from "./require-same-cart"
import { sendMovement } from "./send-movement"
import { type PaymentTerms, readSessionData } from "./session-data"
import { statusOf } from "./session-status"
import { restOf, Spaced } from "./spaced"
import { OneTimeInputs } from "./start/one-time-inputs"
import { isOfEarlierSession, openForLater } from "./start/open-for-later"
import { startSession } from "./start/start-session"
import { isToBeChargedLater } from "./start/way-to-pay"
import { parseOptionsBy, type StoreOptions } from "./store-options"
import { StoreRecords } from "./store-records"
import { whyNotPaid } from "./why-not-paid"

export type GatewayCradle = StoreRows & { logger: Logger }

/** Milliseconds between two questions of one payment. */
const REST = 500

/**
 * A payment provider of Medusa over the port: all of RozetkaPay's APIs walk through here.
 *
 * Its hooks are the design's "store -> gateway" moves: each looks at both ledgers
 * and sends only what the gateway lacks, so each may be repeated. What only some of the
 * APIs do is in `capabilities.ts`.
 */
export abstract class GatewayProvider<
  Options extends StoreOptions = StoreOptions,
  Gateway extends PaymentGateway = PaymentGateway,
> extends AbstractPaymentProvider<Record<string, unknown>> {
  readonly options: Options
  readonly gateway: Gateway
  readonly events = new RecentEvents()
  /** However often a cart is completed, RozetkaPay is asked once at a time, and then rests; by each process of the store. */
  private readonly completions = new Spaced<GatewayLedger>(() => false, restOf(REST))
  /** What clients posted, on its way around the database. */
  readonly inputs = new OneTimeInputs()
  readonly logger: Logger
  readonly records: StoreRecords

  constructor(
    readonly adapter: AdapterDescriptor<Options, Gateway>,
    cradle: GatewayCradle,
    given: Record<string, unknown>,
  ) {
    super(cradle, given)
    this.logger = cradle.logger
    this.records = new StoreRecords(cradle)
    this.options = parseOptionsBy(adapter, given)
    this.gateway = adapter.createGateway(this.options, {
      logger: this.logger,
      events: this.events,
    })
  }

  /** Whether these bytes were signed with this provider's own secret. */
  isGenuine(rawBody: Buffer, headers: Record<string, unknown>): boolean {
    return this.adapter.webhook.isGenuine(rawBody, headers, this.options)
  }

  /**
   * Reads a callback whose signature was right. What it says goes on as an event, which the workflow
   * engine writes down: whatever must not be written stays behind here.
   *
   * @returns null when it is about a saved card, and about no payment.
   * @throws RozetkaPayError `malformed`
   */
  readCallback(rawBody: Buffer): WebhookEvent | null {
    return this.adapter.webhook.read(rawBody, this.options)
  }

  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const session = await this.records.session(sessionIdOf(input))
    const isLeftOpen =
      (chargesLater(this) && isToBeChargedLater(input.data)) ||
      (takesChoice(this) && isOfEarlierSession(session, input.data))
    return isLeftOpen
      ? openForLater(session, input, this.options)
      : startSession(this, session, input)
  }

  /** A session with a new amount: RozetkaPay lets a payment be created anew until it is paid. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const session = await this.records.session(sessionOf(ownData(input.data).external_id))
    const { data } = await startSession(this, session, input)
    return { data }
  }

  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const language = shopperLanguage(readSessionData(input.data)?.language, this.options.locale)
    const data = dataOfSession(input, language)
    const session = await this.records.session(sessionOf(data.external_id))
    const asked = moneyOf(session.amount, session.currency_code)
    const inHand = ledgerInHand(data.external_id)
    const ledger =
      inHand ??
      (await this.completions
        .ask(data.external_id, () => this.ledger(this.reference(data)))
        .catch((error: unknown) => {
          throw notKnownYet(error, language)
        }))
    const isForLater = isOnDelivery(ledger, asked)
    const unpaid = isForLater ? null : whyNotPaid(ledger, asked, language)
    if (unpaid) {
      logDecline(this.logger, session.id, ledger.decline)
      throw unpaid
    }
    if (!inHand || data.mode === "express_checkout") {
      await requireFilledCart(session, data, language)
    }
    await requireSameCart(this, session, data, ledger, language)
    const now = { ...data, checkout_url: null, payment_id: ledger.paymentId ?? data.payment_id }
    if (isForLater) return { status: PaymentSessionStatus.PENDING_AUTHORIZATION, data: now }
    if (chargesLater(this)) await this.keepConsent(data)
    return {
      status: isPositive(held(ledger))
        ? PaymentSessionStatus.AUTHORIZED
        : PaymentSessionStatus.CAPTURED,
      data: now,
    }
  }

  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const id = rowIdOf(input, "capture")
    await sendMovement(this, "capture", this.reference(ownData(input.data)), {
      read: this.records.capture(id),
      confirm: () => markCaptureRecorded(this.records.rows, id),
    })
    return { data: input.data }
  }

  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const id = rowIdOf(input, "refund")
    await sendMovement(this, "refund", this.reference(ownData(input.data)), {
      read: this.records.refund(id),
      confirm: () => markRefundSent(this.records.rows, id),
    })
    // The refund is made: a row that could not be marked must not be undone for it.
    await markRefundSent(this.records.rows, id).catch((error: unknown) => {
      this.logger.warn(`rozetkapay: the refund ${id} was made but could not be marked: ${error}`)
    })
    return { data: input.data }
  }

  /**
   * Gives up whatever is still on hold. Captured money is not touched: that is refundPayment's.
   *
   * Without a Payment's id the core could not write a Payment, mostly because another
   * request has just done so: its hold is not ours to cancel, and syncing looks again.
   */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const paymentId = input.context?.idempotency_key
    if (!paymentId) return { data: input.data }
    await giveUpHold(this, this.reference(ownData(input.data)), paymentId)
    return { data: input.data }
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

  /** The core is told to do nothing more: what it would do with an amount or an unknown session is not safe to repeat. */
  async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"],
  ): Promise<WebhookActionResult> {
    await receiveBuiltinWebhook(this, (id) => this.container[id] === this, payload)
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  /** The gateway's ledger; a failure becomes the sentence for whoever asked. */
  private async readOwn(given: Record<string, unknown> | undefined): Promise<GatewayLedger> {
    try {
      return await this.ledger(this.reference(ownData(given)))
    } catch (error) {
      throw asMedusaError(error)
    }
  }

  /** The gateway's ledger with everything that signed callbacks have told lately. @throws RozetkaPayError */
  ledger(payment: PaymentReference): Promise<GatewayLedger> {
    return this.gateway.ledger(payment, this.events.of(payment.externalId))
  }

  /** In all processes that share Medusa's locking. */
  aloneWith<Result>(externalId: string, job: () => Promise<Result>): Promise<Result> {
    return alone(container.resolve(Modules.LOCKING), externalId, job)
  }

  reference(data: PaymentTerms): PaymentReference {
    return {
      externalId: data.external_id,
      twoStep: !data.capture,
      currency: currencyCode(data.currency_code),
      callbackUrl: callbackUrl(this.options, data.provider_id),
      ...(data.mode === "express_checkout" && { express: true }),
      ...(data.orders && { orders: data.orders }),
      ...(data.choice && { choice: data.choice }),
    }
  }
}
