import type { ExternalId } from "../../core/external-id"
import type { Instrument } from "../../core/instrument"
import type { Money } from "../../core/money"
import type { ReportedOperation } from "../../core/reported-ledger"
import type { ReportedPayout } from "../../core/reported-payout"
import type { WantedShares } from "../../core/seller-shares"
import type {
  DefersRefunds,
  PartLines,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  Period,
  StartedPayment,
  TellsPayouts,
  WebhookEvent,
} from "../../provider/payment-gateway"
import type {
  CustomerPaymentMethod,
  PaymentOperation,
  RozetkaPayClient,
} from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { gatewayLedger } from "../current-api/gateway-ledger"
import { movementOutcome } from "../current-api/movement-outcome"
import { nextPage } from "../current-api/next-page"
import { paymentDetails } from "../current-api/payment-details"
import { reportedOperations } from "../current-api/reported-operations"
import { reportedPayouts } from "../current-api/reported-payouts"
import { expressLedger } from "./express-ledger"
import { type FoundRecurrent, recurrentIn } from "./found-recurrent"

/**
 * RozetkaPay's current card API behind the port.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/payments
 */
export class CardGateway implements PaymentGateway, DefersRefunds, TellsPayouts {
  /** @param onRecurrent is told of every recurrent id in an answer: answers go on without them. */
  constructor(
    readonly client: RozetkaPayClient,
    public onRecurrent: (externalId: ExternalId, found: FoundRecurrent | null) => void = () =>
      undefined,
    private readonly express: { payOnDelivery: boolean } = { payOnDelivery: false },
  ) {}

  async start(payment: PaymentToStart): Promise<StartedPayment> {
    const { instrument } = payment
    if (!instrument) return this.openPage(payment)
    const answer = await this.charge(payment, instrument)
    const { details } = answer
    this.onRecurrent(payment.externalId, recurrentIn(details, answer.paymentMethod?.mask ?? null))
    const isRefused = details?.status === "failure" && !answer.actionRequired
    return {
      paymentId: answer.id,
      checkoutUrl: nextPage(answer.action),
      decline: isRefused
        ? { code: details.statusCode, description: details.statusDescription }
        : null,
    }
  }

  private charge(payment: PaymentToStart, instrument: Instrument): Promise<PaymentOperation> {
    const byMeansOf = (paymentMethod: CustomerPaymentMethod) =>
      this.client.payments.create({
        ...toCreate(payment),
        mode: "direct",
        customer: { ...payment.customer, paymentMethod },
      })
    switch (instrument.type) {
      case "recurrent":
        return this.client.payments.createRecurrent({
          ...toCreate(payment),
          recurrentId: instrument.recurrentId,
        })
      case "cc_token":
        return byMeansOf({ ...instrument, saveToWallet: instrument.save })
      case "google_pay":
      case "apple_pay":
      case "wallet":
        return byMeansOf(instrument)
      default:
        throw new RozetkaPayError({
          kind: "rejected",
          operation: "create",
          explanation: `the current API has no payments by ${instrument.type}`,
        })
    }
  }

  private async openPage(payment: PaymentToStart): Promise<StartedPayment> {
    const created = await this.client.payments.create({
      ...toCreate(payment),
      // Who buys so has told the store nothing, and tells RozetkaPay everything on its page.
      ...(payment.express
        ? { mode: "express_checkout" }
        : { mode: "hosted", customer: payment.customer }),
      checkoutTtlMinutes: payment.checkoutTtlMinutes,
    })
    const checkoutUrl = nextPage(created.action)
    if (!checkoutUrl) {
      throw new RozetkaPayError({
        kind: "malformed",
        operation: "create",
        code: created.details?.statusCode ?? null,
        explanation: "the answer has no checkout page to send the shopper to",
      })
    }
    return { paymentId: created.id, checkoutUrl, decline: null }
  }

  async ledger(payment: PaymentReference, events: WebhookEvent[]) {
    const info = await this.client.payments.info({ externalId: payment.externalId })
    for (const details of info?.purchaseDetails ?? []) {
      this.onRecurrent(payment.externalId, recurrentIn(details, null))
    }
    const ledger = gatewayLedger(info, payment, events)
    return payment.express ? expressLedger(ledger, info, events, this.express) : ledger
  }

  async details({ externalId }: PaymentReference) {
    return paymentDetails(await this.client.payments.info({ externalId }))
  }

  async capture(
    payment: PaymentReference,
    amount: Money,
    _?: WantedShares | null,
    lines?: PartLines,
  ) {
    return movementOutcome(this.client.payments.confirm(await change(payment, amount, lines)))
  }

  async cancel(
    payment: PaymentReference,
    amount: Money,
    _?: WantedShares | null,
    lines?: PartLines,
  ) {
    return movementOutcome(this.client.payments.cancel(await change(payment, amount, lines)))
  }

  async refund(
    payment: PaymentReference,
    amount: Money,
    _?: WantedShares | null,
    lines?: PartLines,
  ) {
    return movementOutcome(this.client.payments.refund(await change(payment, amount, lines)))
  }

  retryRefund({ externalId }: PaymentReference) {
    return movementOutcome(this.client.payments.retryRefund({ externalId }))
  }

  cancelRefund({ externalId }: PaymentReference) {
    return movementOutcome(this.client.payments.cancelRefund({ externalId }))
  }

  operations(period: Period): Promise<ReportedOperation[]> {
    return reportedOperations(this.client, period)
  }

  payouts(period: Period): Promise<ReportedPayout[]> {
    return reportedPayouts(this.client, period)
  }

  resendCallback(externalId: ExternalId): Promise<void> {
    return this.client.payments.resendCallback({ externalId })
  }
}

/** What every way of starting a payment tells. */
const toCreate = (payment: PaymentToStart) => ({
  externalId: payment.externalId,
  amount: payment.amount,
  currency: payment.currency,
  confirm: !payment.twoStep,
  callbackUrl: payment.callbackUrl,
  resultUrl: payment.resultUrl,
  resultUrlSuccess: payment.resultUrl,
  resultUrlFail: payment.resultUrl,
  description: payment.description,
  products: payment.products,
  metadata: payment.metadata,
  unifiedExternalId: payment.orderNumber,
  payload: payment.payload,
  initRecurrentPayment: payment.remember || undefined,
})

/** The amount is always sent: without one RozetkaPay moves all that there is. */
const change = async (payment: PaymentReference, money: Money, lines?: PartLines) => ({
  externalId: payment.externalId,
  amount: money.amount,
  currency: money.currency,
  callbackUrl: payment.callbackUrl,
  ...(lines && { products: await lines(money, null) }),
})
