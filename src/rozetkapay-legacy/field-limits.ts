import { refusal, required } from "../rozetkapay/body-fields"

/**
 * The longest order id that capture, void, refund and P2P credit take. A payment is created with up
 * to 256 characters, and could then be neither captured nor refunded.
 */
export const LONGEST_ORDER_ID = 32

/** "order_id String(≤256)" in the answers to primary operations. */
const LONGEST_NEW_ORDER_ID = 256

/** Text of at most so many characters, or a refusal before anything is sent. */
export function atMost(
  operation: string,
  param: string,
  longest: number,
  value: string | undefined,
): string | undefined {
  if (value !== undefined && value.length > longest) {
    throw refusal(operation, param, `it must have at most ${longest} characters`)
  }
  return value === "" ? undefined : value
}

export function newOrderId(operation: string, value: string): string {
  atMost(operation, "order_id", LONGEST_NEW_ORDER_ID, required(operation, "order_id", value))
  return value
}

/** The id of an order that money is to be moved of. */
export function changedOrderId(operation: string, value: string): string {
  atMost(operation, "order_id", LONGEST_ORDER_ID, required(operation, "order_id", value))
  return value
}

/** One step of a path. "." and ".." would lead to another address. */
export function pathStep(operation: string, param: string, value: string): string {
  if (/^\.{1,2}$/.test(required(operation, param, value))) {
    throw refusal(operation, param, "it can not be part of an address")
  }
  return encodeURIComponent(value)
}
