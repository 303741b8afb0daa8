import type { Ledger } from "./ledger"
import { held, kept } from "./ledger"
import { type Amount, least, missing } from "./money"

/** The three ways in which the store may move money at the gateway. */
export type Movement = "capture" | "cancel" | "refund"

/** How much of each move one ledger shows. */
export const moved = (
  ledger: Pick<Ledger, "captured" | "canceled" | "refunded">,
  move: Movement,
): Amount => {
  switch (move) {
    case "capture":
      return ledger.captured
    case "cancel":
      return ledger.canceled
    case "refund":
      return ledger.refunded
  }
}

/** How much of each move the gateway's ledger still allows. */
export const available = (gateway: Ledger, move: Movement): Amount => {
  switch (move) {
    case "capture":
    case "cancel":
      return held(gateway)
    case "refund":
      return kept(gateway)
  }
}

/**
 * What is left to send: never more than this call asks, never more than the
 * store's ledger has and the gateway's lacks. Zero when the gateway has it all,
 * so a repeated call, a lost answer, or money moved in RozetkaPay's cabinet
 * sends nothing twice.
 */
export const due = (asked: Amount, storeTotal: Amount, gateway: Ledger, move: Movement): Amount =>
  least(asked, missing(storeTotal, moved(gateway, move)))
