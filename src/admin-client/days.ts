import type { Decimal, OrderName } from "./sums"

/** `GET /admin/rozetkapay/days?provider_id=&from=&to=` (at most 14 days); `…/days/export` as CSV of the differences. */
export type Days = { provider_id: string; from: string; to: string; days: Day[] }

/** A day of both ledgers, in one currency. */
export type Day = {
  day: string
  currency_code: string
  captured: { store: Decimal; gateway: Decimal }
  refunded: { store: Decimal; gateway: Decimal }
  /** What the merchant pays to RozetkaPay, as its report says; null: it does not. */
  fees: Decimal | null
  differences: DayDifference[]
}

export type DayDifference = {
  external_id: string
  payment_id: string | null
  order: OrderName | null
  sum: "captured" | "refunded"
  store: Decimal
  gateway: Decimal
}
