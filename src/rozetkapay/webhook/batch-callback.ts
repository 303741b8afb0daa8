import { z } from "zod"
import { type BatchOperation, batchOperation } from "../batch/batch-operation"
import type { PaymentOperation } from "../payments/payment-operation"
import { parseJson } from "../wire/parse-json"
import { id } from "../wire/readers"
import { type GatewayCallback, readCallback } from "./callback"
import { decodeUtf8 } from "./utf8"

export type BatchCallback =
  /** The whole batch, its orders side by side. */
  | { about: "batch"; batch: BatchOperation }
  /** One order, in a payment's words; `batchExternalId` is null when the callback does not name it. */
  | { about: "order"; batchExternalId: string | null; operation: PaymentOperation }
  | Extract<GatewayCallback, { about: "wallet" }>

/**
 * Reads a callback of a batch's callback_url. Check its signature first, over the same bytes: they are
 * signed with the password of the login that made the batch.
 *
 * The document declares a payment's callback (with `batch_external_id`) for the batch endpoints, and
 * says "after finalization of batch operation"; whether one comes for each order, one for the whole
 * batch, or both is not published, so both are read.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createBatchPayment (callbacks)
 * @throws {RozetkaPayError} `malformed`, as `parseCallback`.
 */
export function readBatchCallback(rawBody: Buffer): BatchCallback {
  const body = parseJson(decodeUtf8(rawBody))
  if (ofWholeBatch.safeParse(body).success) {
    const batch = batchOperation.safeParse(body)
    if (batch.success) {
      return { about: "batch", batch: batch.data }
    }
  }
  const callback = readCallback(rawBody)
  if (callback.about === "wallet") {
    return callback
  }
  const { batch_external_id } = named.parse(body)
  return { about: "order", batchExternalId: batch_external_id, operation: callback.operation }
}

/** An order's callback names its batch too, but has no list of orders. */
const ofWholeBatch = z
  .looseObject({ order_details: z.unknown(), orders_details: z.unknown() })
  .refine((body) => Array.isArray(body.order_details) || Array.isArray(body.orders_details))

const named = z.object({ batch_external_id: id })
