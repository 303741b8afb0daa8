import { z } from "zod"
import type { Sender } from "../transport/api"
import { unlessRefusedFor } from "../transport/unless-refused"
import { requestBody, required } from "../wire/request-fields"
import {
  type ChangePaymentRequest,
  changePayment,
  type PaymentReference,
  paymentReference,
  type ResendCallbackRequest,
  resendCallback,
} from "./change-payment"
import { secretsOfCustomer } from "./customer"
import {
  type CardLookupRequest,
  type CreatePaymentRequest,
  createPayment,
  createRecurrentPayment,
  lookupCard,
  type RecurrentPaymentRequest,
} from "./new-payment"
import {
  NOTHING_TO_SHOW,
  type PaymentInfo,
  type PaymentReceipt,
  paymentInfo,
  paymentReceipt,
} from "./payment-info"
import { type PaymentOperation, paymentOperation } from "./payment-operation"

const PAYMENTS = "/api/payments/v1"

/**
 * Payments, one method per endpoint. Every method throws `RozetkaPayError` and nothing else.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/payments
 */
export class PaymentsApi {
  constructor(private readonly sender: Sender) {}

  /**
   * Starts a payment; `action.value` is the hosted page, or 3-D Secure. `isSuccess` does not mean paid.
   *
   * A direct one may charge at once, so it is not repeated after an unknown outcome
   * (`mayHaveHappened`). Then a repeat's refusal proves nothing: the first may have used the token up
   * and charged. Read `info` first; null right after is no proof either.
   *
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment
   */
  async create(request: CreatePaymentRequest): Promise<PaymentOperation> {
    return this.sender.send({
      operation: "create",
      method: "POST",
      path: `${PAYMENTS}/new`,
      body: requestBody("create", createPayment, request),
      externalId: request.externalId,
      ...(request.mode === "direct"
        ? { effect: "charges", secrets: secretsOfCustomer(request.customer) }
        : { effect: "opens_page" }),
      answer: paymentOperation,
    })
  }

  /**
   * Charges a card without the shopper. After an unknown outcome: as a direct `create`.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createRecurrentPayment
   */
  async createRecurrent(request: RecurrentPaymentRequest): Promise<PaymentOperation> {
    return this.sender.send({
      operation: "recurrent",
      method: "POST",
      path: `${PAYMENTS}/recurrent`,
      body: requestBody("recurrent", createRecurrentPayment, request),
      externalId: request.externalId,
      effect: "charges",
      secrets: [request.recurrentId],
      answer: paymentOperation,
    })
  }

  /**
   * Verifies a card without charging it. The result is final at once, or after `action`, by a callback
   * with the operation "lookup" and the same `id`.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cardLookup
   */
  async lookupCard(request: CardLookupRequest): Promise<PaymentOperation> {
    return this.sender.send({
      operation: "lookup",
      method: "POST",
      path: `${PAYMENTS}/lookup`,
      body: requestBody("lookup", lookupCard, request),
      effect: "adds",
      secrets: request.mode === "direct" ? secretsOfCustomer(request.customer) : [],
      answer: paymentOperation,
    })
  }

  /**
   * Captures a held amount, in whole or in part.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/confirmPayment
   */
  async confirm(request: ChangePaymentRequest): Promise<PaymentOperation> {
    return this.change("confirm", "/confirm", changePayment, request)
  }

  /**
   * Cancels a held amount, in whole or in part. Never refunds captured money.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cancelPayment
   */
  async cancel(request: ChangePaymentRequest): Promise<PaymentOperation> {
    return this.change("cancel", "/cancel", changePayment, request)
  }

  /**
   * Refunds captured money, in whole or in part. `details.status` pending: deferred, and counts.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/refundPayment
   */
  async refund(request: ChangePaymentRequest): Promise<PaymentOperation> {
    return this.change("refund", "/refund", changePayment, request)
  }

  /**
   * Tries a pending refund again.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/retryRefund
   */
  async retryRefund(request: PaymentReference): Promise<PaymentOperation> {
    return this.change("refund retry", "/refund/retry", paymentReference, request)
  }

  /**
   * Gives a pending refund up.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cancelRefund
   */
  async cancelRefund(request: PaymentReference): Promise<PaymentOperation> {
    return this.change("refund cancel", "/refund/cancel", paymentReference, request)
  }

  /**
   * The gateway's ledger of one payment; null when it shows none (codes data_not_found and
   * transaction_not_found). A hosted payment that nobody has paid yet shows none either, so null is
   * neither a failure nor an absence.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo
   */
  async info(request: PaymentReference): Promise<PaymentInfo | null> {
    const info = this.sender.send({ ...read("info", "/info", request), answer: paymentInfo })
    return unlessRefusedFor(NOTHING_TO_SHOW, info, null)
  }

  /**
   * Asks for a callback to be sent again.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/resendCallback
   */
  async resendCallback(request: ResendCallbackRequest): Promise<void> {
    await this.sender.send({
      operation: "callback resend",
      method: "POST",
      path: `${PAYMENTS}/callback/resend`,
      body: requestBody("callback resend", resendCallback, request),
      externalId: request.externalId,
      effect: "adds",
      // 204, without a body.
      answer: z.unknown(),
    })
  }

  /** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getPaymentReceipt */
  async receipt(request: PaymentReference): Promise<PaymentReceipt> {
    return this.sender.send({ ...read("receipt", "/receipt", request), answer: paymentReceipt })
  }

  private change(
    operation: string,
    path: string,
    schema: typeof changePayment | typeof paymentReference,
    request: ChangePaymentRequest,
  ): Promise<PaymentOperation> {
    return this.sender.send({
      operation,
      method: "POST",
      path: `${PAYMENTS}${path}`,
      body: requestBody(operation, schema, request),
      externalId: request.externalId,
      effect: "moves_money",
      answer: paymentOperation,
    })
  }
}

const read = (operation: string, path: string, { externalId }: PaymentReference) =>
  ({
    operation,
    method: "GET",
    path: `${PAYMENTS}${path}`,
    query: { external_id: required(operation, "external_id", externalId) },
    externalId,
    effect: "reads",
  }) as const
