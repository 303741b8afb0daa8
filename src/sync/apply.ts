import type { MedusaContainer } from "@medusajs/framework/types"
import type { Action, GiveBackReason } from "../core/plan"
import { authorizeSession } from "./authorize-session"
import { releaseHold } from "./cancel-hold"
import { captureHold } from "./capture-hold"
import { correctRefund } from "./correct-refund"
import { placeOrder } from "./place-order"
import { recordCapture, recordRefund, recordRelease } from "./record-movements"
import { returnCharge } from "./refund-charge"
import { reportDecline } from "./report-decline"
import { reportUnclear } from "./report-unclear"
import { reportUnexplained } from "./report-unexplained"
import { giveBack } from "./return-payment"
import type { Books } from "./snapshot"

/** What an action led to that whoever runs it must know. */
export type Applied = {
  /** The order could not be placed yet, and is tried again. */
  delayed?: boolean
  /** The order can't be placed with this try any more: its money must go back. */
  failed?: boolean
  /** The core has undone the order, and with it this try: the others are judged by themselves. */
  undone?: boolean
  returned?: GiveBackReason
}

/** After these both books are looked at again before anything else is done. */
export const changesWhatIsRead = ({ do: what }: Action): boolean =>
  what === "place_order" || what === "authorize"

/**
 * Carries out one action of the plan, through Medusa's own workflows where money moves or an order is
 * made. Each may be repeated: what was done already is not in the next plan.
 *
 * @throws when it could not be finished now.
 */
export const apply = async (
  container: MedusaContainer,
  books: Books,
  action: Action,
): Promise<Applied> => {
  switch (action.do) {
    case "nothing":
    case "wait":
      return {}
    case "place_order":
      return placeOrder(container, books)
    case "authorize":
      await authorizeSession(container, books)
      return {}
    case "record_capture":
      await recordCapture(container, books, action.amount)
      return {}
    case "record_refund":
      await recordRefund(container, books, action.amount)
      return {}
    case "record_release":
      await recordRelease(container, books, action.amount)
      return {}
    case "correct_refund":
      await correctRefund(container, books)
      return {}
    case "capture":
      await captureHold(container, books, action.amount)
      return {}
    case "release_hold":
      await releaseHold(container, books, action.amount)
      return {}
    case "return_charge":
      await returnCharge(container, books, action.amount)
      return {}
    case "give_back":
      return giveBack(container, books)
    case "report_decline":
      await reportDecline(container, books, action.decline)
      return {}
    case "report_unclear":
      reportUnclear(container, books, action.problem)
      return {}
    case "report_unexplained":
      await reportUnexplained(container, books, action.amount)
      return {}
  }
}
