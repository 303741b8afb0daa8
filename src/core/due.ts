import type { Ledger } from "./ledger"
import { held, kept } from "./ledger"
import { type Amount, least, missing } from "./money"

/** The three ways in which the store may move money at the gateway. */
export type Move = "take" | "release" | "giveBack"

/** How much of each move one book shows. */
export const moved = (
  ledger: Pick<Ledger, "taken" | "released" | "returned">,
  move: Move,
): Amount => {
  switch (move) {
    case "take":
      return ledger.taken
    case "release":
      return ledger.released
    case "giveBack":
      return ledger.returned
  }
}

/** How much of each move the gateway's book still allows. */
export const available = (gateway: Ledger, move: Move): Amount => {
  switch (move) {
    case "take":
    case "release":
      return held(gateway)
    case "giveBack":
      return kept(gateway)
  }
}

/**
 * What is left to send: never more than this call asks, never more than the
 * store's book has and the gateway's lacks. Zero when the gateway has it all,
 * so a repeated call, a lost answer, or money moved in RozetkaPay's cabinet
 * sends nothing twice.
 */
export const due = (asked: Amount, storeTotal: Amount, gateway: Ledger, move: Move): Amount =>
  least(asked, missing(storeTotal, moved(gateway, move)))
