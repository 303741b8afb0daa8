import type { Movement } from "../src/core/due"
import type { ExternalId } from "../src/core/external-id"
import { foldLedger } from "../src/core/fold-ledger"
import { held, kept } from "../src/core/ledger"
import { type Amount, exceeds, isPositive, type Money } from "../src/core/money"
import { capturedAtOnce, type Operation, type OperationKind } from "../src/core/operation"
import { latestOf } from "../src/core/same-operation"
import type {
  GatewayLedger,
  MovementOutcome,
  PaymentReference,
  WebhookEvent,
} from "../src/provider/payment-gateway"
import type { Scheduler } from "./scheduler"

/** How the network or RozetkaPay treats one request that moves money. */
export const TREATMENTS = [
  "works",
  "is unavailable",
  "loses the request",
  "loses the answer",
  "defers",
] as const

export type Treatment = (typeof TREATMENTS)[number]

/** Whoever moved money there: the store's plugin, or the merchant in RozetkaPay's cabinet. */
export type Mover = "store" | "cabinet"

type Moved = { by: Mover; move: Movement; amount: Amount }

export type GatewayPayment = {
  readonly externalId: ExternalId
  readonly asked: Money
  readonly twoStep: boolean
  readonly metadata: Record<string, string>
  /** Everything that was ever said of its operations, in order: a pending one is said again when it is final. */
  readonly words: Operation[]
  /** How many of these `info` shows already: a callback may be ahead of it. */
  shown: number
  readonly moves: Moved[]
  /** Callbacks that nobody has answered with 200 yet. */
  readonly unanswered: Operation[]
}

/** As much of RozetkaPay as the rules of money can meet, in memory: the truth, what `info` shows of it, and callbacks. */
export class GatewayModel {
  readonly payments = new Map<ExternalId, GatewayPayment>()
  /** How the next requests are treated; then they work. */
  treatments: Treatment[] = []
  /** `info` shows everything at once. */
  isPrompt = false
  /** So many answers were lost to requests that moved money. */
  lostAnswers = 0
  /** A callback is to be sent. */
  onWord: (payment: GatewayPayment, word: Operation) => void = () => {}
  private operations = 0

  open(externalId: ExternalId, asked: Money, twoStep: boolean, metadata: Record<string, string>) {
    const words: Operation[] = []
    const given = { externalId, asked, twoStep, metadata, words }
    this.payments.set(externalId, { ...given, shown: 0, moves: [], unanswered: [] })
  }

  payment(externalId: ExternalId): GatewayPayment {
    const payment = this.payments.get(externalId)
    if (!payment) throw new Error(`RozetkaPay has no payment ${externalId}`)
    return payment
  }

  /** What really happened. */
  truth(externalId: ExternalId): GatewayLedger {
    const payment = this.payment(externalId)
    return ledgerOf(payment, payment.words)
  }

  /** The shopper pays, and so the money is held, or captured at once; or the bank refuses. */
  pay(externalId: ExternalId, isDeclined: boolean): boolean {
    const payment = this.payment(externalId)
    const before = this.truth(externalId)
    if (isPositive(before.authorized) || before.pending) return false
    const status = isDeclined ? "failure" : "success"
    const decline = isDeclined ? { decline: { code: "insufficient_funds", description: null } } : {}
    this.say(payment, { ...this.named("authorize", payment.asked.amount), status, ...decline })
    return true
  }

  /** The merchant moves money in the cabinet. False: there is not so much. */
  moveInCabinet(externalId: ExternalId, move: Movement, amount: Amount): boolean {
    const payment = this.payment(externalId)
    if (!this.isPossible(payment, move, amount)) return false
    payment.moves.push({ by: "cabinet", move, amount })
    this.say(payment, { ...this.named(move, amount), status: "success" })
    return true
  }

  /** What waited for the merchant's balance is made, or given up. */
  finishDeferred(externalId: ExternalId, status: "success" | "failure"): boolean {
    const payment = this.payment(externalId)
    const waiting = latestOf(payment.words).find((one) => one.status === "pending")
    if (!waiting) return false
    this.say(payment, { ...waiting, status })
    return true
  }

  /** `info` catches up with everything. */
  catchUp(): void {
    for (const payment of this.payments.values()) payment.shown = payment.words.length
  }

  /** The API as the store reaches it. */
  api(scheduler: Scheduler) {
    const ask =
      (move: Movement) =>
      async ({ externalId }: PaymentReference, { amount }: Money): Promise<MovementOutcome> => {
        await scheduler.turn(`a ${move} of ${amount} reaches RozetkaPay ${externalId}`)
        const outcome = this.move(externalId, move, amount)
        await scheduler.turn(`RozetkaPay has said "${outcome.is}" of the ${move} ${externalId}`)
        return outcome
      }
    return {
      ledger: async (
        { externalId }: PaymentReference,
        events: WebhookEvent[],
      ): Promise<GatewayLedger> => {
        await scheduler.turn(`RozetkaPay is asked of ${externalId}`)
        const payment = this.payment(externalId)
        const seen = payment.words.slice(0, this.isPrompt ? undefined : payment.shown)
        const told = events.flatMap(({ operations }) => operations)
        const ledger = ledgerOf(payment, [...seen, ...told])
        await scheduler.turn(`RozetkaPay's answer of ${externalId} has come`)
        return ledger
      },
      capture: ask("capture"),
      cancel: ask("cancel"),
      refund: ask("refund"),
    }
  }

  private move(externalId: ExternalId, move: Movement, amount: Amount): MovementOutcome {
    const payment = this.payment(externalId)
    const treatment = this.treatments.shift() ?? "works"
    if (treatment === "is unavailable") return { is: "unavailable", message: "429" }
    if (treatment === "loses the request") return { is: "unknown", message: "timeout" }
    if (!this.isPossible(payment, move, amount)) {
      return { is: "refused", code: "wrong_amount", message: "There is not so much" }
    }
    payment.moves.push({ by: "store", move, amount })
    const isDeferred = treatment === "defers" && move === "refund"
    const status = isDeferred ? "pending" : "success"
    this.say(payment, { ...this.named(move, amount), status })
    if (treatment === "loses the answer") {
      this.lostAnswers += 1
      return { is: "unknown", message: "timeout" }
    }
    return { is: isDeferred ? "pending" : "done" }
  }

  private isPossible(payment: GatewayPayment, move: Movement, amount: Amount): boolean {
    const ledger = this.truth(payment.externalId)
    return !exceeds(amount, move === "refund" ? kept(ledger) : held(ledger))
  }

  private named(kind: OperationKind, amount: Amount) {
    this.operations += 1
    return { kind, id: `op_${this.operations}`, transaction: null, amount, currency: null }
  }

  private say(payment: GatewayPayment, word: Operation): void {
    payment.words.push(word)
    payment.unanswered.push(word)
    this.onWord(payment, word)
  }
}

/** What these words of a payment come to. */
export const ledgerOf = ({ externalId, twoStep, asked }: GatewayPayment, words: Operation[]) => {
  const told = latestOf(words)
  return {
    ...foldLedger(twoStep ? told : capturedAtOnce(told), asked),
    paymentId: `rozetkapay_${externalId}`,
  }
}
