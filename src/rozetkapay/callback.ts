import { RozetkaPayError } from "./errors"
import { parseJson } from "./parse-json"
import type { PaymentOperation } from "./results"
import { paymentOperation } from "./schemas/payment-operation"

/**
 * Reads a callback's body. Check its signature first, over the same bytes.
 *
 * Route on `operation`, never on `isSuccess`. PayParts callbacks have no `operation`, and one
 * operation may come first pending and then final, in any order.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#section/Basic-information/Callbacks
 * @throws {RozetkaPayError} `malformed` when it is not UTF-8, not JSON, or no payment operation.
 */
export function parseCallback(rawBody: Buffer): PaymentOperation {
  const parsed = paymentOperation.safeParse(parseJson(decodeUtf8(rawBody)))
  if (!parsed.success) {
    throw new RozetkaPayError({
      kind: "malformed",
      operation: "callback",
      explanation: "the body is not JSON that describes a payment operation",
    })
  }
  return parsed.data
}

/** Empty when the bytes are not UTF-8. */
function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return ""
  }
}
