import type { RecurrentSight } from "../../gateways/recurrent-sight"

/** Milliseconds. A payment's consent is kept with its order, moments after it was seen. */
const REMEMBERED_FOR = 10 * 60_000
const MOST = 1_000

/**
 * Recurrent ids that RozetkaPay's answers and signed callbacks have shown this process
 * lately: in memory only, on their way to being sealed.
 */
export class RecentRecurrents {
  private readonly sights = new Map<string, RecurrentSight & { at: number }>()

  constructor(private readonly now: () => number = Date.now) {}

  /** `info` tells no mask; one that an answer or a callback told stays. */
  see(externalId: string, sight: RecurrentSight): void {
    const mask = sight.mask ?? this.of(externalId)?.mask ?? null
    this.sights.delete(externalId)
    this.sights.set(externalId, { ...sight, mask, at: this.now() })
    const oldest = this.sights.keys().next()
    if (this.sights.size > MOST && !oldest.done) this.sights.delete(oldest.value)
  }

  of(externalId: string): RecurrentSight | null {
    const seen = this.sights.get(externalId)
    if (seen && this.now() - seen.at <= REMEMBERED_FOR) return seen
    this.sights.delete(externalId)
    return null
  }

  forget(externalId: string): void {
    this.sights.delete(externalId)
  }
}
