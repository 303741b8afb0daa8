import type { Move } from "../../core/due"
import { held, kept } from "../../core/ledger"
import { exceeds, type Money, plus } from "../../core/money"
import type {
  GatewayLedger,
  MoveOutcome,
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
  externalId: "payses_01",
  twoStep: true,
  currency: "UAH",
  callbackUrl: "https://shop.example/hooks/rozetkapay/pp_rozetkapay_main",
}

/** RozetkaPay behind the port, in memory: one payment's book, and everything that was really done. */
export class FakeGateway implements Pick<PaymentGateway, Move> {
  /** How the next requests are treated; then they work. */
  readonly treatments: Treatment[] = []
  readonly requests: { move: Move; money: Money }[] = []
  readonly effects: { move: Move; money: Money }[] = []
  isSilent = false

  constructor(public book: GatewayLedger) {}

  async ledger(): Promise<GatewayLedger> {
    if (this.isSilent) throw new Error("RozetkaPay does not answer")
    return this.book
  }

  take(_: PaymentReference, money: Money) {
    return this.ask("take", money)
  }

  release(_: PaymentReference, money: Money) {
    return this.ask("release", money)
  }

  giveBack(_: PaymentReference, money: Money) {
    return this.ask("giveBack", money)
  }

  /** Moves money without anybody of the store asking: the merchant's cabinet. False: not so much is there. */
  move(move: Move, money: Money): boolean {
    const limit = move === "giveBack" ? kept(this.book) : held(this.book)
    if (exceeds(money.amount, limit)) return false
    const sum = ({ take: "taken", release: "released", giveBack: "returned" } as const)[move]
    this.book = { ...this.book, [sum]: plus(this.book[sum], money.amount) }
    return true
  }

  private async ask(move: Move, money: Money): Promise<MoveOutcome> {
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
