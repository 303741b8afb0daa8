import { z } from "zod"
import { filledText, refusal, required } from "../../rozetkapay/wire/request-fields"

/**
 * The longest order id that capture, void, refund and P2P credit take. A payment is created with up
 * to 256 characters, and could then be neither captured nor refunded.
 */
export const LONGEST_ORDER_ID = 32

/** "order_id String(≤256)" in the answers to primary operations. */
const LONGEST_NEW_ORDER_ID = 256

/** The document's "Max 4000 symbols". */
const LONGEST_PAYLOAD = 4000

const tooLong = (longest: number, param: string) => ({
  error: `it must have at most ${longest} characters`,
  params: { param },
})

/** Text of at most so many characters; left out when it is empty. */
export const atMost = (longest: number, param: string) =>
  z
    .string()
    .optional()
    .refine((value = "") => value.length <= longest, tooLong(longest, param))
    .transform((value) => (value === "" ? undefined : value))

const idUpTo = (longest: number) =>
  filledText("order_id").refine(({ length }) => length <= longest, tooLong(longest, "order_id"))

export const newOrderId = idUpTo(LONGEST_NEW_ORDER_ID)

/** The id of an order that money is to be moved of. */
export const changedOrderId = idUpTo(LONGEST_ORDER_ID)

export const payload = (param: string) => atMost(LONGEST_PAYLOAD, param)

/** One step of a path. "." and ".." would lead to another address. */
export function pathStep(operation: string, param: string, value: string): string {
  if (/^\.{1,2}$/.test(required(operation, param, value))) {
    throw refusal(operation, param, "it can not be part of an address")
  }
  return encodeURIComponent(value)
}
