import fc from "fast-check"
import type { Habits, History, Means, SellerMove, Step } from "./history"
import { card, just, page, percent, seller, who } from "./random-choices"
import { ALTERNATIVE_HABITS, CARD_HABITS, habits, PARTS_HABITS } from "./random-habits"
import { movedAsAWhole, paidAfterEdit, paidInTwoWays, refundedOfBoth } from "./random-stories"
import type { Kind } from "./store-process/payment-kinds"

/** What the people of a history pay by, and what is seen of that alone. */
export type Ways = {
  place?: History["place"]
  habits: fc.Arbitrary<Habits>
  /** What carts and links are paid by. */
  kind: fc.Arbitrary<Kind>
  /** What the first shopper has paid by before. */
  first: fc.Arbitrary<Kind>
  /** What takes a card on the page of a link. */
  pressed: fc.Arbitrary<Kind>
  /** Without a page of RozetkaPay's, or without the shopper. */
  here: fc.WeightedArbitrary<Step>[]
  sellersAndBanks: fc.WeightedArbitrary<Step>[]
  /** What breaks at RozetkaPay. */
  endpoint: fc.Arbitrary<string>
  /** What chance alone would seldom bring together. */
  story: fc.Arbitrary<Step[]>
}

/** Those by which a customer can be charged later. */
const remembered = fc.constantFrom<Kind>("atOnce", "holdFirst")
/** At least half of the payments are of the current API, which most stores use. */
const byCard = fc.oneof(
  { weight: 5, arbitrary: remembered },
  { weight: 3, arbitrary: fc.constantFrom<Kind>("batchAtOnce", "batchHoldFirst") },
  { weight: 2, arbitrary: fc.constantFrom<Kind>("legacyAtOnce", "legacyHoldFirst") },
)

const payHereBy = (kinds: fc.Arbitrary<Kind>, means: fc.Arbitrary<Means>) =>
  fc.record({ do: just("pay here"), who, kind: kinds, means, card, impatient: fc.boolean() })

const token = fc.constantFrom<Means>("cc_token", "cc_token", "google_pay", "apple_pay")

const payHere = fc.oneof(
  { weight: 4, arbitrary: payHereBy(byCard, token) },
  { weight: 1, arbitrary: payHereBy(remembered, fc.constant<Means>("consent")) },
)

const chargeLater = fc.record({
  do: just("charge later"),
  kind: remembered,
  charge: fc.nat(2),
  twice: fc.boolean(),
})

const movesOfSellers: fc.WeightedArbitrary<Step>[] = [
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
]

const byCardHoldersBanks: fc.WeightedArbitrary<Step> = {
  weight: 2,
  arbitrary: fc.record({
    do: just("bank"),
    who,
    page,
    event: fc.constantFrom("hold-cancelled" as const, "chargeback" as const),
    percent,
  }),
}

export const BY_CARD: Ways = {
  habits: habits(CARD_HABITS),
  kind: byCard,
  first: remembered,
  pressed: byCard,
  here: [
    { weight: 8, arbitrary: payHere },
    { weight: 5, arbitrary: chargeLater },
  ],
  sellersAndBanks: [...movesOfSellers, byCardHoldersBanks],
  endpoint: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("create", "confirm", "cancel", "refund", "info", "*") },
    {
      weight: 2,
      arbitrary: fc.constantFrom("recurrent", "batch_create", "batch_confirm", "batch_cancel"),
    },
  ),
  story: fc.oneof(
    { weight: 2, arbitrary: paidAfterEdit(byCard) },
    { weight: 1, arbitrary: refundedOfBoth },
  ),
}

const inInstalments = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Kind>("partsAtOnce", "partsHoldFirst") },
  { weight: 1, arbitrary: remembered },
)

const ofNewWays = (kind: fc.Arbitrary<Kind>) =>
  fc.oneof(
    { weight: 1, arbitrary: paidAfterEdit(kind) },
    { weight: 2, arbitrary: paidInTwoWays(kind) },
    { weight: 3, arbitrary: movedAsAWhole(kind) },
  )

/** A bank lends; now and then a card pays. */
export const IN_INSTALMENTS: Ways = {
  habits: habits(PARTS_HABITS),
  kind: inInstalments,
  first: inInstalments,
  pressed: remembered,
  here: [{ weight: 2, arbitrary: payHereBy(remembered, token) }],
  sellersAndBanks: [],
  endpoint: fc.constantFrom(
    ...["payparts_create", "payparts_confirm", "payparts_cancel", "payparts_refund"],
    ...["payparts_info", "*"],
  ),
  story: ofNewWays(inInstalments),
}

const inPoland = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Kind>("blik", "przelewy24") },
  { weight: 1, arbitrary: remembered },
)

/** BLIK by a code, a bank's page; now and then a card. */
export const IN_POLAND: Ways = {
  place: "Poland",
  habits: habits(ALTERNATIVE_HABITS),
  kind: inPoland,
  first: inPoland,
  pressed: remembered,
  here: [
    { weight: 8, arbitrary: payHereBy(fc.constant<Kind>("blik"), fc.constant<Means>("blik")) },
  ],
  sellersAndBanks: [],
  endpoint: fc.constantFrom("alternative_create", "alternative_refund", "alternative_info", "*"),
  story: ofNewWays(inPoland),
}
