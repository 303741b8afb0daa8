import fc from "fast-check"
import { FAULT_KINDS } from "../../sandbox/faults"
import type { CallbackMode } from "../drivers/gateway"
import type { Edit, OtherMetadata, OtherNames, Step } from "./history"
import { card, just, page, percent, socks, told, who } from "./random-choices"
import type { Ways } from "./random-ways"

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

const byLinks = ({ kind, pressed }: Ways): fc.WeightedArbitrary<Step>[] => [
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
    arbitrary: fc.record({
      do: just("a link is paid here by three presses"),
      who,
      kind: pressed,
      socks,
    }),
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
const byPeople = (ways: Ways): fc.WeightedArbitrary<Step>[] => [
  { weight: 3, arbitrary: fc.record({ do: just("fill a cart"), who, kind: ways.kind, socks }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: just("choose to pay"),
      who,
      kind: ways.kind,
      inTwoTabs: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: just("two pages at once"), who, kind: ways.kind, socks, told }),
  },
  { weight: 3, arbitrary: fc.record({ do: just("change the cart"), who }) },
  ...byLinks(ways),
  {
    weight: 4,
    arbitrary: fc.record({
      do: just("goods are deleted before they are paid"),
      who,
      kind: ways.kind,
    }),
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
  ...ways.here,
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
  ...ways.sellersAndBanks,
]

const byTheNetwork = ({ endpoint }: Ways): fc.WeightedArbitrary<Step>[] => [
  {
    weight: 14,
    arbitrary: fc.record({
      do: just("fault"),
      endpoint,
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

/** One thing that happens to people who pay in these ways. */
export const steps = (ways: Ways): fc.Arbitrary<Step> =>
  fc.oneof<fc.WeightedArbitrary<Step>[]>(...byPeople(ways), ...byTheNetwork(ways), ...byTheOperator)
