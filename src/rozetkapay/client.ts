import { z } from "zod"
import { BatchPaymentsApi } from "./batch-payments"
import { required } from "./body-fields"
import { currentApi } from "./current-api"
import { CustomerWalletApi } from "./customer-wallet"
import { RozetkaPayError } from "./errors"
import { secretsOfCustomer } from "./payment-method-body"
import {
  changeBody,
  createBody,
  lookupBody,
  recurrentBody,
  referenceBody,
  reportBody,
} from "./request-body"
import type {
  CardLookupRequest,
  ChangePaymentRequest,
  CreatePaymentRequest,
  PaymentReference,
  RecurrentPaymentRequest,
  ResendCallbackRequest,
  TransactionsReportRequest,
} from "./requests"
import type {
  KeysStatus,
  PaymentInfo,
  PaymentOperation,
  PaymentReceipt,
  TransactionRow,
} from "./results"
import { paymentInfo } from "./schemas/payment-info"
import { paymentOperation } from "./schemas/payment-operation"
import { keysStatus, paymentReceipt } from "./schemas/receipt-and-keys"
import { transactionsReport } from "./schemas/transactions-report"
import { type RozetkaPayClientOptions, Transport } from "./transport"

export type * from "./batch-requests"
export type * from "./batch-results"
export { recurrentIdOf } from "./recurrent-id"
export type * from "./requests"
export type * from "./results"
export type { Exchange, RozetkaPayClientOptions } from "./transport"
export type * from "./wallet-requests"
export type * from "./wallet-results"

/**
 * RozetkaPay's payments API, one method per endpoint. Every method throws `RozetkaPayError` and
 * nothing else, and ends within `totalTimeMs`.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html
 */
export class RozetkaPayClient {
  private readonly transport: Transport
  /** The customers' saved cards. */
  readonly wallet: CustomerWalletApi
  /** One payment split over several sellers. */
  readonly batch: BatchPaymentsApi

  constructor(options: RozetkaPayClientOptions) {
    this.transport = new Transport(currentApi(options))
    this.wallet = new CustomerWalletApi(this.transport)
    this.batch = new BatchPaymentsApi(this.transport)
  }

  /**
   * Starts a payment; `action.value` is the hosted page, or 3-D Secure. `isSuccess` does not mean paid.
   *
   * A direct one may charge at once, so it is not repeated after an unknown outcome
   * (`mayHaveHappened`). Then a repeat's refusal proves nothing: the first may have used the token up
   * and charged. Read `paymentInfo` first; null right after is no proof either.
   */
  async createPayment(request: CreatePaymentRequest): Promise<PaymentOperation> {
    return this.transport.send({
      operation: "create",
      method: "POST",
      path: "/api/payments/v1/new",
      body: createBody(request),
      externalId: request.externalId,
      ...(request.mode === "direct"
        ? { effect: "charges", secrets: secretsOfCustomer(request.customer) }
        : { effect: "opens_page" }),
      answer: paymentOperation,
    })
  }

  /** Charges a card without the shopper. After an unknown outcome: as a direct `createPayment`. */
  async createRecurrentPayment(request: RecurrentPaymentRequest): Promise<PaymentOperation> {
    return this.transport.send({
      operation: "recurrent",
      method: "POST",
      path: "/api/payments/v1/recurrent",
      body: recurrentBody(request),
      externalId: request.externalId,
      effect: "charges",
      secrets: [request.recurrentId],
      answer: paymentOperation,
    })
  }

  /**
   * Verifies a card without charging it. The result is final at once, or after `action`, by a callback
   * with the operation "lookup" and the same `id`.
   */
  async lookupCard(request: CardLookupRequest): Promise<PaymentOperation> {
    return this.transport.send({
      operation: "lookup",
      method: "POST",
      path: "/api/payments/v1/lookup",
      body: lookupBody(request),
      effect: "adds",
      secrets: request.mode === "direct" ? secretsOfCustomer(request.customer) : [],
      answer: paymentOperation,
    })
  }

  /** Captures a held amount, in whole or in part. */
  async confirmPayment(request: ChangePaymentRequest): Promise<PaymentOperation> {
    return this.change("confirm", "/api/payments/v1/confirm", request)
  }

  /** Cancels a held amount, in whole or in part. Never refunds captured money. */
  async cancelPayment(request: ChangePaymentRequest): Promise<PaymentOperation> {
    return this.change("cancel", "/api/payments/v1/cancel", request)
  }

  /** Refunds captured money, in whole or in part. `details.status` pending: deferred, and counts. */
  async refundPayment(request: ChangePaymentRequest): Promise<PaymentOperation> {
    return this.change("refund", "/api/payments/v1/refund", request)
  }

  /** Tries a pending refund again. */
  async retryRefund(request: PaymentReference): Promise<PaymentOperation> {
    return this.changeRefund("refund retry", "/api/payments/v1/refund/retry", request)
  }

  /** Gives a pending refund up. */
  async cancelRefund(request: PaymentReference): Promise<PaymentOperation> {
    return this.changeRefund("refund cancel", "/api/payments/v1/refund/cancel", request)
  }

  /**
   * The gateway's ledger of one payment; null when it shows none (codes data_not_found and
   * transaction_not_found). A hosted payment that nobody has paid yet shows none either, so null is
   * neither a failure nor an absence.
   */
  async paymentInfo(request: PaymentReference): Promise<PaymentInfo | null> {
    try {
      return await this.transport.send({
        ...this.read("info", "/api/payments/v1/info", request),
        answer: paymentInfo,
      })
    } catch (error) {
      if (error instanceof RozetkaPayError && isNothingToShow(error)) {
        return null
      }
      throw error
    }
  }

  /** Asks for a callback to be sent again. */
  async resendCallback(request: ResendCallbackRequest): Promise<void> {
    await this.transport.send({
      operation: "callback resend",
      method: "POST",
      path: "/api/payments/v1/callback/resend",
      body: referenceBody("callback resend", request),
      externalId: request.externalId,
      effect: "adds",
      // 204, without a body.
      answer: z.unknown(),
    })
  }

  async paymentReceipt(request: PaymentReference): Promise<PaymentReceipt> {
    return this.transport.send({
      ...this.read("receipt", "/api/payments/v1/receipt", request),
      answer: paymentReceipt,
    })
  }

  /** "activated" when login and password are right; wrong ones are `rejected`. */
  async validateKeys(): Promise<KeysStatus> {
    return this.transport.send({
      operation: "key check",
      method: "GET",
      path: "/api/merchants/v1/me",
      effect: "reads",
      answer: keysStatus,
    })
  }

  /** Every operation of the login within at most 14 days, at most 90 days back. */
  async transactionsReport(request: TransactionsReportRequest): Promise<TransactionRow[]> {
    return this.transport.send({
      operation: "transactions report",
      method: "POST",
      path: "/api/reports/v1/transactions",
      body: reportBody("transactions report", request),
      effect: "reads",
      answer: transactionsReport,
    })
  }

  private change(operation: string, path: string, request: ChangePaymentRequest) {
    return this.transport.send({
      operation,
      method: "POST",
      path,
      body: changeBody(operation, request),
      externalId: request.externalId,
      effect: "moves_money",
      answer: paymentOperation,
    })
  }

  private changeRefund(operation: string, path: string, request: PaymentReference) {
    return this.transport.send({
      operation,
      method: "POST",
      path,
      body: referenceBody(operation, { externalId: request.externalId }),
      externalId: request.externalId,
      effect: "moves_money",
      answer: paymentOperation,
    })
  }

  private read(operation: string, path: string, { externalId }: PaymentReference) {
    return {
      operation,
      method: "GET",
      path,
      query: { external_id: required(operation, "external_id", externalId) },
      externalId,
      effect: "reads",
    } as const
  }
}

function isNothingToShow(error: RozetkaPayError): boolean {
  return (
    error.kind === "rejected" &&
    (error.code === "data_not_found" || error.code === "transaction_not_found")
  )
}
