import type { PaymentOperation } from "../rozetkapay/client"
import type { GatewayCallback } from "../rozetkapay/webhook/callback"

/** A callback whose signature was right, of any of RozetkaPay's APIs. */
export type SignedCallback =
  | GatewayCallback
  /** Orders of one payment; `externalId` is the payment's, the operations' are the orders' own. */
  | { about: "orders"; externalId: string | null; operations: PaymentOperation[] }

/** What a callback tells of which payment. Null: of a saved card, and of no payment. */
export const paymentEventsOf = (
  callback: SignedCallback,
): { externalId: string | null; operations: PaymentOperation[] } | null => {
  switch (callback.about) {
    case "payment":
      return { externalId: callback.operation.externalId, operations: [callback.operation] }
    case "orders":
      return callback
    case "wallet":
      return null
  }
}
