import { available, type Movement, moved } from "../core/due"
import { type Amount, equals, exceeds, isPositive, plus } from "../core/money"
import type { WantedShares } from "../core/seller-shares"
import type { GatewayLedger, PartLines, PaymentGateway, PaymentReference } from "./payment-gateway"

/** How a move of the store's ended. */
export type Sent =
  /** The gateway's ledger has it now (or had it already: `amount` is zero). */
  | { is: "done"; amount: Amount }
  /** Accepted, not final. Refunds count as made; captures do not. */
  | { is: "pending"; amount: Amount }
  /** The gateway has not as much to move: nothing was sent. */
  | { is: "short"; amount: Amount; available: Amount }
  /** The gateway shows no money of this payment, now or before: nothing was sent. */
  | { is: "unpaid"; amount: Amount }
  /** The gateway's ledger can't be counted: nothing was sent. */
  | { is: "unclear"; amount: Amount; message: string }
  | { is: "refused"; amount: Amount; code: string | null; message: string }
  | { is: "unavailable"; amount: Amount; message: string }
  /** Sent, the answer lost, and the gateway's ledger does not show it (yet). Nothing may be sent again on this alone. */
  | { is: "unknown"; amount: Amount; message: string }

/** What is to be sent; `wanted`: of which sellers, when somebody said; `lines`: the receipt's, should it be a part. */
export type Due = Amount | { amount: Amount; wanted: WantedShares | null; lines?: PartLines }

/**
 * Store -> gateway: brings the gateway's ledger up to the store's for one move,
 * sending only what is missing. Must run alone for a payment (a lock): it reads,
 * then sends.
 *
 * confirm, cancel and refund have no idempotency key at RozetkaPay, so after a
 * lost answer the ledger is read again instead of repeating the request.
 */
export const sendWhatIsDue = async (
  gateway: Pick<PaymentGateway, Movement>,
  payment: PaymentReference,
  move: Movement,
  readLedger: () => Promise<GatewayLedger>,
  dueOf: (ledger: GatewayLedger) => Due | Promise<Due>,
): Promise<Sent> => {
  const before = await readLedger()
  if (before.unclear !== null) {
    return { is: "unclear", amount: before.authorized, message: before.unclear }
  }
  const due = await dueOf(before)
  const { amount, wanted, lines } =
    typeof due === "string" ? { amount: due, wanted: null, lines: undefined } : due
  if (!isPositive(amount)) return { is: "done", amount }

  // A refund under way is in the ledger's sum already; a capture or cancel is not, and must not be sent twice.
  if (move !== "refund" && isPositive(before.underWay[move])) return { is: "pending", amount }

  if (!isPositive(before.authorized)) return { is: "unpaid", amount }
  const possible = available(before, move)
  if (exceeds(amount, possible)) return { is: "short", amount, available: possible }

  const money = { amount, currency: before.currency }
  const isWhole = equals(amount, before.authorized)
  const outcome = await gateway[move](payment, money, wanted, isWhole ? undefined : lines)
  switch (outcome.is) {
    case "done":
    case "pending":
      return { is: outcome.is, amount }
    case "unavailable":
      return { ...outcome, amount }
    case "refused":
    case "unknown": {
      // "Already done" comes as a refusal too, when an earlier answer was lost: the ledger tells.
      const after = await readLedger().catch(() => null)
      const target = plus(moved(before, move), amount)
      const isDone =
        after !== null && after.unclear === null && !exceeds(target, moved(after, move))
      return isDone ? { is: "done", amount } : { ...outcome, amount }
    }
  }
}
