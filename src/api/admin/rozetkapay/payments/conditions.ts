import type { PaymentsFilter } from "./read-payments-query"

/** When it was begun, by columns of a table; `:from` and `:to` are moments. */
export const between = (table: string, { from, to }: PaymentsFilter): string[] => [
  ...(from ? [`${table}.created_at >= cast(:from as timestamptz)`] : []),
  ...(to ? [`${table}.created_at < cast(:to as timestamptz)`] : []),
]

export const anyOf = (conditions: string[]): string =>
  conditions.length > 0 ? `(${conditions.join(" or ")})` : "false"
