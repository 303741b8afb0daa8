import { z } from "zod"
import { RozetkaPayError } from "../rozetkapay/errors"
import { CardDataApi } from "./card-data-api"
import {
  captureChange,
  type LegacyChange,
  type LegacyPartialChange,
  refundChange,
  wholeChange,
} from "./orders/change"
import { pathStep } from "./orders/field-limits"
import { secretsOfOrder } from "./orders/order"
import {
  type CardTokenPayment,
  cardTokenPayment,
  type HostedPayment,
  hostedPayment,
} from "./orders/payment-requests"
import { PaywayApi } from "./payway-api"
import {
  hostedAnswer,
  type LegacyHostedAnswer,
  type LegacyTransaction,
  oneOrMoreTransactions,
  transactionList,
} from "./transactions/transaction"
import { LegacyAccess, type LegacyClientOptions } from "./transport/access"

export type {
  CardCredit,
  CardPayment,
  CardTransfer,
  LegacyCardLookup,
  P2pCredit,
  PayersCard,
} from "./orders/card-data"
export type { LegacyChange, LegacyPartialChange } from "./orders/change"
export { LONGEST_ORDER_ID } from "./orders/field-limits"
export type { LegacyOrder, LegacyPayment, LegacyProduct, ThreeDsControl } from "./orders/order"
export type {
  CardTokenPayment,
  HostedPayment,
  MobilePayment,
  PartsPayment,
} from "./orders/payment-requests"
export type { LegacyBrowser, LegacyCustomer, LegacyRecipient } from "./orders/people"
export type { LegacyStatus } from "./transactions/status-codes"
export {
  cardTokenOf,
  type LegacyHostedAnswer,
  type LegacyTransaction,
  recipientCardTokenOf,
} from "./transactions/transaction"
export type { LegacyClientOptions } from "./transport/access"
export type { LegacyAuthentication } from "./transport/request-signing"

export type LegacyOperationReference = {
  orderId: string
  /** purchase, auth, capture, void, refund, … */
  method: string
}

/** Both included, to the second. */
export type LegacyPeriod = { from: Date; to: Date }

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
    this.access = new LegacyAccess(options)
    this.payways = new PaywayApi(this.access)
    this.cardData = new CardDataApi(this.access)
  }

  /**
   * "Create hosted payment". Whether an order id that nobody has paid may be opened again is not
   * documented: a failure with code 4119 or 4131 ("Such order_id already exists") says neither that it
   * was paid nor that it was not. Read `orderTransactions`, or take another order id.
   */
  async openHostedPage(request: HostedPayment): Promise<LegacyHostedAnswer> {
    const call = this.access.primary({
      operation: "hosted payment",
      schema: hostedPayment,
      request,
      effect: "opens_page",
      secrets: secretsOfOrder(request),
    })
    return this.access.transport.send({ ...call, answer: hostedAnswer })
  }

  /**
   * "Direct payments using RozetkaPay tokens". May charge at once, so it is not repeated after an
   * unknown outcome (`mayHaveHappened`): read `orderTransactions` then.
   */
  async payByCardToken(request: CardTokenPayment): Promise<LegacyTransaction> {
    return this.access.order({
      operation: "payment by card token",
      schema: cardTokenPayment,
      request,
      effect: "charges",
      secrets: [request.cardToken, ...secretsOfOrder(request)],
    })
  }

  /** "Capture" and "Partial capture". The answer's amount is what was captured. */
  async capture(request: LegacyPartialChange): Promise<LegacyTransaction> {
    return this.access.change("/api/v1/capture", {
      operation: "capture",
      schema: captureChange,
      request,
    })
  }

  /** "Void": cancels what is held of an order. There is no partial one. */
  async void(request: LegacyChange): Promise<LegacyTransaction> {
    return this.access.change("/api/v1/void", { operation: "void", schema: wholeChange, request })
  }

  /** "Refund" and "Partial refund". The same request sent twice may refund twice. */
  async refund(request: LegacyPartialChange): Promise<LegacyTransaction> {
    return this.access.change("/api/v1/refund", {
      operation: "refund",
      schema: refundChange,
      request,
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

/** What is not there has no transactions: 404 is "Payment or endpoint not found". */
async function noneWhenUnknown(
  reading: Promise<LegacyTransaction[]>,
): Promise<LegacyTransaction[]> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof RozetkaPayError && error.kind === "rejected" && error.httpStatus === 404) {
      return []
    }
    throw error
  }
}
