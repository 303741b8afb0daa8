import type { PaypartsTerms } from "../payment"

/** How each bank asks its customer. The test bank's phones are RozetkaPay's own. */
const STUB_PAGE = ["+380930000001", "+380930000002", "+380930000007", "+380930000008"]
const STUB_AGREES = ["+380930000003", "+380930000004"]
const STUB_REFUSES = ["+380930000009", "+380930000010"]
const STUB_REFUSES_ON_PAGE = ["+380930000007", "+380930000008"]

export function asksOf(bank: string, phone: string | null): PaypartsTerms["asks"] {
  switch (bank) {
    case "rozetkapay":
    case "oschadbank":
      return "page"
    case "privatbank":
      return phone === null ? "page" : "app"
    case "stub":
      return phone !== null && STUB_PAGE.includes(phone) ? "page" : "app"
    default:
      return "app"
  }
}

/** What the test bank answers for the customer; null = it waits as any bank does. */
export function stubAnswer({ bank, phone }: PaypartsTerms): "agree" | "reject" | null {
  if (bank !== "stub" || phone === null) return null
  if (STUB_AGREES.includes(phone)) return "agree"
  return STUB_REFUSES.includes(phone) ? "reject" : null
}

/** Whether the bank says no even when the customer agrees. */
export const isRejected = ({ bank, phone }: PaypartsTerms): boolean =>
  bank === "stub" &&
  phone !== null &&
  (STUB_REFUSES_ON_PAGE.includes(phone) || STUB_REFUSES.includes(phone))

/** What the page of the bank wants of the customer before they agree. */
export function pageWants(bank: string): "card" | "sms" | "answer" {
  switch (bank) {
    case "oschadbank":
      return "card"
    case "rozetkapay":
    case "privatbank":
      return "sms"
    default:
      return "answer"
  }
}
