import type { Money } from "../../core/money"
import type { ReportedOperation } from "../../core/reported-ledger"
import type { WantedShares } from "../../core/seller-shares"
import type {
  MovementOutcome,
  PartLines,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  Period,
  StartedPayment,
  WebhookEvent,
} from "../../provider/payment-gateway"
import type { AlternativeOperation, RozetkaPayClient } from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { isRefusedFor } from "../../rozetkapay/transport/unless-refused"
import { gatewayLedger } from "../current-api/gateway-ledger"
import { movementOutcome } from "../current-api/movement-outcome"
import { nextPage } from "../current-api/next-page"
import { paymentDetails } from "../current-api/payment-details"
import { reportedOperations } from "../current-api/reported-operations"
import { alternativeToCreate, toProduct } from "./alternative-to-create"
import { asPaymentInfo } from "./operation-of"

/**
 * RozetkaPay's alternative payments behind the port: one step, so that what is paid is captured.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/alternative-payment
 */
export class AlternativeGateway implements PaymentGateway {
  constructor(readonly client: RozetkaPayClient) {}

  async start(payment: PaymentToStart): Promise<StartedPayment> {
    const answer = await this.create(payment)
    const { details } = answer
    const checkoutUrl = nextPage(answer.action)
    if (!details && !checkoutUrl) {
      throw new RozetkaPayError({
        kind: "malformed",
        operation: "alternative create",
        explanation: "the answer says neither what became of it nor where the shopper goes on",
      })
    }
    const isRefused = details?.status === "failure" && !checkoutUrl
    return {
      paymentId: answer.id,
      // Nowhere: the shopper is asked in the bank's app, or called by the lender.
      checkoutUrl,
      decline: isRefused
        ? { code: details.statusCode, description: details.statusDescription }
        : null,
    }
  }

  private async create(payment: PaymentToStart): Promise<AlternativeOperation> {
    try {
      return await this.client.alternative.create(alternativeToCreate(payment))
    } catch (error) {
      // An answer about an earlier request, which may have been paid and whose own answer nobody heard.
      if (!isRefusedFor(STARTED_BEFORE, error)) throw error
      throw new RozetkaPayError({
        kind: "outcome_unknown",
        operation: "alternative create",
        code: error instanceof RozetkaPayError ? error.code : null,
        explanation: "there is a payment of this id already",
      })
    }
  }

  async ledger(payment: PaymentReference, events: WebhookEvent[]) {
    const info = await this.client.alternative.info({ externalId: payment.externalId })
    // Nothing is ever held by what we ask for.
    return gatewayLedger(info && asPaymentInfo(info), { ...payment, twoStep: false }, events)
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

  resendCallback(externalId: string): Promise<void> {
    return this.client.alternative.resendCallback({ externalId })
  }
}

const STARTED_BEFORE = ["transaction_already_paid", "order_is_duplicated"]
