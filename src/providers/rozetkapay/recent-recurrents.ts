import type { ExternalId } from "../../core/external-id"
import { ShortMemory } from "../../provider/short-memory"
import type { FoundRecurrent } from "./found-recurrent"

/** Milliseconds. A payment's consent is kept with its order, moments after it was seen. */
const REMEMBERED_FOR = 10 * 60_000
const LIMITS = { most: 1_000, isFresh: (age: number) => age <= REMEMBERED_FOR }

/**
 * Recurrent ids that RozetkaPay's answers and signed callbacks have shown this process
 * lately: in memory only, on their way to being sealed.
 */
export class RecentRecurrents {
  private readonly foundRecurrents: ShortMemory<FoundRecurrent>

  constructor(now: () => number = Date.now) {
    this.foundRecurrents = new ShortMemory(LIMITS, now)
  }

  /** `info` tells no mask; one that an answer or a callback told stays. */
  see(externalId: ExternalId, found: FoundRecurrent): void {
    const mask = found.mask ?? this.of(externalId)?.mask ?? null
    this.foundRecurrents.keep(externalId, { ...found, mask })
  }

  of(externalId: ExternalId): FoundRecurrent | null {
    return this.foundRecurrents.of(externalId)
  }

  forget(externalId: ExternalId): void {
    this.foundRecurrents.forget(externalId)
  }
}
