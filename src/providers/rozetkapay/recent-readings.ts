import type { GatewayLedger } from "../../payments/gateway"

/** Milliseconds. A reading older than this is read anew. */
const FRESH_FOR = 5_000
const MOST = 1_000

/**
 * Settling reads the gateway's book, decides to place the order, and Medusa then
 * asks the provider to authorize: the same question again, milliseconds later.
 * The reading is handed over once, so that a checkout costs one read.
 */
export class RecentReadings {
  private readonly readings = new Map<string, { ledger: GatewayLedger; at: number }>()

  constructor(private readonly now: () => number = Date.now) {}

  handOver(externalId: string, ledger: GatewayLedger): void {
    this.readings.delete(externalId)
    this.readings.set(externalId, { ledger, at: this.now() })
    const oldest = this.readings.keys().next()
    if (this.readings.size > MOST && !oldest.done) this.readings.delete(oldest.value)
  }

  take(externalId: string): GatewayLedger | null {
    const reading = this.readings.get(externalId)
    this.readings.delete(externalId)
    return reading && this.now() - reading.at <= FRESH_FOR ? reading.ledger : null
  }
}
