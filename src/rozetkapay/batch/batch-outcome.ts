import type { PaymentOperation } from "../payments/payment-operation"
import type { BatchOperation, BatchOrderResult } from "./batch-operation"

/** "unknown": the answer does not say, so only the order's `info` can. */
export type OrderOutcome = "success" | "failure" | "pending" | "unknown"

export type BatchOutcome = {
  /** "partly": some of the orders have it, and others have not (yet). */
  whole: OrderOutcome | "partly"
  orders: { externalId: string; outcome: OrderOutcome; code: string | null }[]
}

/**
 * What became of every order that an operation was asked for. An order that the answer does not
 * mention is unknown: never a success because the others are, and never a failure either.
 *
 * @param asked the orders' external ids.
 */
export function batchOutcome(batch: BatchOperation, asked: string[]): BatchOutcome {
  const orders = asked.map((externalId) => {
    const told = batch.orders.filter((order) => order.externalId === externalId)
    return {
      externalId,
      outcome: inCommon(told.map(outcomeOf)) ?? "unknown",
      code: told.at(-1)?.details.statusCode ?? null,
    }
  })
  return { whole: wholeOf(orders.map(({ outcome }) => outcome)), orders }
}

function outcomeOf({ details }: BatchOrderResult): OrderOutcome {
  switch (details.status) {
    case "success":
    case "failure":
    case "pending":
    case "unknown":
      return details.status
    case "init":
      return "pending"
  }
}

function wholeOf(outcomes: OrderOutcome[]): BatchOutcome["whole"] {
  const common = inCommon(outcomes)
  if (common !== null) {
    return common
  }
  if (outcomes.includes("success")) {
    return "partly"
  }
  return outcomes.includes("pending") ? "pending" : "unknown"
}

/** What all of them are; null when they differ, or there are none. */
function inCommon(outcomes: OrderOutcome[]): OrderOutcome | null {
  const [first = null] = outcomes
  return outcomes.every((outcome) => outcome === first) ? first : null
}

/**
 * A batch's answer or callback as one payment operation for each order, in the words that the
 * order's own callback would use. Orders that nobody has paid yet ("init") have no operation.
 */
export function operationsOfOrders(batch: BatchOperation): PaymentOperation[] {
  return batch.orders
    .filter(({ details }) => details.status !== "init")
    .map(({ externalId, details }) => ({
      id: null,
      externalId,
      operation: OPERATION_OF_METHOD[details.method ?? ""] ?? null,
      isSuccess: details.status === "success",
      actionRequired: batch.actionRequired,
      action: batch.action,
      details,
      receiptUrl: batch.receiptUrl,
      metadata: batch.metadata,
      paymentMethod: batch.paymentMethod,
    }))
}

/** BatchMethodType -> OperationType. A method that we do not know is no operation that we know. */
const OPERATION_OF_METHOD: Record<string, string | undefined> = {
  create: "payment",
  confirm: "confirm",
  cancel: "cancel",
  refund: "refund",
}
