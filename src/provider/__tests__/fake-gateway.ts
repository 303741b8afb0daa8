import type { Movement } from "../../core/due"
import { externalId } from "../../core/external-id"
import { held, kept } from "../../core/ledger"
import { exceeds, type Money, plus } from "../../core/money"
import type {
  GatewayLedger,
  MovementOutcome,
  PaymentGateway,
  PaymentReference,
} from "../payment-gateway"

/** How the network or the gateway treats one request to move money. */
export type Treatment =
  | "works"
  | "refuses"
  | "is unavailable"
  /** The request never arrived. */
  | "loses the request"
  /** It was done, and nobody heard of it. */
  | "loses the answer"
  /** Done, but answered as an error: an earlier request's answer was lost. */
  | "says already done"
  | "defers"

export const PAYMENT: PaymentReference = {
  externalId: externalId("payses_01"),
  twoStep: true,
  currency: "UAH",
  callbackUrl: "https://shop.example/hooks/rozetkapay/pp_rozetkapay_main",
}

/** RozetkaPay behind the port, in memory: one payment's ledger, and everything that was really done. */
export class FakeGateway implements Pick<PaymentGateway, Movement> {
  /** How the next requests are treated; then they work. */
  readonly treatments: Treatment[] = []
  readonly requests: { move: Movement; money: Money }[] = []
  readonly effects: { move: Movement; money: Money }[] = []
  isSilent = false

  constructor(public shown: GatewayLedger) {}

  async ledger(): Promise<GatewayLedger> {
    if (this.isSilent) throw new Error("RozetkaPay does not answer")
    return this.shown
  }

  capture(_: PaymentReference, money: Money) {
    return this.ask("capture", money)
  }

  cancel(_: PaymentReference, money: Money) {
    return this.ask("cancel", money)
  }

  refund(_: PaymentReference, money: Money) {
    return this.ask("refund", money)
  }

  /** Moves money without anybody of the store asking: the merchant's cabinet. False: not so much is there. */
  move(move: Movement, money: Money): boolean {
    const limit = move === "refund" ? kept(this.shown) : held(this.shown)
    if (exceeds(money.amount, limit)) return false
    const sum = ({ capture: "captured", cancel: "canceled", refund: "refunded" } as const)[move]
    this.shown = { ...this.shown, [sum]: plus(this.shown[sum], money.amount) }
    return true
  }

  private async ask(move: Movement, money: Money): Promise<MovementOutcome> {
    this.requests.push({ move, money })
    const treatment = this.treatments.shift() ?? "works"
    if (treatment === "is unavailable") return { is: "unavailable", message: "429" }
    if (treatment === "refuses") return { is: "refused", code: "action_not_allowed", message: "no" }
    if (treatment === "loses the request") return { is: "unknown", message: "timeout" }
    if (!this.move(move, money)) {
      return { is: "refused", code: "incorrect_refund_sum_or_currency", message: "too much" }
    }
    this.effects.push({ move, money })
    switch (treatment) {
      case "loses the answer":
        return { is: "unknown", message: "timeout" }
      case "says already done":
        return { is: "refused", code: "action_already_done", message: "already done" }
      case "defers":
        return { is: "pending" }
      case "works":
        return { is: "done" }
    }
  }
}
