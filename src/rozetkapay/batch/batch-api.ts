import { RozetkaPayError } from "../errors"
import type { ResendCallbackRequest } from "../payments/change-payment"
import { secretsOfCustomer } from "../payments/customer"
import { NOTHING_TO_SHOW, type PaymentInfo } from "../payments/payment-info"
import type { PaymentOperation } from "../payments/payment-operation"
import { PaymentsApi } from "../payments/payments-api"
import type { Call, Sender } from "../transport/api"
import { isRefusedFor } from "../transport/unless-refused"
import { requestBody, required } from "../wire/request-fields"
import { type BatchOperation, batchOperation } from "./batch-operation"
import {
  type BatchOrderReference,
  type CancelBatchRequest,
  type ChangeBatchOrderRequest,
  type ConfirmBatchRequest,
  type CreateBatchRequest,
  cancelBatch,
  confirmBatch,
  createBatch,
} from "./batch-requests"

const BATCH = "/api/payments/batch/v1"

/**
 * One payment by the shopper, split over up to ten sellers. A batch is made, confirmed and cancelled as
 * a whole; it has no `info` and no refund of its own. Each of its orders is a payment like any other,
 * known by the order's external id, so that is what info, refund and cancel of one seller go to.
 *
 * Every method throws `RozetkaPayError` and nothing else.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/batch
 */
export class BatchApi {
  /** Whether an order was last found by naming its seller: see `ofOrder`. */
  private namesSeller = false

  constructor(private readonly sender: Sender) {}

  /**
   * Starts a batch; `action.value` is the hosted page, or 3-D Secure. Whether anybody has paid stands
   * in the orders (`batchOutcome`), each for itself: some may have succeeded and others not.
   *
   * A direct one may charge at once, so it is not repeated after an unknown outcome
   * (`mayHaveHappened`): read the orders' `orderInfo` first.
   *
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createBatchPayment
   */
  async create(request: CreateBatchRequest): Promise<BatchOperation> {
    const operation = "batch create"
    return this.sender.send({
      operation,
      method: "POST",
      path: `${BATCH}/new`,
      body: requestBody(operation, createBatch, request),
      externalId: request.batchExternalId,
      effect: request.mode === "direct" ? "charges" : "opens_page",
      secrets: [
        ...request.orders.map(({ apiKey }) => apiKey),
        ...(request.mode === "direct" ? secretsOfCustomer(request.customer) : []),
      ],
      answer: batchOperation,
    })
  }

  /**
   * Captures held amounts: of the orders named (each in full or in part), or of all.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/confirmBatchPayment
   */
  async confirm(request: ConfirmBatchRequest): Promise<BatchOperation> {
    const operation = "batch confirm"
    return this.sender.send({
      operation,
      method: "POST",
      path: `${BATCH}/confirm`,
      body: requestBody(operation, confirmBatch, request),
      externalId: request.batchExternalId,
      effect: "moves_money",
      secrets: request.orders?.map(({ apiKey }) => apiKey) ?? [],
      answer: batchOperation,
    })
  }

  /**
   * Cancels what the whole batch holds. A part, or one seller: `cancelOrder`.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cancelBatchPayment
   */
  async cancel(request: CancelBatchRequest): Promise<BatchOperation> {
    const operation = "batch cancel"
    return this.sender.send({
      operation,
      method: "POST",
      path: `${BATCH}/cancel`,
      body: requestBody(operation, cancelBatch, request),
      externalId: request.batchExternalId,
      effect: "moves_money",
      answer: batchOperation,
    })
  }

  /** The gateway's ledger of one order; null when it shows none, as for a payment that nobody has paid yet. */
  async orderInfo(order: BatchOrderReference): Promise<PaymentInfo | null> {
    return this.asPayment(order).info(order)
  }

  /** Cancels what one order holds, in whole or in part. */
  async cancelOrder(request: ChangeBatchOrderRequest): Promise<PaymentOperation> {
    return this.asPayment(request).cancel(request)
  }

  /** Refunds the captured money of one order, in whole or in part. */
  async refundOrder(request: ChangeBatchOrderRequest): Promise<PaymentOperation> {
    return this.asPayment(request).refund(request)
  }

  /** Asks for an order's callback to be sent again. */
  async resendOrderCallback(request: BatchOrderReference & ResendCallbackRequest): Promise<void> {
    return this.asPayment(request).resendCallback(request)
  }

  /** The endpoints of a payment, asked about one order. */
  private asPayment(order: BatchOrderReference): PaymentsApi {
    return new PaymentsApi({
      send: (call) => this.ofOrder(order, { ...call, operation: `order ${call.operation}` }),
    })
  }

  /**
   * The one place that knows who may ask for an order. The document says neither whether the platform
   * that made a batch reaches its orders by its own login, nor whether it has to name the seller's
   * project in X-ON-BEHALF-OF ("when one core account operates with several children"). So the one is
   * tried, and after "I know no such payment", which did nothing, the other.
   */
  private async ofOrder<Answer>(
    { apiKey }: BatchOrderReference,
    call: Call<Answer>,
  ): Promise<Answer> {
    const send = (namesSeller: boolean) =>
      this.sender.send({
        ...call,
        secrets: [apiKey],
        ...(namesSeller ? { onBehalfOf: required(call.operation, "api_key", apiKey) } : {}),
      })
    const first = this.namesSeller
    try {
      return await send(first)
    } catch (error) {
      if (!isRefusedFor(STRANGERS_PAYMENT, error)) {
        throw error
      }
      const answer = await send(!first).catch((second: unknown) => {
        // That this login may not ask in the other way says nothing about the order.
        throw second instanceof RozetkaPayError && second.isWrongKeys ? error : second
      })
      this.namesSeller = !first
      return answer
    }
  }
}

const STRANGERS_PAYMENT = [...NOTHING_TO_SHOW, "operation_not_found", "access_not_allowed"]
