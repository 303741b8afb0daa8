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
  /** Of the call of this plugin that a refund's row was written by; null: another wrote it. */
  call: string | null
  /** Milliseconds since 1970. */
  writtenAt: number
}

/** The field of a refund's metadata that tells one call of this plugin from every other: user and amount may be the same. */
export const CALL_KEY = "rozetkapay_call"

/** The refund that this very call has made at RozetkaPay; undefined: it has made none. */
export const refundOfCall = <Row extends Omit<MovementRow, "writtenAt">>(
  rows: Row[],
  call: string,
): Row | undefined => rows.find((row) => row.kind === "refund" && row.call === call && row.isSent)
