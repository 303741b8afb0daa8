import fc from "fast-check"
import { TREATMENTS, type Treatment } from "./gateway-model"

export const KINDS = ["cart", "link"] as const

/** What somebody does. Which of the pages, the processes, is meant: as many as there are, counted around. */
export type Deed =
  /** `beside`: at the same instant as another, so that Medusa leaves both sessions. */
  | { do: "open"; beside: boolean }
  | { do: "pay"; page: number; isDeclined: boolean }
  /** The shopper's browser comes back. */
  | { do: "return"; page: number }
  | { do: "change cart" }
  | { do: "capture" | "refund"; page: number; amount: number }
  | { do: "cancel order" }
  | { do: "cabinet"; move: "capture" | "cancel" | "refund"; page: number; amount: number }
  /** RozetkaPay sends all of its callbacks again. */
  | { do: "call again"; page: number }
  | { do: "finish deferred"; page: number; isMade: boolean }
  | { do: "catch up" }
  | { do: "wait"; minutes: number }
  | { do: "kill"; process: number }
  | { do: "job" }
  /** Everybody is done with what was begun. */
  | { do: "rest" }

export type History = {
  kind: (typeof KINDS)[number]
  twoStep: boolean
  /** So often placing the order fails before, and after, its Payment stands. */
  failuresBefore: number
  failuresAfter: number
  treatments: Treatment[]
  deeds: Deed[]
  /** Which step goes next, each time; then always the oldest. */
  choices: number[]
}

const page = fc.nat({ max: 2 })
const amount = fc.constantFrom(100, 60, 40, 30)

const cabinet: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant("cabinet"),
  move: fc.constantFrom("capture", "cancel", "refund", "refund"),
  page,
  amount,
})

const staff: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom("capture", "refund", "refund"),
  page,
  amount,
})

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("open"), beside: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("pay"),
      page,
      isDeclined: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("return"), page }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("change cart") }) },
  { weight: 4, arbitrary: staff },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: "cancel order" }) },
  { weight: 3, arbitrary: cabinet },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("finish deferred"), page, isMade: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("call again"), page }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("catch up") }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("wait"), minutes: fc.constantFrom(1, 5, 40) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("kill"), process: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("job") }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("rest") }) },
)

/** Most histories need a paid page to come to anything. */
const ONE_PAGE: Deed[] = [
  { do: "open", beside: false },
  { do: "pay", page: 0, isDeclined: false },
]
const TWO_PAGES: Deed[] = [
  { do: "open", beside: false },
  { do: "open", beside: true },
  { do: "rest" },
  { do: "pay", page: 0, isDeclined: false },
  { do: "pay", page: 1, isDeclined: false },
]

/** Paid, and something is done with it before `info` shows that. */
const DONE_WITH: fc.Arbitrary<Deed[]> = fc
  .oneof(cabinet, staff, fc.constant<Deed>({ do: "cancel order" }))
  .map((done) => [...ONE_PAGE, { do: "rest" }, done])

/** Histories of one purchase: whatever can happen to it, in any order, and at one instant. */
export const histories = (kind: History["kind"]): fc.Arbitrary<History> =>
  fc.record({
    kind: fc.constant(kind),
    twoStep: fc.boolean(),
    failuresBefore: fc.constantFrom(0, 0, 0, 1, 2),
    failuresAfter: fc.constantFrom(0, 0, 0, 0, 1),
    treatments: fc.array(fc.constantFrom(...TREATMENTS), { maxLength: 4 }),
    deeds: fc
      .tuple(
        fc.oneof(fc.constant(ONE_PAGE), fc.constant(TWO_PAGES), DONE_WITH),
        fc.array(deed, { minLength: 1, maxLength: 11 }),
      )
      .map(([first, then]) => [...first, ...then]),
    choices: fc.array(fc.nat({ max: 30 }), { maxLength: 250 }),
  })
