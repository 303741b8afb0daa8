/** What can't be split over sellers, and what is to be known of each. Sellers' keys are quoted, amounts have their currency. */
export type SplitFacts = {
  line_without_total: Record<never, string>
  unknown_seller: { seller: string }
  too_many_sellers: { sellers: string; most: string }
  nothing_to_split: Record<never, string>
  seller_gets_nothing: { seller: string; share: string }
  seller_not_said: { title: string }
  sellers_alike: { seller: string; twin: string }
  session_id_too_long: { session: string }
  not_by_batch: { method: string }
  no_amount_to_spread: { amount: string }
  two_orders_of_seller: Record<never, string>
  sellers_have_less: { all: string; amount: string }
  seller_has_no_part: { seller: string }
  seller_has_less: { seller: string; available: string; share: string }
  parts_not_whole: { named: string; amount: string }
  parts_unreadable: Record<never, string>
  part_unreadable: { seller: string; currency: string }
}

export type SplitCode = keyof SplitFacts

type Given = { [Code in SplitCode]: [code: Code, facts: SplitFacts[Code]] }[SplitCode]

/** Why an amount can't be split over sellers. Nothing has been sent. The words for it are in messages/splitting. */
export class SplitError extends Error {
  readonly code: SplitCode
  readonly facts: Record<string, string>

  constructor(...[code, facts]: Given) {
    super([code, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(" "))
    this.name = "SplitError"
    this.code = code
    this.facts = facts
  }
}

/** A seller's key in a sentence: what a cart or a person wrote, cut and on one line. */
export const quoted = (seller: string): string =>
  JSON.stringify(seller.length > 60 ? `${seller.slice(0, 59)}…` : seller)
