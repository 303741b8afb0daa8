import { PAYMENT_STATES, type PaymentsQuery } from "../../../admin-client"
import { isDay } from "../period"
import { oneOf, wholeNumber } from "../use-address"

export const PAYMENTS_LIMIT = 20

/** What the page's address asks for; what it has wrong is left out. */
export const queryFrom = (part: (name: string) => string | null): PaymentsQuery => {
  const from = part("from")
  const to = part("to")
  return {
    q: part("q") || undefined,
    state: oneOf(PAYMENT_STATES, part("state")),
    provider_id: part("provider_id") || undefined,
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
    offset: wholeNumber(part("offset")),
    limit: PAYMENTS_LIMIT,
  }
}

export const isFiltered = ({ q, state, provider_id, from, to }: PaymentsQuery): boolean =>
  [q, state, provider_id, from, to].some((filter) => filter !== undefined)
