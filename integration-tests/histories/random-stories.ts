import fc from "fast-check"
import type { Edit, Step } from "./history"
import { percent, socks, who } from "./random-choices"
import type { Kind } from "./store-process/payment-kinds"

const paid = (of: number, page = 0): Step => ({
  do: "pay",
  who: of,
  page,
  card: "works",
  bank: "approve",
  other: null,
})

/** The page of a link is paid after its order became another. */
export const paidAfterEdit = (kind: fc.Arbitrary<Kind>) =>
  fc
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
export const refundedOfBoth = fc
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

/** A cart for which two ways to pay were begun, one after the other, and both of them paid. */
export const paidInTwoWays = (kind: fc.Arbitrary<Kind>) =>
  fc
    .record({ who, kind, other: kind, socks })
    .map(({ who, kind, other, socks }): Step[] => [
      { do: "faults end" },
      { do: "fill a cart", who, kind, socks },
      { do: "choose to pay", who, kind: other, inTwoTabs: false },
      paid(who, 1),
      paid(who),
    ])

/** An order is moved as a whole, here or in the cabinet, and then a part of it is refunded. */
export const movedAsAWhole = (kind: fc.Arbitrary<Kind>) =>
  fc
    .record({
      who,
      kind,
      move: fc.constantFrom<(who: number) => Step>(
        (who) => ({ do: "admin captures", who, percent: 100 }),
        (who) => ({ do: "admin cancels", who }),
        (who) => ({ do: "cabinet", who, page: 0, move: "confirm", percent: 100 }),
        (who) => ({ do: "cabinet", who, page: 0, move: "cancel", percent: 100 }),
      ),
      percent,
    })
    .map(({ who, kind, move, percent }): Step[] => [
      { do: "faults end" },
      { do: "fill a cart", who, kind, socks: 0 },
      paid(who),
      { do: "come back", who, page: 0, to: "return" },
      move(who),
      { do: "admin refunds", who, percent },
    ])
