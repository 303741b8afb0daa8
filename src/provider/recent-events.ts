import type { ExternalId } from "../core/external-id"
import type { WebhookEvent } from "./payment-gateway"
import { ShortMemory } from "./short-memory"

/** Milliseconds: far longer than RozetkaPay's own `info` could lag behind its callbacks. */
export const REMEMBERED_FOR = 10 * 60_000
const LIMITS = { most: 1_000, isFresh: (age: number) => age <= REMEMBERED_FOR }
/** Of one payment. */
const MOST_EVENTS = 50

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

  remember(externalId: ExternalId, event: WebhookEvent): void {
    const others = this.of(externalId).filter((one) => !tellsTheSame(one, event))
    this.payments.keep(externalId, [...others, event].slice(-MOST_EVENTS))
  }

  /** Whether the same was told before, so that it is a repeat: a hint, since another process may have been told. */
  knows(externalId: ExternalId, event: WebhookEvent): boolean {
    return this.of(externalId).some((one) => tellsTheSame(one, event))
  }

  of(externalId: ExternalId): WebhookEvent[] {
    return this.payments.of(externalId) ?? []
  }
}

/** A callback that is sent again: kept once, so that repeats never push others out. */
const tellsTheSame = (a: WebhookEvent, b: WebhookEvent): boolean =>
  a.externalId === b.externalId &&
  a.operations.length === b.operations.length &&
  a.operations.every((one, index) => {
    const other = b.operations[index]
    return (
      one.kind === other?.kind &&
      one.id === other.id &&
      one.transaction === other.transaction &&
      one.status === other.status &&
      one.order === other.order
    )
  })
