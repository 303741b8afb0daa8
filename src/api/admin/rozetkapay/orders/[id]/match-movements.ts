import { type Amount, equals, exceeds, plus, zero } from "../../../../../core/money"
import { amountIn } from "../../../../../core/stated-amount"
import type { PaymentDetails } from "../../../../../provider/payment-gateway"
import type { WrittenMovement } from "./order-rows"

export type GatewayOperation = PaymentDetails["operations"][number]

export type Matched = {
  /** Whose an operation is: the row of the store's that it carried out, or that records it. */
  rowOf: Map<GatewayOperation, WrittenMovement>
  /** Rows that no operation stands for. */
  rows: WrittenMovement[]
}

/**
 * Operations of RozetkaPay's beside the store's rows. Neither names the other, so an operation is that row's
 * whose amount it has, the nearest in time first; and where a row was carried out in several, as a payment to
 * several sellers is, theirs that add up to it. What staff asked for comes before what was only recorded. Pure.
 *
 * @param operations that moved money or are about to, of one payment
 */
export const matchMovements = (
  operations: GatewayOperation[],
  written: WrittenMovement[],
  currency: string,
): Matched => {
  const rowOf: Matched["rowOf"] = new Map()
  const inOrder = [...written].sort(
    (a, b) => Number(a.isRecord) - Number(b.isRecord) || a.at.getTime() - b.at.getTime(),
  )
  const isFree = (one: GatewayOperation) => !rowOf.has(one)
  const candidates = (row: WrittenMovement) =>
    operations.filter((one) => one.operation === row.kind && isFree(one))
  const isOf = (row: WrittenMovement) => (one: GatewayOperation) => {
    const amount = amountIn(one, currency)
    return amount !== null && equals(amount, row.amount)
  }
  const unmatched: WrittenMovement[] = []
  for (const row of inOrder) {
    const same = nearest(candidates(row).filter(isOf(row)), row.at)
    if (same) rowOf.set(same, row)
    else unmatched.push(row)
  }
  const rows: WrittenMovement[] = []
  for (const row of unmatched) {
    const parts = runAddingUpTo(candidates(row), row.amount, currency)
    for (const part of parts) rowOf.set(part, row)
    if (parts.length === 0) rows.push(row)
  }
  return { rowOf, rows }
}

const nearest = (found: GatewayOperation[], at: Date): GatewayOperation | undefined => {
  const far = (one: GatewayOperation) => Math.abs((timeOf(one.at) ?? at).getTime() - at.getTime())
  return [...found].sort((a, b) => far(a) - far(b))[0]
}

/** A run of operations, as they are listed, that add up to an amount; none: there is no such run. */
const runAddingUpTo = (
  operations: GatewayOperation[],
  amount: Amount,
  currency: string,
): GatewayOperation[] => {
  for (let from = 0; from < operations.length; from += 1) {
    let total = zero(currency)
    for (let to = from; to < operations.length; to += 1) {
      const one = operations[to]
      const own = one && amountIn(one, currency)
      if (!own) break
      total = plus(total, own)
      if (equals(total, amount)) return operations.slice(from, to + 1)
      if (exceeds(total, amount)) break
    }
  }
  return []
}

/** RozetkaPay's times are ISO 8601; one without a zone is taken for UTC. */
export const timeOf = (text: string | null): Date | null => {
  if (text === null) return null
  const hasZone = /(?:z|[+-]\d{2}:?\d{2})$/i.test(text.trim())
  const time = new Date(hasZone ? text : `${text.trim().replace(" ", "T")}Z`)
  return Number.isNaN(time.getTime()) ? null : time
}
