import fc from "fast-check"
import type { CallbackMode } from "../drivers/gateway"

/** Which shopper of the history; each has one cart at a time and all the pages that they ever opened. */
type Who = { who: number }
/** Which of the shopper's hosted pages, 0 being the newest. */
type OnPage = Who & { page: number }

export type Kind = "atOnce" | "holdFirst"

/** What a shopper pays with in the store itself. */
export type Means = "cc_token" | "google_pay" | "apple_pay" | "consent"

export type Card = keyof typeof CARDS
export const CARDS = {
  works: "4111111111111111",
  asksTheBank: "4242424242424242",
  refused: "4444333322221111",
  refusedByTheBank: "4200000000000000",
  poor: "4000000000000044",
}

/** One thing that one person, or the network, does. */
export type Step =
  | (Who & { do: "fill a cart"; kind: Kind; socks: number })
  | (Who & { do: "choose to pay"; kind: Kind; inTwoTabs: boolean })
  | (Who & { do: "change the cart" })
  | (OnPage & {
      do: "pay"
      card: Card
      bank: "approve" | "reject" | "leave"
      other: "less" | "more" | "dollars" | null
    })
  | (Who & { do: "pay here"; kind: Kind; means: Means; card: Card; impatient: boolean })
  | { do: "charge later"; kind: Kind; charge: number; twice: boolean }
  | (OnPage & { do: "answer the bank"; answer: "approve" | "reject" })
  | (OnPage & { do: "come back"; to: "return" | "waiting" })
  | (Who & { do: "place the order" })
  | (Who & { do: "admin captures"; percent: number })
  | (Who & { do: "admin refunds"; percent: number })
  | (Who & { do: "admin cancels" })
  | (OnPage & { do: "cabinet"; move: "confirm" | "refund" | "cancel"; percent: number })
  | (OnPage & { do: "bank"; event: "hold-cancelled" | "chargeback"; percent: number })
  | { do: "fault"; endpoint: string; kind: string; times: number }
  | { do: "faults end" }
  | { do: "callbacks"; mode: CallbackMode }
  | { do: "held callbacks come"; order: "given" | "reverse" | "shuffle" }
  | (OnPage & { do: "callback comes again"; copies: number })
  | { do: "gateway has no money for refunds"; yes: boolean }
  | (OnPage & { do: "deferred refunds end"; end: "settle" | "fail" })
  | { do: "reconcile" }

/** The process is killed this long after a step began, and started again. */
export type Crash = { at: number; afterMs: number }

export type History = {
  shoppers: { kind: Kind; socks: number; hasPaid: boolean }[]
  /** Those of one group happen at once. */
  steps: Step[][]
  crashes: Crash[]
}

const SHOPPERS = 3
const who = fc.nat(SHOPPERS - 1)
const page = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(2) })
const kind = fc.constantFrom<Kind>("atOnce", "holdFirst")
const socks = fc.nat(1)
const percent = fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 99 }))

const just = <Name extends string>(name: Name) => fc.constant(name)

const card = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Card>("works") },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Card>("asksTheBank", "refused", "refusedByTheBank", "poor"),
  },
)

const pay = fc.record({
  do: just("pay"),
  who,
  page,
  card,
  bank: fc.constantFrom(
    "approve" as const,
    "approve" as const,
    "reject" as const,
    "leave" as const,
  ),
  other: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom("less" as const, "more" as const, "dollars" as const) },
  ),
})

const payHere = fc.record({
  do: just("pay here"),
  who,
  kind,
  means: fc.constantFrom<Means>("cc_token", "cc_token", "google_pay", "apple_pay", "consent"),
  card,
  impatient: fc.boolean(),
})

const chargeLater = fc.record({
  do: just("charge later"),
  kind,
  charge: fc.nat(2),
  twice: fc.boolean(),
})

/** Money is what the histories are about, so people mostly move it. */
const byPeople: fc.WeightedArbitrary<Step>[] = [
  { weight: 3, arbitrary: fc.record({ do: just("fill a cart"), who, kind, socks }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: just("choose to pay"), who, kind, inTwoTabs: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: just("change the cart"), who }) },
  { weight: 10, arbitrary: pay },
  { weight: 8, arbitrary: payHere },
  { weight: 5, arbitrary: chargeLater },
  {
    weight: 3,
    arbitrary: fc.record({
      do: just("answer the bank"),
      who,
      page,
      answer: fc.constantFrom("approve" as const, "reject" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: just("come back"),
      who,
      page,
      to: fc.constantFrom("return" as const, "waiting" as const),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: just("place the order"), who }) },
  { weight: 7, arbitrary: fc.record({ do: just("admin captures"), who, percent }) },
  { weight: 8, arbitrary: fc.record({ do: just("admin refunds"), who, percent }) },
  { weight: 5, arbitrary: fc.record({ do: just("admin cancels"), who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: just("cabinet"),
      who,
      page,
      move: fc.constantFrom("confirm" as const, "refund" as const, "cancel" as const),
      percent,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: just("bank"),
      who,
      page,
      event: fc.constantFrom("hold-cancelled" as const, "chargeback" as const),
      percent,
    }),
  },
]

const FAULTS = [
  "latency",
  "drop_before",
  "drop_after",
  "timeout_before",
  "timeout_after",
  "429",
  "500_before",
  "500_after",
  "502_before",
  "502_after",
  "malformed_after",
]

const byTheNetwork: fc.WeightedArbitrary<Step>[] = [
  {
    weight: 14,
    arbitrary: fc.record({
      do: just("fault"),
      endpoint: fc.constantFrom("create", "recurrent", "confirm", "cancel", "refund", "info", "*"),
      kind: fc.constantFrom(...FAULTS),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: just("faults end") }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: just("callbacks"),
      mode: fc.constantFrom<CallbackMode>("normal", "hold", "lose", "double", "late", "reverse"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: just("held callbacks come"),
      order: fc.constantFrom("given" as const, "reverse" as const, "shuffle" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: just("callback comes again"),
      who,
      page,
      copies: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: just("gateway has no money for refunds"), yes: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: just("deferred refunds end"),
      who,
      page,
      end: fc.constantFrom("settle" as const, "fail" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: just("reconcile") }) },
]

const step = fc.oneof<fc.WeightedArbitrary<Step>[]>(...byPeople, ...byTheNetwork)

/** Mostly one thing after another, now and then several at once. */
const group = fc.oneof(
  { weight: 5, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: fc.array(step, { minLength: 2, maxLength: 3, size: "max" }) },
)

export const histories = (size: { steps: number; crashes: number }): fc.Arbitrary<History> =>
  fc.record({
    shoppers: fc.array(fc.record({ kind, socks, hasPaid: fc.boolean() }), {
      minLength: SHOPPERS,
      maxLength: SHOPPERS,
      size: "max",
    }),
    steps: fc.array(group, {
      minLength: Math.floor(size.steps / 3),
      maxLength: size.steps,
      size: "max",
    }),
    crashes: fc.array(fc.record({ at: fc.nat(size.steps - 1), afterMs: fc.nat(400) }), {
      minLength: size.crashes,
      maxLength: size.crashes,
      size: "max",
    }),
  })
