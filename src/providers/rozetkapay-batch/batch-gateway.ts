import { type ExternalId, externalIdOf } from "../../core/external-id"
import { held } from "../../core/ledger"
import { isPositive, type Money } from "../../core/money"
import { sessionOfOrder } from "../../core/order-id"
import type { ReportedOperation } from "../../core/reported-ledger"
import type { ReportedPayout } from "../../core/reported-payout"
import type { WantedShares } from "../../core/seller-shares"
import type {
  GatewayLedger,
  MovementOutcome,
  PartLines,
  PaymentDetails,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  Period,
  StartedPayment,
  TellsPayouts,
  WebhookEvent,
} from "../../provider/payment-gateway"
import { batchOutcome, operationsOfOrders } from "../../rozetkapay/batch/batch-outcome"
import type { RozetkaPayClient } from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { nextPage } from "../current-api/next-page"
import { paymentDetails } from "../current-api/payment-details"
import { reportedOperations } from "../current-api/reported-operations"
import { reportedPayouts } from "../current-api/reported-payouts"
import { batchLedger } from "./batch-ledger"
import { directBatch, hostedBatch } from "./batch-to-create"
import { eventOfOrders } from "./event-of-orders"
import { type BatchSellers, type OperationMemory, OrderLedgers } from "./order-ledgers"
import { eachAlone, isUntouched, type OrderShare, ofBatch, sharesOf } from "./order-movements"
import { UndecidedOrders } from "./undecided-orders"

/** Payments whose orders are kept in mind: more than a run can ask for. */
const MOST_REPORTED = 20_000

/**
 * RozetkaPay's batch API behind the port: one payment by the shopper, each seller's part in that
 * seller's project. The batch is named by the payment session's id, its orders by ids made of it.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/batch
 */
export class BatchGateway implements PaymentGateway, TellsPayouts {
  readonly ledgers: OrderLedgers
  private readonly undecided: UndecidedOrders
  /** Of the last report: a payment's orders, which its callbacks are asked for by. */
  private reported = new Map<ExternalId, ExternalId[]>()

  /** @param memory is told of attempts to pay in an answer, too: that is as good as a signed callback. */
  constructor(
    private readonly client: RozetkaPayClient,
    private readonly sellers: BatchSellers,
    private readonly memory: OperationMemory,
    now: () => number = Date.now,
  ) {
    this.undecided = new UndecidedOrders(now)
    this.ledgers = new OrderLedgers(client.batch, sellers, memory)
  }

  async start(payment: PaymentToStart): Promise<StartedPayment> {
    const isHosted = payment.instrument === null
    const answer = await this.client.batch.create(
      isHosted ? hostedBatch(payment, this.sellers) : directBatch(payment, this.sellers),
    )
    const checkoutUrl = nextPage(answer.action)
    // Who has somewhere to go yet has not paid, whatever the opening of the page is called.
    if (!checkoutUrl) {
      const { externalId } = payment
      this.memory.remember(externalId, eventOfOrders(externalId, operationsOfOrders(answer)))
    }
    if (isHosted && !checkoutUrl) {
      throw new RozetkaPayError({
        kind: "malformed",
        operation: "batch create",
        explanation: "the answer has no checkout page to send the shopper to",
      })
    }
    const { whole } = batchOutcome(answer, payment.orders ?? [])
    const [refused] = answer.orders
    const isRefused = !answer.actionRequired && whole === "failure" && refused !== undefined
    return {
      paymentId: answer.id,
      checkoutUrl,
      decline: isRefused
        ? { code: refused.details.statusCode, description: refused.details.statusDescription }
        : null,
    }
  }

  async ledger(payment: PaymentReference, events: WebhookEvent[]): Promise<GatewayLedger> {
    const ledgers = await this.ledgers.all(payment, events)
    for (const { order } of this.undecided.due(ledgers)) {
      // Not answered: the next reading asks again.
      await this.client.batch.resendOrderCallback(order).catch(() => undefined)
    }
    const whole = batchLedger(
      ledgers.map(({ ledger }) => ledger),
      payment.currency,
    )
    return {
      ...whole,
      orders: ledgers.map(({ seller, order: { externalId }, ledger }) => {
        const { authorized, captured, canceled, refunded } = ledger
        return { seller, externalId, authorized, captured, canceled, refunded }
      }),
    }
  }

  /** Each order's own, one after another; who they are of stands in the sellers' ledgers. */
  async details(payment: PaymentReference): Promise<PaymentDetails> {
    const ledgers = await this.ledgers.movable(payment)
    const orders = await Promise.all(
      ledgers.map(async ({ order }) => paymentDetails(await this.client.batch.orderInfo(order))),
    )
    return {
      receiptUrl: orders.find(({ receiptUrl }) => receiptUrl !== null)?.receiptUrl ?? null,
      operations: orders.flatMap(({ operations }) => operations),
      paymentMethod:
        orders.find(({ paymentMethod }) => paymentMethod !== null)?.paymentMethod ?? null,
      remarks: { orders: ledgers.map(({ order }) => order.externalId) },
    }
  }

  /** A batch's confirm has no place for a receipt's lines. */
  async capture(payment: PaymentReference, money: Money, wanted: WantedShares | null = null) {
    const shares = sharesOf(await this.ledgers.movable(payment), "capture", money, wanted)
    const { externalId, callbackUrl } = payment
    const request = this.client.batch.confirm({
      batchExternalId: externalId,
      currency: money.currency,
      callbackUrl,
      orders: shares.map(({ order, amount }) => ({ ...order, amount })),
    })
    return ofBatch(request, shares, money.currency)
  }

  /** A batch of which nothing was moved yet is cancelled as one; else each order for itself. */
  async cancel(
    payment: PaymentReference,
    money: Money,
    _?: WantedShares | null,
    lines?: PartLines,
  ): Promise<MovementOutcome> {
    const ledgers = await this.ledgers.movable(payment)
    const shares = sharesOf(ledgers, "cancel", money, null)
    if (!isUntouched(ledgers, shares)) return this.cancelEach(payment, shares, lines)
    const { externalId, callbackUrl } = payment
    const request = this.client.batch.cancel({ batchExternalId: externalId, callbackUrl })
    const outcome = await ofBatch(request, shares, money.currency)
    if (outcome.is !== "refused") return outcome
    // Some of its orders, or all, may still let their hold go one by one.
    const left = (await this.ledgers.movable(payment)).filter(({ ledger }) =>
      isPositive(held(ledger)),
    )
    return this.cancelEach(
      payment,
      left.map((one) => ({ ...one, amount: held(one.ledger) })),
      lines,
    )
  }

  private cancelEach(
    payment: PaymentReference,
    shares: OrderShare[],
    lines?: PartLines,
  ): Promise<MovementOutcome> {
    return eachAlone(payment, shares, (change) => this.client.batch.cancelOrder(change), lines)
  }

  /** The API has no refund of a batch: each seller's order is refunded, one after another. */
  async refund(
    payment: PaymentReference,
    money: Money,
    wanted: WantedShares | null = null,
    lines?: PartLines,
  ) {
    const shares = sharesOf(await this.ledgers.movable(payment), "refund", money, wanted)
    return eachAlone(payment, shares, (change) => this.client.batch.refundOrder(change), lines)
  }

  /**
   * The report is of orders: what they add up to is the payment's. Whatever else the login shows is
   * another provider's, who alone can ask for its callbacks.
   */
  async operations(period: Period): Promise<ReportedOperation[]> {
    const rows = await reportedOperations(this.client, period)
    // Staff's pages read the report as well, while a reconcile run may still ask for what it has found.
    this.reported = new Map([...this.reported].slice(-MOST_REPORTED))
    return rows.flatMap((row) => {
      const session = sessionOfOrder(row.externalId)
      if (session === null) return []
      const payment = externalIdOf(session)
      const known = this.reported.get(payment) ?? []
      this.reported.set(payment, [...new Set([...known, row.externalId])])
      return [{ ...row, externalId: payment, order: row.externalId }]
    })
  }

  payouts(period: Period): Promise<ReportedPayout[]> {
    return reportedPayouts(this.client, period)
  }

  async resendCallback(externalId: ExternalId, orders?: ExternalId[]): Promise<void> {
    for (const id of orders ?? this.reported.get(externalId) ?? []) {
      const found = this.ledgers.find(id)
      if (found) await this.client.batch.resendOrderCallback(found.order)
    }
  }
}
