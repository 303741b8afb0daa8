import type { OperationDetails } from "../../rozetkapay/client"

/** Everything that was told of one operation: by `info`, by callbacks, first pending and then final. */
type Told = { operationId: string | null; transactionId: string | null; words: OperationDetails[] }

/**
 * One operation may be told of several times, in any order, and not always by the same of its two ids.
 * One word for each operation, in the order in which they were first heard of: the final one, once
 * there is one.
 */
export const latestOf = (details: OperationDetails[]): OperationDetails[] =>
  told(details).map(latest)

/** As `latestOf`; but where tries share an id (the legacy API), one that succeeded outlives those that were refused. */
export const attemptsOf = (details: OperationDetails[]): OperationDetails[] =>
  told(details).map((one) => one.words.find(isSuccess) ?? latest(one))

/** Whether an operation has a name at all: without one, nobody could tell it from one that is listed. */
export const isNamed = ({ operationId, transactionId }: OperationDetails): boolean =>
  operationId !== null || transactionId !== null

export const isSuccess = (details: OperationDetails): boolean => details.status === "success"

export const hasFailed = (details: OperationDetails): boolean => details.status === "failure"

/** An unknown status is "not yet", never "paid". */
export const isUnderWay = (details: OperationDetails): boolean =>
  !isSuccess(details) && !hasFailed(details)

const latest = ({ words }: Told): OperationDetails => {
  const [first, ...later] = words
  if (!first) throw new Error("nothing is told of an operation that nobody named")
  return later.reduce((before, one) => (isUnderWay(before) ? one : before), first)
}

const told = (details: OperationDetails[]): Told[] => {
  const operations: Told[] = []
  const byOperationId = new Map<string, Told>()
  const byTransactionId = new Map<string, Told>()
  for (const one of details) {
    const { operationId, transactionId } = one
    const ofTransaction = transactionId === null ? undefined : byTransactionId.get(transactionId)
    // Several operations may be of one transaction: only where an id is missing does it tell them apart.
    const known =
      operationId === null
        ? ofTransaction
        : (byOperationId.get(operationId) ??
          (ofTransaction?.operationId === null ? ofTransaction : undefined))
    const same = known ?? operations.find((other) => mayBeTheSame(other, one))
    const operation = same ?? { operationId: null, transactionId: null, words: [] }
    if (!same) operations.push(operation)
    operation.operationId ??= operationId
    operation.transactionId ??= transactionId
    operation.words.push(one)
    if (operationId !== null) byOperationId.set(operationId, operation)
    if (transactionId !== null && !byTransactionId.has(transactionId)) {
      byTransactionId.set(transactionId, operation)
    }
  }
  return operations
}

/**
 * One is known by its operation id alone, the other by its transaction id alone, and they are of the
 * same amount. Two that are the same and counted twice would be written down as money that never went
 * back; one that is another is counted as soon as `info` lists both.
 */
const mayBeTheSame = (known: Told, one: OperationDetails): boolean => {
  const isOtherwiseNamed =
    isNamed(one) &&
    (known.operationId === null) !== (one.operationId === null) &&
    (known.transactionId === null) !== (one.transactionId === null) &&
    (known.operationId === null) !== (known.transactionId === null)
  return isOtherwiseNamed && known.words.every(({ amount }) => amount === one.amount)
}
