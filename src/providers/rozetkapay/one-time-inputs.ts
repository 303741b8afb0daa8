import { randomUUID } from "node:crypto"
import type { SessionInput } from "./session-input"

/** Milliseconds between a session's request and its start. */
const KEPT_FOR = 60_000
const MOST = 10_000

/**
 * Carries a client's input past Medusa's database: the request leaves it here and
 * goes on with a key, and starting the payment takes it, once. In memory only, as
 * one request is served by one process.
 */
export class OneTimeInputs {
  private readonly inputs = new Map<string, { input: SessionInput; until: number }>()

  constructor(private readonly now: () => number = Date.now) {}

  leave(input: SessionInput): string {
    this.forgetOld()
    const key = randomUUID()
    this.inputs.set(key, { input, until: this.now() + KEPT_FOR })
    return key
  }

  take(key: unknown): SessionInput | null {
    if (typeof key !== "string") return null
    const found = this.inputs.get(key)
    this.inputs.delete(key)
    return found && this.now() < found.until ? found.input : null
  }

  /** Oldest first, as they came in. */
  private forgetOld(): void {
    for (const [key, { until }] of this.inputs) {
      if (this.now() < until && this.inputs.size < MOST) return
      this.inputs.delete(key)
    }
  }
}
