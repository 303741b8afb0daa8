import { type Amount, amountOf, greatest } from "./money"
import { isSuccess, isUnderWay, type Operation } from "./operation"

/** Everything that was told of one operation: by the gateway's answer, by webhooks, first pending and then final. */
type Told = { id: string | null; transaction: string | null; words: Operation[] }

/**
 * One operation of one kind may be told of several times, in any order, and not always by the same of
 * its two ids. One word for each operation, in the order in which they were first heard of: the final
 * one, once there is one.
 */
export const latestOf = (operations: Operation[]): Operation[] => told(operations).map(latest)

/** As `latestOf`; but where tries share an id (the legacy API), one that succeeded outlives those that were refused. */
export const attemptsOf = (operations: Operation[]): Operation[] =>
  told(operations).map((one) => one.words.find(isSuccess) ?? latest(one))

/** What was paid, by several reports of the one attempt that succeeded; null: none of them says how much. */
export const amountPaid = (reports: Operation[], currency: string): Amount | null => {
  const amounts = reports.flatMap(({ amount }) =>
    amount === null ? [] : [amountOf(amount, currency)],
  )
  const [first = null] = amounts
  return first && amounts.reduce(greatest, first)
}

const latest = ({ words }: Told): Operation => {
  const [first, ...later] = words
  if (!first) throw new Error("nothing is told of an operation that nobody named")
  return later.reduce((before, one) => (isUnderWay(before) ? one : before), first)
}

const told = (operations: Operation[]): Told[] => {
  const all: Told[] = []
  const byId = new Map<string, Told>()
  const byTransaction = new Map<string, Told>()
  for (const one of operations) {
    const { id, transaction } = one
    const ofTransaction = transaction === null ? undefined : byTransaction.get(transaction)
    // Several operations may be of one transaction: only where an id is missing does it tell them apart.
    const known =
      id === null
        ? ofTransaction
        : (byId.get(id) ?? (ofTransaction?.id === null ? ofTransaction : undefined))
    const same = known ?? all.find((other) => mayBeTheSame(other, one))
    const operation = same ?? { id: null, transaction: null, words: [] }
    if (!same) all.push(operation)
    operation.id ??= id
    operation.transaction ??= transaction
    operation.words.push(one)
    if (id !== null) byId.set(id, operation)
    if (transaction !== null && !byTransaction.has(transaction)) {
      byTransaction.set(transaction, operation)
    }
  }
  return all
}

/**
 * One is known by its id alone, the other by its transaction alone, and they are of the same amount.
 * Two that are the same and counted twice would be written down as money that never went back; one that
 * is another is counted as soon as the gateway's own answer lists both.
 */
const mayBeTheSame = (known: Told, one: Operation): boolean => {
  const isOtherwiseNamed =
    (one.id === null) !== (one.transaction === null) &&
    (known.id === null) !== (one.id === null) &&
    (known.transaction === null) !== (one.transaction === null)
  return isOtherwiseNamed && known.words.every(({ amount }) => amount === one.amount)
}
