import type { WebhookEvent } from "./payment-gateway"
import { ShortMemory } from "./short-memory"

/** Milliseconds: far longer than RozetkaPay's own `info` could lag behind its callbacks. */
const REMEMBERED_FOR = 10 * 60_000
const LIMITS = { most: 1_000, isFresh: (age: number) => age <= REMEMBERED_FOR }
/** Of one payment. */
const MOST_OPERATIONS = 50

/**
 * What signed callbacks told this process lately. A callback may be ahead of
 * `info`; a ledger read without it would look as if the operation was still due,
 * and it would be sent a second time. What was done stays done, so adding it to
 * any later reading is always right.
 */
export class RecentEvents {
  private readonly payments: ShortMemory<WebhookEvent[]>

  constructor(now: () => number = Date.now) {
    this.payments = new ShortMemory(LIMITS, now)
  }

  remember(externalId: string, events: WebhookEvent): void {
    const others = this.of(externalId).filter((one) => !tellsTheSame(one, events))
    this.payments.keep(externalId, [...others, events].slice(-MOST_OPERATIONS))
  }

  of(externalId: string): WebhookEvent[] {
    return this.payments.of(externalId) ?? []
  }
}

/** A callback that is sent again: kept once, so that repeats never push others out. */
const tellsTheSame = (a: WebhookEvent, b: WebhookEvent): boolean =>
  a.externalId === b.externalId &&
  a.operation === b.operation &&
  a.details?.operationId === b.details?.operationId &&
  a.details?.transactionId === b.details?.transactionId &&
  a.details?.status === b.details?.status
