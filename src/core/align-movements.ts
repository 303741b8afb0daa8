import { unitsOf } from "./minor-units"
import type { Amount } from "./money"

/** A capture or a refund in one of the two ledgers. */
export type Movement = { amount: Amount; at: Date | null }

/** So many units of a payment's money, and when each ledger has them moved; null: it has not. */
export type Aligned = { units: bigint; gateway: Movement | null; store: Movement | null }

/**
 * Which of the store's rows tells of which of the gateway's operations, for one payment and one kind of
 * movement. They share no id, are written at different instants (seconds apart, or days after a lost
 * callback), and one row may tell of several operations: but both ledgers only ever grow, so the n-th
 * kopiyka of one is the n-th kopiyka of the other. Midnight between the two is then no difference.
 */
export const alignMovements = (gateway: Movement[], store: Movement[]): Aligned[] => {
  const aligned: Aligned[] = []
  const [theirs, ours] = [inOrder(gateway), inOrder(store)]
  while (theirs.length > 0 || ours.length > 0) {
    const [one, other] = [theirs[0], ours[0]]
    const units = least(one?.left ?? null, other?.left ?? null)
    aligned.push({ units, gateway: one?.movement ?? null, store: other?.movement ?? null })
    for (const queue of [theirs, ours]) {
      const [head] = queue
      if (!head) continue
      head.left -= units
      if (head.left <= 0n) queue.shift()
    }
  }
  return aligned
}

type Left = { movement: Movement; left: bigint }

const inOrder = (movements: Movement[]): Left[] =>
  movements
    .map((movement) => ({ movement, left: unitsOf(movement.amount) }))
    .filter(({ left }) => left > 0n)
    .sort((a, b) => timeOf(a) - timeOf(b))

/** What has no time comes last. */
const timeOf = ({ movement: { at } }: Left): number => at?.getTime() ?? Number.MAX_SAFE_INTEGER

const least = (a: bigint | null, b: bigint | null): bigint => {
  if (a === null || b === null) return a ?? b ?? 0n
  return a < b ? a : b
}
