import type { ExternalId } from "../../core/external-id"
import type { Instrument } from "../../core/instrument"
import { readTime } from "../../core/kyiv-day"
import { held } from "../../core/ledger"
import { asStated, equals, type Money } from "../../core/money"
import type { ReportedOperation } from "../../core/reported-ledger"
import type {
  MovementOutcome,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  Period,
  StartedPayment,
  WebhookEvent,
} from "../../provider/payment-gateway"
import { RozetkaPayError } from "../../rozetkapay/errors"
import type {
  LegacyPayment,
  LegacyRozetkaPayClient,
  LegacyTransaction,
  ThreeDsControl,
} from "../../rozetkapay-legacy/client"
import { movementOutcome } from "../current-api/movement-outcome"
import { legacyDetails } from "./legacy-details"
import { legacyLedger } from "./legacy-ledger"
import { writeLegacyMetadata } from "./legacy-metadata"
import { legacyOrderId, paymentOfOrder } from "./legacy-order-id"
import { kindOf, operationOf } from "./operation-of"

/**
 * RozetkaPay's legacy API behind the port. A payment's list of transactions is its whole ledger.
 *
 * @see https://deprecated-api.rozetkapay.com
 */
export class LegacyGateway implements PaymentGateway {
  constructor(
    private readonly client: LegacyRozetkaPayClient,
    private readonly threeDs?: ThreeDsControl,
  ) {}

  async start(payment: PaymentToStart): Promise<StartedPayment> {
    const request = toRequest(payment, this.threeDs)
    if (payment.instrument) {
      const transaction = await this.charge(payment.instrument, request)
      requireOwnAnswer(transaction)
      return started(transaction)
    }

    const { checkoutUrl, transaction } = await this.client.openHostedPage(request)
    if (checkoutUrl) return { paymentId: null, checkoutUrl, decline: null }
    throw new RozetkaPayError({
      kind: "malformed",
      operation: "hosted payment",
      code: transaction?.statusCode ?? null,
      explanation:
        transaction?.statusDescription ?? "the answer has no checkout page to send the shopper to",
    })
  }

  private charge(instrument: Instrument, request: LegacyPayment): Promise<LegacyTransaction> {
    switch (instrument.type) {
      case "cc_token":
        return this.client.payByCardToken({ ...request, cardToken: instrument.token })
      case "google_pay":
        return this.client.payways.payByGooglePay({ ...request, token: instrument.token })
      case "apple_pay":
        return this.client.payways.payByApplePay({ ...request, token: instrument.token })
      case "privat24":
        return this.client.payways.payByPrivat24(request)
      case "privat_parts":
        return this.client.payways.payByPrivatParts({
          ...request,
          partsCount: String(instrument.parts),
        })
      case "evo_credit":
        return this.client.payways.payByEvoCredit(request)
      case "przelewy24":
        return this.client.payways.payByPrzelewy24(request)
      case "wallet":
      case "recurrent":
        throw new RozetkaPayError({
          kind: "rejected",
          operation: "payment",
          explanation: "the legacy API keeps no cards and no consents",
        })
    }
  }

  async ledger(payment: PaymentReference, events: WebhookEvent[]) {
    const transactions = await this.client.orderTransactions(legacyOrderId(payment.externalId))
    return legacyLedger(transactions, payment, events)
  }

  async details({ externalId }: PaymentReference) {
    return legacyDetails(await this.client.orderTransactions(legacyOrderId(externalId)))
  }

  capture(payment: PaymentReference, amount: Money): Promise<MovementOutcome> {
    return outcomeOf(this.client.capture(change(payment, amount)))
  }

  /** The API has no partial void: less than all that is held can't be canceled. */
  async cancel(payment: PaymentReference, amount: Money): Promise<MovementOutcome> {
    const ledger = await this.ledger(payment, []).catch((error: unknown) => {
      if (error instanceof RozetkaPayError) return null
      throw error
    })
    if (!ledger) return { is: "unavailable", message: "RozetkaPay does not answer" }
    if (!equals(held(ledger), amount.amount)) {
      return {
        is: "refused",
        code: null,
        message: `the legacy API can only cancel all that is held, ${held(ledger)} ${ledger.currency}`,
      }
    }
    const { orderId, currency, serverUrl } = change(payment, amount)
    return outcomeOf(this.client.void({ orderId, currency, serverUrl }))
  }

  refund(payment: PaymentReference, amount: Money): Promise<MovementOutcome> {
    return outcomeOf(this.client.refund(change(payment, amount)))
  }

  async operations({ from, to }: Period): Promise<ReportedOperation[]> {
    const transactions = await this.client.transactionsOf({
      from: new Date(`${from}T00:00:00Z`),
      to: new Date(`${to}T23:59:59Z`),
    })
    return transactions.flatMap(reported)
  }

  async resendCallback(externalId: ExternalId): Promise<void> {
    const orderId = legacyOrderId(externalId)
    const methods = (await this.client.orderTransactions(orderId)).map(({ method }) => method)
    const method = methods.find((one) => one === "purchase" || one === "auth")
    if (method) await this.client.resendWebhook({ orderId, method })
  }
}

/**
 * "Such order_id already exists": an answer about another request, which may have charged and whose own
 * answer nobody heard. Only the order's transactions tell.
 *
 * @throws RozetkaPayError
 */
const requireOwnAnswer = ({ status, statusCode }: LegacyTransaction): void => {
  if (status !== "failure" || !ORDER_EXISTS.includes(statusCode ?? "")) return
  throw new RozetkaPayError({
    kind: "outcome_unknown",
    operation: "payment",
    code: statusCode,
    explanation: "there is an order of this id already",
  })
}

const ORDER_EXISTS = ["4119", "4131"]

const reported = (one: LegacyTransaction): ReportedOperation[] => {
  const { orderId, amount, currency } = one
  if (one.status !== "success" || !orderId || !amount || !currency) return []
  return operationOf(one).map((operation) => ({
    ...operation,
    externalId: paymentOfOrder(orderId),
    amount: asStated(amount, currency),
    currency,
    at: readTime(one.processedAt) ?? readTime(one.createdAt),
  }))
}

const started = (transaction: LegacyTransaction): StartedPayment => ({
  paymentId: transaction.paymentId,
  checkoutUrl: transaction.userActionUrl,
  decline:
    transaction.status === "failure" && !transaction.userActionUrl
      ? { code: transaction.statusCode, description: transaction.statusDescription }
      : null,
})

const outcomeOf = (request: Promise<LegacyTransaction>): Promise<MovementOutcome> =>
  // An answer about what is no movement of a payment does not say whether this one was made.
  movementOutcome(request.then((one) => (kindOf(one) === null ? null : { details: one })))

/** The amount is always sent: without one RozetkaPay moves all that there is. */
const change = (payment: PaymentReference, money: Money) => ({
  orderId: legacyOrderId(payment.externalId),
  amount: money.amount,
  currency: money.currency,
  serverUrl: payment.callbackUrl,
})

const toRequest = (payment: PaymentToStart, threeDs?: ThreeDsControl): LegacyPayment => {
  const { customer } = payment
  const browser = customer.fingerprint
  return {
    orderId: legacyOrderId(payment.externalId),
    amount: payment.amount,
    currency: payment.currency,
    description: payment.description,
    twoStep: payment.twoStep,
    threeDs,
    serverUrl: payment.callbackUrl,
    resultUrl: payment.resultUrl,
    properties: payment.metadata,
    payload: writeLegacyMetadata(payment.metadata),
    customer: {
      id: customer.externalId,
      firstName: customer.firstName,
      lastName: customer.lastName,
      email: customer.email,
      phone: customer.phone,
      ip: customer.ipAddress,
      language: customer.locale?.toLowerCase(),
      country: customer.country,
      city: customer.city,
      postalCode: customer.postalCode,
      address: customer.address,
    },
    products: payment.products.map(({ id, name, quantity, netAmount, currency }) => ({
      id,
      name,
      quantity,
      amount: netAmount,
      currency,
    })),
    ...(browser && { browser }),
  }
}
