import type { CustomerAnswer } from "./ask-customer"

/**
 * Test codes of BLIK, the sandbox's own invention: RozetkaPay publishes none. The code's answer comes
 * by itself, as if the customer had tapped in the bank's app; any other code waits for it.
 */
const CODES: Record<string, Omit<CustomerAnswer, "by">> = {
  "777123": { answer: "agree" },
  "777000": { answer: "refuse", code: "transaction_declined" },
  "777001": { answer: "refuse", code: "insufficient_funds" },
  "777002": { answer: "refuse" },
  "777003": { answer: "time_out" },
  "777004": { answer: "refuse", code: "transaction_limit_exceeded" },
}

export const answerOfCode = (code: string | null): Omit<CustomerAnswer, "by"> | null =>
  code === null ? null : (CODES[code] ?? null)

/** For the page that asks for a code. */
export const TEST_CODES = Object.entries(CODES).map(([code, { answer }]) => ({ code, answer }))
