import { RozetkaPayError } from "../errors"
import { type ExpressOrder, expressOrderIn } from "../payments/express-order"
import { type PaymentInfo, paymentInfo } from "../payments/payment-info"
import { type PaymentOperation, paymentOperation } from "../payments/payment-operation"
import { type WalletCardAddition, walletCardAddition } from "../wallet/cards"
import { parseJson } from "../wire/parse-json"
import { jsonOfForm } from "./form-body"
import { decodeUtf8 } from "./utf8"

export type GatewayCallback =
  | {
      about: "payment"
      operation: PaymentOperation
      /** What the buyer of an express payment chose; null for any other payment. */
      express: ExpressOrder | null
      /** Of a payment on delivery, whose callback is shaped like `info` and names no operation. */
      info: PaymentInfo | null
    }
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
  const body = bodyOf(rawBody)
  if (operation.operation !== "add_payment_method") {
    const info = operation.operation === null ? paymentInfo.safeParse(body).data : null
    return { about: "payment", operation, express: expressOrderIn(body), info: info ?? null }
  }
  const addition = walletCardAddition.safeParse(body)
  return addition.success ? { about: "wallet", addition: addition.data } : malformed()
}

/** JSON as it came, or in a form's only field. */
const bodyOf = (rawBody: Buffer): unknown => parseJson(decodeUtf8(jsonOfForm(rawBody) ?? rawBody))

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
  const parsed = paymentOperation.safeParse(bodyOf(rawBody))
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
