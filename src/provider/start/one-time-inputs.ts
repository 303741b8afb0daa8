import { randomUUID } from "node:crypto"
import { ShortMemory } from "../short-memory"
import type { SessionInput } from "./session-input"

/** Milliseconds between a session's request and its start. */
const KEPT_FOR = 60_000
const LIMITS = { most: 10_000, isFresh: (age: number) => age < KEPT_FOR }

/**
 * Carries a client's input past Medusa's database: the request leaves it here and
 * goes on with a key, and starting the payment takes it, once. In memory only, as
 * one request is served by one process.
 */
export class OneTimeInputs {
  private readonly inputs: ShortMemory<SessionInput>

  constructor(now: () => number = Date.now) {
    this.inputs = new ShortMemory(LIMITS, now)
  }

  leave(input: SessionInput): string {
    const key = randomUUID()
    this.inputs.keep(key, input)
    return key
  }

  take(key: unknown): SessionInput | null {
    return typeof key === "string" ? this.inputs.take(key) : null
  }
}
