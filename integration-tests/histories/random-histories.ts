import fc from "fast-check"
import { FAULT_KINDS } from "../../sandbox/faults"
import type { CallbackMode } from "../drivers/gateway"
import type { Seller } from "../setup/further-instances"
import type {
  Card,
  Edit,
  History,
  Means,
  OtherMetadata,
  OtherNames,
  SellerMove,
  Step,
  Told,
} from "./history"
import { habits } from "./random-habits"
import type { Kind } from "./store-process/payment-kinds"

const SHOPPERS = 3
const who = fc.nat(SHOPPERS - 1)
const page = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(2) })
/** Those by which a customer can be charged later. */
const remembered = fc.constantFrom<Kind>("atOnce", "holdFirst")
/** At least half of the payments are of the current API, which most stores use. */
const kind = fc.oneof(
  { weight: 5, arbitrary: remembered },
  { weight: 3, arbitrary: fc.constantFrom<Kind>("batchAtOnce", "batchHoldFirst") },
  { weight: 2, arbitrary: fc.constantFrom<Kind>("legacyAtOnce", "legacyHoldFirst") },
)
const seller = fc.constantFrom<Seller>("olena", "taras")
const socks = fc.nat(1)
const told = fc.constantFrom<Told>("by callbacks", "by browsers")
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

const payHereBy = (kinds: fc.Arbitrary<Kind>, means: fc.Arbitrary<Means>) =>
  fc.record({ do: just("pay here"), who, kind: kinds, means, card, impatient: fc.boolean() })

const payHere = fc.oneof(
  {
    weight: 4,
    arbitrary: payHereBy(
      kind,
      fc.constantFrom<Means>("cc_token", "cc_token", "google_pay", "apple_pay"),
    ),
  },
  { weight: 1, arbitrary: payHereBy(remembered, fc.constant<Means>("consent")) },
)

const chargeLater = fc.record({
  do: just("charge later"),
  kind: remembered,
  charge: fc.nat(2),
  twice: fc.boolean(),
})

const byLinks: fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: fc.record({ do: just("staff sends a link"), who, socks }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: just("open the link"), who, kind, inTwoTabs: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: just("two pages of a link at once"), who, kind, socks, told }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: just("a link is paid here by three presses"), who, kind, socks }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: just("staff edits the order"),
      who,
      edit: fc.constantFrom<Edit>("more", "less", "nothing"),
    }),
  },
]

/** Money is what the histories are about, so people mostly move it. */
const byPeople: fc.WeightedArbitrary<Step>[] = [
  { weight: 3, arbitrary: fc.record({ do: just("fill a cart"), who, kind, socks }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: just("choose to pay"), who, kind, inTwoTabs: fc.boolean() }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: just("two pages at once"), who, kind, socks, told }),
  },
  { weight: 3, arbitrary: fc.record({ do: just("change the cart"), who }) },
  ...byLinks,
  {
    weight: 4,
    arbitrary: fc.record({ do: just("goods are deleted before they are paid"), who, kind }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: just("another shop is paid"),
      names: fc.constantFrom<OtherNames>("its own", "another Medusa's", "another Medusa's"),
      metadata: fc.constantFrom<OtherMetadata>("none", "its own", "this plugin's"),
      held: fc.boolean(),
      hasCallback: fc.boolean(),
    }),
  },
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
    weight: 6,
    arbitrary: fc.record({
      do: just("admin moves of sellers"),
      who,
      move: fc.constantFrom("capture" as const, "refund" as const),
      percents: fc.oneof(
        fc.record({ olena: percent, taras: percent }),
        fc.oneof(fc.record({ olena: percent }), fc.record({ taras: percent })),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: just("cabinet of a seller"),
      who,
      page,
      seller,
      move: fc.constantFrom("confirm" as const, "refund" as const, "cancel" as const),
      percent,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: just("a seller's project refuses"),
      seller,
      operation: fc.constantFrom<SellerMove>("payment", "confirm", "cancel", "refund"),
      times: fc.integer({ min: 1, max: 2 }),
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

const byTheNetwork: fc.WeightedArbitrary<Step>[] = [
  {
    weight: 14,
    arbitrary: fc.record({
      do: just("fault"),
      endpoint: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom("create", "confirm", "cancel", "refund", "info", "*"),
        },
        {
          weight: 2,
          arbitrary: fc.constantFrom("recurrent", "batch_create", "batch_confirm", "batch_cancel"),
        },
      ),
      kind: fc.constantFrom(...FAULT_KINDS),
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

const byTheOperator: fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: fc.record({ do: just("the database is backed up") }) },
  { weight: 2, arbitrary: fc.record({ do: just("the database comes back older") }) },
]

const step = fc.oneof<fc.WeightedArbitrary<Step>[]>(...byPeople, ...byTheNetwork, ...byTheOperator)

/** Mostly one thing after another, now and then several at once. */
const group = fc.oneof(
  { weight: 5, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: fc.array(step, { minLength: 2, maxLength: 3, size: "max" }) },
)

const paid = (of: number): Step => ({
  do: "pay",
  who: of,
  page: 0,
  card: "works",
  bank: "approve",
  other: null,
})

/** The page of a link is paid after its order became another. */
const paidAfterEdit = fc
  .record({ who, kind, socks, edit: fc.constantFrom<Edit>("more", "less", "nothing") })
  .map(({ who, kind, socks, edit }): Step[] => [
    { do: "staff sends a link", who, socks },
    { do: "open the link", who, kind, inTwoTabs: false },
    { do: "staff edits the order", who, edit },
    paid(who),
  ])

/**
 * Something of one seller was refunded in the cabinet, of which the store has not heard when another's is:
 * mostly more than the other's, which a sum over all sellers would take for done.
 */
const refundedOfBoth = fc
  .record({ who, percent, other: percent })
  .map(({ who, percent, other }): Step[] => [
    { do: "faults end" },
    { do: "fill a cart", who, kind: "batchAtOnce", socks: 1 },
    paid(who),
    { do: "reconcile" },
    { do: "callbacks", mode: "lose" },
    { do: "cabinet of a seller", who, page: 0, seller: "olena", move: "refund", percent },
    { do: "admin moves of sellers", who, move: "refund", percents: { taras: other } },
    { do: "callbacks", mode: "normal" },
  ])

/** What chance alone would seldom bring together. */
const story = fc
  .oneof({ weight: 2, arbitrary: paidAfterEdit }, { weight: 1, arbitrary: refundedOfBoth })
  .map((steps) => steps.map((one) => [one]))

const passage = fc.oneof(
  { weight: 14, arbitrary: group.map((one) => [one]) },
  { weight: 1, arbitrary: story },
)

/** The first has an account, and allows later payments from the beginning. */
const shopper = (kinds: fc.Arbitrary<Kind>) =>
  fc.record({ kind: kinds, socks, hasPaid: fc.boolean() })

export const histories = (size: { steps: number; crashes: number }): fc.Arbitrary<History> =>
  fc.record({
    habits,
    missesTheNight: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
    shoppers: fc.tuple(
      shopper(remembered),
      ...Array.from({ length: SHOPPERS - 1 }, () => shopper(kind)),
    ),
    steps: fc
      .array(passage, {
        minLength: Math.floor(size.steps / 3),
        maxLength: size.steps,
        size: "max",
      })
      .map((passages) => passages.flat()),
    crashes: fc.array(fc.record({ at: fc.nat(size.steps - 1), afterMs: fc.nat(400) }), {
      minLength: size.crashes,
      maxLength: size.crashes,
      size: "max",
    }),
  })
