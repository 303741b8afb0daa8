import { z } from "zod"
import { type PaymentReference, paymentReference, resendCallback } from "../payments/change-payment"
import { secretsOfBrowser } from "../payments/customer"
import { NOTHING_TO_SHOW } from "../payments/payment-info"
import type { Sender } from "../transport/api"
import { unlessRefusedFor } from "../transport/unless-refused"
import type { ExactJson } from "../wire/exact-json"
import { requestBody, required } from "../wire/request-fields"
import { bankList, type PayPartsBank } from "./banks"
import {
  type ChangePayPartsOrderRequest,
  changeOrder,
  type PayPartsOperationReference,
  type RefundPayPartsOrderRequest,
  type ResendPayPartsCallbackRequest,
  refundOrder,
} from "./change-order"
import { type CreatePayPartsOrderRequest, createOrder } from "./new-order"
import { orderInfo, type PayPartsOrderInfo } from "./order-info"
import { orderOperation, type PayPartsOperation } from "./order-operation"

const PAYPARTS = "/api/payparts/v1"

/**
 * Orders that a bank's customer pays in instalments; the merchant gets the whole from the bank. One
 * method per endpoint; every method throws `RozetkaPayError` and nothing else.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/payparts
 */
export class PayPartsApi {
  constructor(private readonly sender: Sender) {}

  /**
   * Asks the customer, who signs on the page `action.value` or, when there is none, in the bank's app:
   * in minutes or in days. At most one order of an external id is signed, so the request may be sent
   * again; a refusal of the second is no word about the first (read `info`).
   *
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder
   */
  async createOrder(request: CreatePayPartsOrderRequest): Promise<PayPartsOperation> {
    const operation = "instalments create"
    const { paymentMethod, fingerprint } = request.customer
    return this.sender.send({
      operation,
      method: "POST",
      path: `${PAYPARTS}/order/create`,
      body: requestBody(operation, createOrder, request),
      externalId: request.externalId,
      // A token is good for one use.
      effect: paymentMethod ? "charges" : "opens_page",
      secrets: [paymentMethod?.token, ...secretsOfBrowser(fingerprint)],
      answer: orderOperation,
    })
  }

  /**
   * Captures what the customer has signed, as a whole.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsConfirmOrder
   */
  async confirmOrder(request: ChangePayPartsOrderRequest): Promise<PayPartsOperation> {
    return this.change("confirm", "/order/confirm", changeOrder, request)
  }

  /**
   * Cancels what the customer has signed, as a whole. Never refunds what was captured.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCancelOrder
   */
  async cancelOrder(request: ChangePayPartsOrderRequest): Promise<PayPartsOperation> {
    return this.change("cancel", "/order/cancel", changeOrder, request)
  }

  /**
   * Refunds in whole or in part. `details.status` pending: the bank takes its time, or it is deferred;
   * it counts.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsRefund
   */
  async refund(request: RefundPayPartsOrderRequest): Promise<PayPartsOperation> {
    return this.change("refund", "/refund", refundOrder, request)
  }

  /**
   * Tries a pending refund again.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsRetryRefund
   */
  async retryRefund(request: PaymentReference): Promise<PayPartsOperation> {
    return this.change("refund retry", "/refund/retry", paymentReference, request)
  }

  /**
   * Gives a pending refund up.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCancelRefund
   */
  async cancelRefund(request: PaymentReference): Promise<PayPartsOperation> {
    return this.change("refund cancel", "/refund/cancel", paymentReference, request)
  }

  /**
   * The gateway's ledger of one order; null when it shows none, which may be one that the customer has
   * not signed yet: neither a failure nor an absence.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsRequestInfo
   */
  async info({ externalId }: PaymentReference): Promise<PayPartsOrderInfo | null> {
    const operation = "instalments info"
    const info = this.sender.send({
      operation,
      method: "GET",
      path: `${PAYPARTS}/info`,
      query: { external_id: required(operation, "external_id", externalId) },
      externalId,
      effect: "reads",
      answer: orderInfo,
    })
    return unlessRefusedFor(NOTHING_TO_SHOW, info, null)
  }

  /**
   * One operation of an order, as it stands now; null when there is none of this id.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsOperationInfo
   */
  async operationInfo({
    externalId,
    operationId,
  }: PayPartsOperationReference): Promise<PayPartsOperation | null> {
    const operation = "instalments operation info"
    const info = this.sender.send({
      operation,
      method: "GET",
      path: `${PAYPARTS}/info/operation`,
      query: {
        external_id: required(operation, "external_id", externalId),
        operation_id: required(operation, "operation_id", operationId),
      },
      externalId,
      effect: "reads",
      answer: orderOperation,
    })
    return unlessRefusedFor([...NOTHING_TO_SHOW, "operation_not_found"], info, null)
  }

  /**
   * The banks that the project may sell by, with what they cost the merchant.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsGetBanksInfo
   */
  async banks(): Promise<PayPartsBank[]> {
    return this.sender.send({
      operation: "instalments banks",
      method: "GET",
      path: `${PAYPARTS}/banks/info`,
      query: { include_fees: "true" },
      effect: "reads",
      answer: bankList,
    })
  }

  /**
   * Asks for a callback to be sent again.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/resendPayPartsCallback
   */
  async resendCallback(request: ResendPayPartsCallbackRequest): Promise<void> {
    const operation = "instalments callback resend"
    await this.sender.send({
      operation,
      method: "POST",
      path: `${PAYPARTS}/callback/resend`,
      body: requestBody(operation, resendCallback, request),
      externalId: request.externalId,
      effect: "adds",
      // 204, without a body.
      answer: z.unknown(),
    })
  }

  private change<Request extends PaymentReference>(
    what: string,
    path: string,
    schema: z.ZodType<ExactJson, Request>,
    request: Request,
  ): Promise<PayPartsOperation> {
    const operation = `instalments ${what}`
    return this.sender.send({
      operation,
      method: "POST",
      path: `${PAYPARTS}${path}`,
      body: requestBody(operation, schema, request),
      externalId: request.externalId,
      effect: "moves_money",
      answer: orderOperation,
    })
  }
}
