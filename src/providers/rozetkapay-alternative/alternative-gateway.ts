import { held } from "../../core/ledger"
import type { Money } from "../../core/money"
import type { ReportedOperation } from "../../core/reported-ledger"
import type { ReportedPayout } from "../../core/reported-payout"
import type { WantedShares } from "../../core/seller-shares"
import type {
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
import type { RozetkaPayClient } from "../../rozetkapay/client"
import { gatewayLedger } from "../current-api/gateway-ledger"
import { movementOutcome } from "../current-api/movement-outcome"
import { paymentDetails } from "../current-api/payment-details"
import { reportedOperations } from "../current-api/reported-operations"
import { reportedPayouts } from "../current-api/reported-payouts"
import { startedBy, unlessStartedBefore } from "../current-api/start-answer"
import { alternativeToCreate, toProduct } from "./alternative-to-create"
import { asPaymentInfo } from "./operation-of"

/**
 * RozetkaPay's alternative payments behind the port: one step, so that what is paid is captured.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/alternative-payment
 */
export class AlternativeGateway implements PaymentGateway, TellsPayouts {
  constructor(readonly client: RozetkaPayClient) {}

  async start(payment: PaymentToStart): Promise<StartedPayment> {
    try {
      // Without a page the shopper is asked in the bank's app, or called by the lender.
      return startedBy(await this.client.alternative.create(alternativeToCreate(payment)), CREATE)
    } catch (error) {
      throw unlessStartedBefore(error, CREATE)
    }
  }

  async ledger(payment: PaymentReference, events: WebhookEvent[]): Promise<GatewayLedger> {
    const info = await this.client.alternative.info({ externalId: payment.externalId })
    // Nothing is ever held by what we ask for.
    const asked = { ...payment, twoStep: false }
    const ledger = gatewayLedger(info && asPaymentInfo(info), asked, events)
    const method = info?.purchaseDetails.at(-1)?.paymentMethodType ?? payment.choice?.method
    return {
      ...ledger,
      // What is held is a signed contract's, and its lender captures it without being asked.
      underWay: { ...ledger.underWay, capture: held(ledger) },
      ...(ledger.howPaid && {
        howPaid: { ...ledger.howPaid, method: method ? String(method) : null },
      }),
    }
  }

  async details({ externalId }: PaymentReference) {
    const info = await this.client.alternative.info({ externalId })
    const { paymentMethodType = null } = info?.purchaseDetails.at(-1) ?? {}
    return paymentDetails(
      info && asPaymentInfo(info),
      paymentMethodType === null ? {} : { payment_method_type: paymentMethodType },
    )
  }

  /** There is nothing to send: a lender whose contract is signed pays out by itself. */
  async capture(): Promise<MovementOutcome> {
    return { is: "pending" }
  }

  async cancel(): Promise<MovementOutcome> {
    return {
      is: "refused",
      code: null,
      message: "these payments can't be cancelled, only refunded once they are paid out",
    }
  }

  /** The amount is always sent: without one RozetkaPay moves all that there is. */
  async refund(
    { externalId, callbackUrl }: PaymentReference,
    money: Money,
    _?: WantedShares | null,
    lines?: PartLines,
  ): Promise<MovementOutcome> {
    const products = (await lines?.(money, null)) ?? []
    return movementOutcome(
      this.client.alternative.refund({
        externalId,
        amount: money.amount,
        currency: money.currency,
        callbackUrl,
        products: products.map(({ id, category, taxGroup, ...line }) => ({
          externalId: id,
          ...toProduct(line),
          ...(category && { categoryName: category }),
          ...(taxGroup !== undefined && { taxGroup }),
        })),
      }),
    )
  }

  /** The report is the login's, of all its payments. */
  operations(period: Period): Promise<ReportedOperation[]> {
    return reportedOperations(this.client, period)
  }

  payouts(period: Period): Promise<ReportedPayout[]> {
    return reportedPayouts(this.client, period)
  }

  resendCallback(externalId: string): Promise<void> {
    return this.client.alternative.resendCallback({ externalId })
  }
}

const CREATE = "alternative create"
