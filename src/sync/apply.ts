import type { Amount } from "../core/money"
import type { Action, ReturnReason } from "../core/situation"
import { authorizeSession } from "./authorize-session"
import { cancelHold } from "./cancel-hold"
import { captureHold } from "./capture-hold"
import { correctRefund } from "./correct-refund"
import { placeOrder } from "./place-order"
import { recordCancel, recordCapture, recordRefund } from "./record-movements"
import { refundCharge } from "./refund-charge"
import { reportDecline } from "./report-decline"
import { reportUnclear } from "./report-unclear"
import { reportUnexplained } from "./report-unexplained"
import { returnPayment } from "./return-payment"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/** What an action led to that whoever runs it must know. */
export type Applied = {
  /** The order could not be placed yet, and is tried again. */
  delayed?: boolean
  /** The order can't be placed with this try any more: its money must go back. */
  failed?: boolean
  /** The core has undone the order, and with it this try: the others are judged by themselves. */
  undone?: boolean
  returned?: ReturnReason
  /** Refunds that RozetkaPay had accepted failed, and none of the store's records add up to this. */
  uncorrected?: Amount
}

/** After these both ledgers are looked at again before anything else is done. */
export const changesWhatIsRead = ({ do: what }: Action): boolean =>
  what === "place_order" || what === "authorize"

/**
 * Carries out one action of the plan, through Medusa's own workflows where money moves or an order is
 * made. Each may be repeated: what was done already is not in the next plan.
 *
 * @throws when it could not be finished now.
 */
export const apply = async (store: Store, tried: Try, action: Action): Promise<Applied> => {
  switch (action.do) {
    case "nothing":
    case "wait":
      return {}
    case "place_order":
      return placeOrder(store, tried)
    case "authorize":
      await authorizeSession(store, tried)
      return {}
    case "record_capture":
      await recordCapture(store, tried, action.amount)
      return {}
    case "record_refund":
      await recordRefund(store, tried, action.amount)
      return {}
    case "record_cancel":
      await recordCancel(store, tried, action.amount)
      return {}
    case "correct_refund":
      return correctRefund(store, tried)
    case "capture":
      await captureHold(store, tried, action.amount)
      return {}
    case "cancel_hold":
      await cancelHold(store, tried, action.amount)
      return {}
    case "refund_charge":
      await refundCharge(store, tried, action.amount)
      return {}
    case "return":
      return returnPayment(store, tried)
    case "report_decline":
      await reportDecline(store, tried, action.decline)
      return {}
    case "report_unclear":
      reportUnclear(store, tried, action.problem)
      return {}
    case "report_unexplained":
      await reportUnexplained(store, tried, action.amount)
      return {}
  }
}
