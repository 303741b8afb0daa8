import type { Amount } from "./money"

/** Where a payment's movements stand in the store: its own rows, and its order's transactions. */
export type TransactionsOf = { payment_id: string; order_id: string; currency: string }

/** A capture's or refund's row of the store's, as plain data. */
export type MovementRow = {
  id: string
  kind: "capture" | "refund"
  amount: Amount
  /** An admin's id, or the name of the part of this plugin that wrote the row. */
  createdBy: string | null
  /** The provider's hook has ended well: RozetkaPay has it. */
  isSent: boolean
  /** Milliseconds since 1970. */
  writtenAt: number
}
