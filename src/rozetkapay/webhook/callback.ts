import { RozetkaPayError } from "../errors"
import { type PaymentOperation, paymentOperation } from "../payments/payment-operation"
import { type WalletCardAddition, walletCardAddition } from "../wallet/cards"
import { parseJson } from "../wire/parse-json"

export type GatewayCallback =
  | { about: "payment"; operation: PaymentOperation }
  /** A card that was added to a wallet has been confirmed, or has not. */
  | { about: "wallet"; addition: WalletCardAddition }

/**
 * Reads a callback of either kind. Check its signature first, over the same bytes.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/addCustomerPayment (callbacks)
 * @throws {RozetkaPayError} `malformed`, as `parseCallback`.
 */
export function readCallback(rawBody: Buffer): GatewayCallback {
  const operation = parseCallback(rawBody)
  if (operation.operation !== "add_payment_method") {
    return { about: "payment", operation }
  }
  const addition = walletCardAddition.safeParse(parseJson(decodeUtf8(rawBody)))
  return addition.success ? { about: "wallet", addition: addition.data } : malformed()
}

/**
 * Reads a callback of a payment's callback_url. Check its signature first, over the same bytes.
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
    return malformed()
  }
  return parsed.data
}

function malformed(): never {
  throw new RozetkaPayError({
    kind: "malformed",
    operation: "callback",
    explanation: "the body is not JSON that describes a payment operation",
  })
}

/** Empty when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return ""
  }
}
