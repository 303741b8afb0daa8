import { z } from "zod"
import { NOTHING_TO_SHOW } from "../payments/payment-info"
import type { Sender } from "../transport/api"
import { unlessRefusedFor } from "../transport/unless-refused"
import { requestBody, required } from "../wire/request-fields"
import { type AlternativeInfo, alternativeInfo } from "./alternative-info"
import { type AlternativeOperation, alternativeOperation } from "./alternative-operation"
import {
  type AlternativeOperationReference,
  type AlternativePaymentReference,
  type CreateAlternativePaymentRequest,
  createAlternativePayment,
  type RefundAlternativePaymentRequest,
  type ResendAlternativeCallbackRequest,
  refundAlternativePayment,
  resendAlternativeCallback,
} from "./alternative-requests"

const ALTERNATIVE = "/api/alternative-payments/v1"

/**
 * Payments of Polish banks and lenders, in one step: no hold, no confirm, no cancel. One method per
 * endpoint; every method throws `RozetkaPayError` and nothing else.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/alternative-payment
 */
export class AlternativeApi {
  constructor(private readonly sender: Sender) {}

  /**
   * Starts a payment; `action.value` is the bank's, or the lender's, page. By a BLIK code the shopper is
   * asked in the bank's app at once: such a request is not repeated after an unknown outcome
   * (`mayHaveHappened`), read `info` first.
   *
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createAlternativePayment
   */
  async create(request: CreateAlternativePaymentRequest): Promise<AlternativeOperation> {
    const { paymentMethod } = request.customer
    const operation = "alternative create"
    return this.sender.send({
      operation,
      method: "POST",
      path: `${ALTERNATIVE}/create`,
      body: requestBody(operation, createAlternativePayment, request),
      externalId: request.externalId,
      ...(paymentMethod?.type === "blik"
        ? { effect: "charges", secrets: [paymentMethod.code, request.customer.ipAddress] }
        : { effect: "opens_page", secrets: [request.customer.ipAddress] }),
      answer: alternativeOperation,
    })
  }

  /**
   * Refunds in whole or in part. `details.status` pending: deferred, and counts.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/alternativePaymentRefund
   */
  async refund(request: RefundAlternativePaymentRequest): Promise<AlternativeOperation> {
    const operation = "alternative refund"
    return this.sender.send({
      operation,
      method: "POST",
      path: `${ALTERNATIVE}/refund`,
      body: requestBody(operation, refundAlternativePayment, request),
      externalId: request.externalId,
      effect: "moves_money",
      answer: alternativeOperation,
    })
  }

  /**
   * The gateway's ledger of one payment; null when it shows none, as of one that nobody has paid yet:
   * neither a failure nor an absence.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/alternativePaymentRequestInfo
   */
  async info({ externalId }: AlternativePaymentReference): Promise<AlternativeInfo | null> {
    const operation = "alternative info"
    const info = this.sender.send({
      operation,
      method: "GET",
      path: `${ALTERNATIVE}/info`,
      query: { external_id: required(operation, "external_id", externalId) },
      externalId,
      effect: "reads",
      answer: alternativeInfo,
    })
    return unlessRefusedFor(NOTHING_TO_SHOW, info, null)
  }

  /**
   * One operation of a payment, as it ended; null when there is none of this id.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/alternativePaymentOperationInfo
   */
  async operationInfo(
    request: AlternativeOperationReference,
  ): Promise<AlternativeOperation | null> {
    const operation = "alternative operation info"
    const info = this.sender.send({
      operation,
      method: "GET",
      path: `${ALTERNATIVE}/info/operation`,
      query: {
        external_id: required(operation, "external_id", request.externalId),
        operation_id: required(operation, "operation_id", request.operationId),
      },
      externalId: request.externalId,
      effect: "reads",
      answer: alternativeOperation,
    })
    return unlessRefusedFor([...NOTHING_TO_SHOW, "operation_not_found"], info, null)
  }

  /**
   * Asks for a callback to be sent again.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/resendAlternativePaymentCallback
   */
  async resendCallback(request: ResendAlternativeCallbackRequest): Promise<void> {
    const operation = "alternative callback resend"
    await this.sender.send({
      operation,
      method: "POST",
      path: `${ALTERNATIVE}/callback/resend`,
      body: requestBody(operation, resendAlternativeCallback, request),
      externalId: request.externalId,
      effect: "adds",
      // 204, without a body.
      answer: z.unknown(),
    })
  }
}
