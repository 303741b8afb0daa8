import type { CustomerAnswer } from "./ask-customer"

/**
 * Test codes of BLIK, the sandbox's own invention: RozetkaPay publishes none. The code's answer comes
 * by itself, as if the customer had tapped in the bank's app; any other code waits for it.
 */
const CODES: (Omit<CustomerAnswer, "by"> & { blik: string })[] = [
  { blik: "777123", answer: "agree" },
  { blik: "777000", answer: "refuse", code: "transaction_declined" },
  { blik: "777001", answer: "refuse", code: "insufficient_funds" },
  { blik: "777002", answer: "refuse" },
  { blik: "777003", answer: "time_out" },
  { blik: "777004", answer: "refuse", code: "transaction_limit_exceeded" },
]

export function answerOfCode(blik_code: string | null): Omit<CustomerAnswer, "by"> | null {
  const known = CODES.find(({ blik }) => blik === blik_code)
  return known ? { answer: known.answer, code: known.code } : null
}

type TestCode = { blik: string; answer: CustomerAnswer["answer"]; code?: string }

/** For the page that asks for a code. */
export const TEST_CODES: readonly TestCode[] = CODES
