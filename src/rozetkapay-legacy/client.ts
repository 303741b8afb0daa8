import { z } from "zod"
import { required, text } from "../rozetkapay/body-fields"
import {
  type LegacyAccess,
  type LegacyClientOptions,
  legacyAccess,
  noneWhenUnknown,
  primary,
  sendPrimary,
} from "./access"
import { CardDataApi } from "./card-data-api"
import { changeBody, part } from "./change-body"
import { pathStep } from "./field-limits"
import { paymentFields } from "./order-body"
import { secretsOfOrder } from "./order-secrets"
import { PaywayApi } from "./payway-api"
import type {
  CardTokenPayment,
  HostedPayment,
  LegacyChange,
  LegacyOperationReference,
  LegacyPartialChange,
  LegacyPeriod,
} from "./requests"
import type { LegacyHostedAnswer, LegacyTransaction } from "./results"
import { hostedAnswer } from "./schemas/hosted-answer"
import { oneOrMoreTransactions, transaction, transactionList } from "./schemas/transaction"

export type { LegacyClientOptions } from "./access"
export type * from "./card-data-requests"
export { cardTokenOf, recipientCardTokenOf } from "./card-tokens"
export { LONGEST_ORDER_ID } from "./field-limits"
export type { LegacyAuthentication } from "./request-signing"
export type * from "./requests"
export type * from "./results"

/**
 * RozetkaPay's legacy payments API, for contracts of old and for payments made under them. One
 * method per section of its document. Every method throws `RozetkaPayError` and nothing else, and
 * ends within `totalTimeMs`.
 *
 * A refusal by the bank or by the order's state is no error: it is a transaction with the status
 * "failure". Errors are what never reached a bank: wrong keys, a malformed request, an unknown order.
 *
 * @see https://deprecated-api.rozetkapay.com
 */
export class LegacyRozetkaPayClient {
  private readonly access: LegacyAccess
  /** Privat24, credits, Przelewy24, Google Pay and Apple Pay. */
  readonly payways: PaywayApi
  /** Whole card numbers and payouts: for whose compliance and contract allow them. */
  readonly cardData: CardDataApi

  constructor(options: LegacyClientOptions) {
    this.access = legacyAccess(options)
    this.payways = new PaywayApi(this.access)
    this.cardData = new CardDataApi(this.access)
  }

  /**
   * "Create hosted payment". Whether an order id that nobody has paid may be opened again is not
   * documented: a failure with code 4119 or 4131 ("Such order_id already exists") says neither that it
   * was paid nor that it was not. Read `orderTransactions`, or take another order id.
   */
  async openHostedPage(request: HostedPayment): Promise<LegacyHostedAnswer> {
    const operation = "hosted payment"
    const { posId, transport } = this.access
    const fields = paymentFields(operation, posId, request, {
      mode: "hosted",
      payway: text(request.payway),
    })
    return transport.send({
      ...primary({
        operation,
        fields,
        orderId: request.orderId,
        effect: "opens_page",
        secrets: secretsOfOrder(request),
      }),
      answer: hostedAnswer,
    })
  }

  /**
   * "Direct payments using RozetkaPay tokens". May charge at once, so it is not repeated after an
   * unknown outcome (`mayHaveHappened`): read `orderTransactions` then.
   */
  async payByCardToken(request: CardTokenPayment): Promise<LegacyTransaction> {
    const operation = "payment by card token"
    const cc_token = required(operation, "cc_token", request.cardToken)
    return sendPrimary(this.access, {
      operation,
      fields: paymentFields(operation, this.access.posId, request, { cc_token }),
      orderId: request.orderId,
      effect: "charges",
      secrets: [cc_token, ...secretsOfOrder(request)],
    })
  }

  /** "Capture" and "Partial capture". The answer's amount is what was captured. */
  async capture(request: LegacyPartialChange): Promise<LegacyTransaction> {
    return this.change("capture", "/api/v1/capture", request, {
      charge_amount: part("capture", request),
    })
  }

  /** "Void": cancels what is held of an order. There is no partial one. */
  async void(request: LegacyChange): Promise<LegacyTransaction> {
    return this.change("void", "/api/v1/void", request, {})
  }

  /** "Refund" and "Partial refund". The same request sent twice may refund twice. */
  async refund(request: LegacyPartialChange): Promise<LegacyTransaction> {
    return this.change("refund", "/api/v1/refund", request, {
      refund_amount: part("refund", request),
    })
  }

  /** "Get order transactions": the whole ledger of an order; empty when it is not known. */
  async orderTransactions(orderId: string): Promise<LegacyTransaction[]> {
    const operation = "order transactions"
    return noneWhenUnknown(
      this.access.transport.send({
        ...this.read(operation, `orders/${pathStep(operation, "order_id", orderId)}`),
        externalId: orderId,
        answer: transactionList,
      }),
    )
  }

  /**
   * "Get transactions for period". The document says "UNIX timestamp" and gives no example: whole
   * seconds are sent. It names no longest period either.
   */
  async transactionsOf({ from, to }: LegacyPeriod): Promise<LegacyTransaction[]> {
    return this.access.transport.send({
      ...this.read("transactions for period", "transactions"),
      query: { startDate: unixSeconds(from), enddate: unixSeconds(to) },
      answer: transactionList,
    })
  }

  /** "Payment operation info": what an order has of one method; empty when there is none. */
  async operationInfo(reference: LegacyOperationReference): Promise<LegacyTransaction[]> {
    const operation = "operation info"
    return noneWhenUnknown(
      this.access.transport.send({
        ...this.read(operation, pathOf(operation, reference)),
        externalId: reference.orderId,
        answer: oneOrMoreTransactions,
      }),
    )
  }

  /** "Resend webhook for operation": its info, and its webhook once more. */
  async resendWebhook(reference: LegacyOperationReference): Promise<LegacyTransaction[]> {
    const operation = "webhook resend"
    return this.access.transport.send({
      ...this.read(operation, pathOf(operation, reference)),
      externalId: reference.orderId,
      query: { callback: "true" },
      effect: "adds",
      answer: oneOrMoreTransactions,
    })
  }

  /** The document's own test of credentials: wrong ones are `rejected`, with `isWrongKeys`. */
  async checkKeys(): Promise<void> {
    await this.access.transport.send({
      ...this.read("key check", "orders/0"),
      answer: z.unknown(),
    })
  }

  /** "API URL": resolves when the host answers "OK". */
  async checkHealth(): Promise<void> {
    await this.access.transport.send({
      operation: "health check",
      method: "GET",
      path: "/health",
      effect: "reads",
      // "OK" is no JSON.
      answer: z.undefined(),
    })
  }

  private change(
    operation: string,
    path: string,
    request: LegacyChange,
    special: Parameters<typeof changeBody>[3],
  ): Promise<LegacyTransaction> {
    return this.access.transport.send({
      operation,
      method: "POST",
      path,
      body: changeBody(operation, this.access.posId, request, special),
      externalId: request.orderId,
      effect: "moves_money",
      answer: transaction,
    })
  }

  private read(operation: string, path: string) {
    const posId = pathStep(operation, "pos_id", this.access.posId)
    return {
      operation,
      method: "GET",
      path: `/api/v1/pos/${posId}/${path}`,
      effect: "reads",
    } as const
  }
}

const pathOf = (operation: string, { orderId, method }: LegacyOperationReference) =>
  `orders/${pathStep(operation, "order_id", orderId)}/${pathStep(operation, "operation", method)}`

const unixSeconds = (at: Date): string => String(Math.floor(at.getTime() / 1000))
