import type { SignedEvidence } from "../../payments/gateway"

/** Milliseconds: far longer than RozetkaPay's own `info` could lag behind its callbacks. */
const REMEMBERED_FOR = 10 * 60_000
const MOST_PAYMENTS = 1_000
const MOST_OPERATIONS = 50

type Remembered = { operations: SignedEvidence[]; at: number }

/**
 * What signed callbacks told this process lately. A callback may be ahead of
 * `info`; a book read without it would look as if the operation was still due,
 * and it would be sent a second time. What was done stays done, so adding it to
 * any later reading is always right.
 */
export class RecentEvidence {
  private readonly payments = new Map<string, Remembered>()

  constructor(private readonly now: () => number = Date.now) {}

  remember(externalId: string, evidence: SignedEvidence): void {
    const others = this.of(externalId).filter((one) => !tellsTheSame(one, evidence))
    const operations = [...others, evidence].slice(-MOST_OPERATIONS)
    this.payments.delete(externalId)
    this.payments.set(externalId, { operations, at: this.now() })
    const oldest = this.payments.keys().next()
    if (this.payments.size > MOST_PAYMENTS && !oldest.done) this.payments.delete(oldest.value)
  }

  of(externalId: string): SignedEvidence[] {
    const remembered = this.payments.get(externalId)
    return remembered && this.now() - remembered.at <= REMEMBERED_FOR ? remembered.operations : []
  }
}

/** A callback that is sent again: kept once, so that repeats never push others out. */
const tellsTheSame = (a: SignedEvidence, b: SignedEvidence): boolean =>
  a.operation === b.operation &&
  a.details?.operationId === b.details?.operationId &&
  a.details?.status === b.details?.status
