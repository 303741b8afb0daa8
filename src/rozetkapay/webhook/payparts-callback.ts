import { RozetkaPayError } from "../errors"
import { orderOperation, type PayPartsOperation } from "../payparts/order-operation"
import { parseJson } from "../wire/parse-json"
import { decodeUtf8 } from "./utf8"

/**
 * Reads a callback of an order in instalments. Check its signature first, over the same bytes. It has no
 * `operation`: what it is about is `details.method`.
 *
 * @throws {RozetkaPayError} `malformed` when it is not UTF-8, not JSON, or no such operation.
 */
export function readPayPartsCallback(rawBody: Buffer): PayPartsOperation {
  const parsed = orderOperation.safeParse(parseJson(decodeUtf8(rawBody)))
  if (parsed.success) {
    return parsed.data
  }
  throw new RozetkaPayError({
    kind: "malformed",
    operation: "callback",
    explanation: "the body is not JSON that describes an order in instalments",
  })
}
