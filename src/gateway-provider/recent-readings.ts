import type { GatewayLedger } from "../payments/gateway"
import { ShortMemory } from "./short-memory"

/** Milliseconds. A reading older than this is read anew. */
const FRESH_FOR = 5_000
const LIMITS = { most: 1_000, isFresh: (age: number) => age <= FRESH_FOR }

/**
 * Settling reads the gateway's book, decides to place the order, and Medusa then
 * asks the provider to authorize: the same question again, milliseconds later.
 * The reading is handed over once, so that a checkout costs one read.
 */
export class RecentReadings {
  private readonly readings: ShortMemory<GatewayLedger>

  constructor(now: () => number = Date.now) {
    this.readings = new ShortMemory(LIMITS, now)
  }

  handOver(externalId: string, ledger: GatewayLedger): void {
    this.readings.keep(externalId, ledger)
  }

  take(externalId: string): GatewayLedger | null {
    return this.readings.take(externalId)
  }
}
