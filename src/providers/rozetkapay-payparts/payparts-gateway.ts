import type { Choice } from "../../core/choice"
import type { HowPaid } from "../../core/how-paid"
import { held } from "../../core/ledger"
import { equals, type Money } from "../../core/money"
import type { ReportedOperation } from "../../core/reported-ledger"
import type { ReportedPayout } from "../../core/reported-payout"
import type { WantedShares } from "../../core/seller-shares"
import type {
  DefersRefunds,
  GatewayLedger,
  MovementOutcome,
  PartLines,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  Period,
  StartedPayment,
  TellsPayouts,
  WebhookEvent,
} from "../../provider/payment-gateway"
import type { RecentEvents } from "../../provider/recent-events"
import type {
  PayPartsOperation,
  PayPartsOrderInfo,
  RozetkaPayClient,
} from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { isRefusedFor } from "../../rozetkapay/transport/unless-refused"
import { gatewayLedger } from "../current-api/gateway-ledger"
import { movementOutcome } from "../current-api/movement-outcome"
import { nextPage } from "../current-api/next-page"
import { paymentDetails } from "../current-api/payment-details"
import { reportedOperations } from "../current-api/reported-operations"
import { reportedPayouts } from "../current-api/reported-payouts"
import { isStartedBefore, startedBy, unlessStartedBefore } from "../current-api/start-answer"
import { BankOffers } from "./bank-offers"
import { askedEvent, asPaymentInfo, isAbout, isFinal } from "./operation-of"
import { orderToCreate, toProduct } from "./order-to-create"
import { reportedOrders } from "./reported-orders"

/**
 * RozetkaPay's instalments behind the port. A bank asks its customer, on its page or in its app; what was
 * signed is held until it is confirmed, unless it is confirmed by itself (`auto_confirm_after_success`).
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/payparts
 */
export class PayPartsGateway implements PaymentGateway, DefersRefunds, TellsPayouts {
  readonly offers: BankOffers

  constructor(
    readonly client: RozetkaPayClient,
    private readonly events: RecentEvents,
  ) {
    this.offers = new BankOffers(() => client.payparts.banks())
  }

  async start(payment: PaymentToStart): Promise<StartedPayment> {
    const request = orderToCreate(payment)
    try {
      return this.asked(payment, await this.client.payparts.createOrder(request))
    } catch (error) {
      const asked = isAskedBefore(error) && (await this.askedBefore(payment.externalId))
      if (asked) return asked
      throw unlessStartedBefore(error, CREATE)
    }
  }

  private asked({ externalId }: PaymentToStart, answer: PayPartsOperation): StartedPayment {
    const started = startedBy(answer, CREATE)
    if (started.decline || started.checkoutUrl) return started
    // Whether `info` shows an order before it is signed is not documented: the answer itself shows that it waits.
    this.events.remember(externalId, askedEvent(answer))
    return { ...started, waits: true }
  }

  /**
   * The order that a request before this one has made, when it still waits for its customer or is signed: an
   * answer that nobody heard, or a repeat that the bank refuses. Null: there is none, or nobody knows.
   */
  private async askedBefore(externalId: string): Promise<StartedPayment | null> {
    const info = await this.client.payparts.info({ externalId }).catch(() => null)
    const stands = info?.purchaseDetails.some(({ status }) => status !== "failure")
    if (!info || !stands) return null
    const checkoutUrl = nextPage(info.action)
    return { paymentId: null, checkoutUrl, decline: null, waits: checkoutUrl === null }
  }

  async ledger(payment: PaymentReference, events: WebhookEvent[]): Promise<GatewayLedger> {
    const info = await this.client.payparts.info({ externalId: payment.externalId })
    const isCharged =
      info?.purchaseDetails.some(isFinal) ||
      events.some(({ operations }) => operations.some(({ says }) => says === "charge"))
    // Some banks know one step only, whatever was asked for.
    const asked = { ...payment, twoStep: payment.twoStep && !isCharged }
    const ledger = gatewayLedger(info && asPaymentInfo(info), asked, events)
    const { howPaid } = ledger
    return howPaid ? { ...ledger, howPaid: inInstalments(howPaid, info, payment.choice) } : ledger
  }

  async details({ externalId, choice }: PaymentReference) {
    const info = await this.client.payparts.info({ externalId })
    const bank = info?.purchaseDetails.at(-1)?.bankKey ?? null
    return paymentDetails(info && asPaymentInfo(info), { ...(bank && { bank }), ...choice })
  }

  capture(payment: PaymentReference, money: Money): Promise<MovementOutcome> {
    return this.moveWhole(payment, money, "capture")
  }

  cancel(payment: PaymentReference, money: Money): Promise<MovementOutcome> {
    return this.moveWhole(payment, money, "cancel")
  }

  /** Neither request names an amount, so less than all that is held can't be asked for. */
  private async moveWhole(
    payment: PaymentReference,
    { amount }: Money,
    move: "capture" | "cancel",
  ): Promise<MovementOutcome> {
    const { externalId, callbackUrl } = payment
    const told = this.events.of(externalId)
    const ledger = await this.ledger(payment, told).catch((error: unknown) => {
      if (error instanceof RozetkaPayError) return null
      throw error
    })
    if (!ledger) return { is: "unavailable", message: "RozetkaPay does not answer" }
    if (!equals(held(ledger), amount)) {
      const message = `a payment in instalments is ${WORDS[move]} as a whole only, ${held(ledger)} ${ledger.currency}`
      return { is: "refused", code: null, message }
    }
    const { payparts } = this.client
    const request = { externalId, callbackUrl }
    return outcomeOf(
      move,
      move === "capture" ? payparts.confirmOrder(request) : payparts.cancelOrder(request),
    )
  }

  /** The amount is always sent: without one RozetkaPay moves all that there is. */
  async refund(
    { externalId, callbackUrl }: PaymentReference,
    money: Money,
    _?: WantedShares | null,
    lines?: PartLines,
  ): Promise<MovementOutcome> {
    const products = (await lines?.(money, null)) ?? []
    return outcomeOf(
      "refund",
      this.client.payparts.refund({
        externalId,
        amount: money.amount,
        currency: money.currency,
        callbackUrl,
        products: products.map(toProduct),
      }),
    )
  }

  retryRefund({ externalId }: PaymentReference): Promise<MovementOutcome> {
    return outcomeOf("refund", this.client.payparts.retryRefund({ externalId }))
  }

  cancelRefund({ externalId }: PaymentReference): Promise<MovementOutcome> {
    return movementOutcome(this.client.payparts.cancelRefund({ externalId }))
  }

  /** The report is the login's, of all its payments. */
  async operations(period: Period): Promise<ReportedOperation[]> {
    return reportedOrders(await reportedOperations(this.client, period, "hold"))
  }

  payouts(period: Period): Promise<ReportedPayout[]> {
    return reportedPayouts(this.client, period)
  }

  resendCallback(externalId: string): Promise<void> {
    return this.client.payparts.resendCallback({ externalId })
  }
}

const CREATE = "instalments create"

const WORDS = { capture: "captured", cancel: "canceled" } as const

const outcomeOf = (
  move: "capture" | "cancel" | "refund",
  request: Promise<PayPartsOperation>,
): Promise<MovementOutcome> =>
  movementOutcome(request.then((answer) => (isAbout(move, answer) ? answer : null)))

const inInstalments = (
  howPaid: HowPaid,
  info: PayPartsOrderInfo | null,
  { bank, parts }: Choice = {},
): HowPaid => {
  const lender = info?.purchaseDetails.at(-1)?.bankKey ?? bank
  return {
    ...howPaid,
    method: "instalments",
    bank: lender === undefined ? null : String(lender),
    parts: typeof parts === "number" ? parts : null,
  }
}

/** Another order of the same customer, at a bank that takes one at a time; or this very one. */
const OPEN_ORDER = "simultaneous_open_orders_not_supported_by_bank"

const isAskedBefore = (error: unknown): boolean =>
  error instanceof RozetkaPayError &&
  (error.mayHaveHappened || isStartedBefore(error) || isRefusedFor([OPEN_ORDER], error))
