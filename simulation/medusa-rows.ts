import type { Amount } from "../src/core/money"

/** Medusa's rows, as far as payments stand in them. */
export type CollectionRow = {
  id: string
  amount: Amount
  currency_code: string
  metadata: Record<string, unknown>
  /** Its cart; null: a payment link's. */
  cart_id: string | null
  /** The link between it and an order: of a cart, written last. */
  order_id: string | null
}

export type CartRow = { id: string; order_id: string | null }

export type OrderRow = {
  id: string
  canceled_at: Date | null
  total: Amount
  /** What refunds have taken off its total. */
  credited: Amount
  /** Transactions of refunds that were never made. */
  strays: Amount[]
}

export type SessionRow = {
  id: string
  provider_id: string
  payment_collection_id: string
  amount: Amount
  currency_code: string
  status: string
  data: Record<string, unknown>
  metadata: Record<string, unknown>
  created_at: Date
}

export type PaymentRow = {
  id: string
  payment_session_id: string
  payment_collection_id: string
  provider_id: string
  amount: Amount
  currency_code: string
  data: Record<string, unknown>
  captured_at: Date | null
  canceled_at: Date | null
  created_at: Date
  metadata: Record<string, unknown>
}

/** A capture's or a refund's. */
export type MovementRow = {
  id: string
  kind: "capture" | "refund"
  payment_id: string
  amount: Amount
  created_by: string | null
  metadata: Record<string, unknown>
  created_at: Date
  /** What its order's transactions say of it; null: nothing yet. */
  in_order: Amount | null
}

export class Table<Row extends { id: string }> {
  private readonly rows = new Map<string, Row>()

  add(row: Row): Row {
    this.rows.set(row.id, row)
    return row
  }

  remove(id: string): void {
    this.rows.delete(id)
  }

  find(id: string): Row | undefined {
    return this.rows.get(id)
  }

  /** @throws when it is not there, as Medusa does */
  get(id: string): Row {
    const row = this.rows.get(id)
    if (!row) throw new Error(`There is no ${id}`)
    return row
  }

  where(isMeant: (row: Row) => boolean): Row[] {
    return [...this.rows.values()].filter(isMeant)
  }
}
