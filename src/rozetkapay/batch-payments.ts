import { z } from "zod"
import { cancelBatchBody, confirmBatchBody, createBatchBody } from "./batch-request-body"
import type {
  BatchOrderReference,
  CancelBatchRequest,
  ChangeBatchOrderRequest,
  ConfirmBatchRequest,
  CreateBatchRequest,
} from "./batch-requests"
import type { BatchOperation } from "./batch-results"
import { required } from "./body-fields"
import { RozetkaPayError } from "./errors"
import { secretsOfCustomer } from "./payment-method-body"
import { changeBody, referenceBody } from "./request-body"
import type { ResendCallbackRequest } from "./requests"
import type { PaymentInfo, PaymentOperation } from "./results"
import { batchOperation } from "./schemas/batch-operation"
import { paymentInfo } from "./schemas/payment-info"
import { paymentOperation } from "./schemas/payment-operation"
import type { Call, Transport } from "./transport"

const BATCH = "/api/payments/batch/v1"
const PAYMENTS = "/api/payments/v1"

/**
 * One payment by the shopper, split over up to ten sellers. A batch is made, confirmed and cancelled as
 * a whole; it has no `info` and no refund of its own. Each of its orders is a payment like any other,
 * known by the order's external id, so that is what info, refund and cancel of one seller go to.
 *
 * Every method throws `RozetkaPayError` and nothing else.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/batch
 */
export class BatchPaymentsApi {
  /** Whether an order was last found by naming its seller: see `ofOrder`. */
  private namesSeller = false

  constructor(private readonly transport: Transport) {}

  /**
   * Starts a batch; `action.value` is the hosted page, or 3-D Secure. Whether anybody has paid stands
   * in the orders (`batchOutcome`), each for itself: some may have succeeded and others not.
   *
   * A direct one may charge at once, so it is not repeated after an unknown outcome
   * (`mayHaveHappened`): read the orders' `orderInfo` first.
   */
  async create(request: CreateBatchRequest): Promise<BatchOperation> {
    const operation = "batch create"
    return this.transport.send({
      operation,
      method: "POST",
      path: `${BATCH}/new`,
      body: createBatchBody(operation, request),
      externalId: request.batchExternalId,
      effect: request.mode === "direct" ? "charges" : "opens_page",
      secrets: [
        ...request.orders.map(({ apiKey }) => apiKey),
        ...(request.mode === "direct" ? secretsOfCustomer(request.customer) : []),
      ],
      answer: batchOperation,
    })
  }

  /** Takes held amounts: of the orders named (each in full or in part), or of all. */
  async confirm(request: ConfirmBatchRequest): Promise<BatchOperation> {
    const operation = "batch confirm"
    return this.transport.send({
      operation,
      method: "POST",
      path: `${BATCH}/confirm`,
      body: confirmBatchBody(operation, request),
      externalId: request.batchExternalId,
      effect: "moves_money",
      secrets: request.orders?.map(({ apiKey }) => apiKey) ?? [],
      answer: batchOperation,
    })
  }

  /** Cancels what the whole batch holds. A part, or one seller: `cancelOrder`. */
  async cancel(request: CancelBatchRequest): Promise<BatchOperation> {
    const operation = "batch cancel"
    return this.transport.send({
      operation,
      method: "POST",
      path: `${BATCH}/cancel`,
      body: cancelBatchBody(operation, request),
      externalId: request.batchExternalId,
      effect: "moves_money",
      answer: batchOperation,
    })
  }

  /** The gateway's ledger of one order; null when it shows none, as for a payment that nobody has paid yet. */
  async orderInfo(order: BatchOrderReference): Promise<PaymentInfo | null> {
    const operation = "order info"
    try {
      return await this.ofOrder(order, {
        operation,
        method: "GET",
        path: `${PAYMENTS}/info`,
        query: { external_id: required(operation, "external_id", order.externalId) },
        effect: "reads",
        answer: paymentInfo,
      })
    } catch (error) {
      if (isRefusedWith(error, NOTHING_TO_SHOW)) {
        return null
      }
      throw error
    }
  }

  /** Cancels what one order holds, in whole or in part. */
  async cancelOrder(request: ChangeBatchOrderRequest): Promise<PaymentOperation> {
    return this.changeOrder("order cancel", "/cancel", request)
  }

  /** Refunds the captured money of one order, in whole or in part. */
  async refundOrder(request: ChangeBatchOrderRequest): Promise<PaymentOperation> {
    return this.changeOrder("order refund", "/refund", request)
  }

  /** Asks for an order's callback to be sent again. */
  async resendOrderCallback(request: BatchOrderReference & ResendCallbackRequest): Promise<void> {
    const operation = "order callback resend"
    await this.ofOrder(request, {
      operation,
      method: "POST",
      path: `${PAYMENTS}/callback/resend`,
      body: referenceBody(operation, request),
      effect: "adds",
      // 204, without a body.
      answer: z.unknown(),
    })
  }

  private changeOrder(operation: string, path: string, request: ChangeBatchOrderRequest) {
    return this.ofOrder(request, {
      operation,
      method: "POST",
      path: `${PAYMENTS}${path}`,
      body: changeBody(operation, request),
      effect: "moves_money",
      answer: paymentOperation,
    })
  }

  /**
   * The one place that knows who may ask for an order. The document says neither whether the platform
   * that made a batch reaches its orders by its own login, nor whether it has to name the seller's
   * project in X-ON-BEHALF-OF ("when one core account operates with several children"). So the one is
   * tried, and after "I know no such payment", which did nothing, the other.
   */
  private async ofOrder<Answer>(order: BatchOrderReference, call: Call<Answer>): Promise<Answer> {
    const { apiKey, externalId } = order
    const send = (namesSeller: boolean) =>
      this.transport.send({
        ...call,
        externalId,
        secrets: [apiKey],
        ...(namesSeller ? { onBehalfOf: required(call.operation, "api_key", apiKey) } : {}),
      })
    const first = this.namesSeller
    try {
      return await send(first)
    } catch (error) {
      if (!isRefusedWith(error, STRANGERS_PAYMENT)) {
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

/** A payment that nobody has paid yet, or none at all. */
const NOTHING_TO_SHOW = ["data_not_found", "transaction_not_found"]

const STRANGERS_PAYMENT = [...NOTHING_TO_SHOW, "operation_not_found", "access_not_allowed"]

const isRefusedWith = (error: unknown, codes: string[]): boolean =>
  error instanceof RozetkaPayError &&
  error.kind === "rejected" &&
  error.code !== null &&
  codes.includes(error.code)
