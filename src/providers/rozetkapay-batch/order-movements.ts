import { available, type Movement } from "../../core/due"
import { held } from "../../core/ledger"
import { type Amount, equals, type Money, zero } from "../../core/money"
import { spreadOverSellers, type WantedShares } from "../../core/seller-shares"
import { quoted } from "../../core/split-error"
import type { MovementOutcome, PartLines, PaymentReference } from "../../provider/payment-gateway"
import type {
  BatchOperation,
  ChangeBatchOrderRequest,
  PaymentOperation,
} from "../../rozetkapay/client"
import { movementOutcome } from "../current-api/movement-outcome"
import type { OrderLedger } from "./order-ledgers"

/** What is to be moved of one order. */
export type OrderShare = OrderLedger & { amount: Amount }

/**
 * Which orders a move is of, and how much of each.
 *
 * @throws SplitError when it can't be; nothing has been sent then.
 */
export const sharesOf = (
  ledgers: OrderLedger[],
  move: Movement,
  money: Money,
  wanted: WantedShares | null,
): OrderShare[] => {
  const funds = ledgers.map(({ seller, ledger }) => ({
    seller,
    available: available(ledger, move),
  }))
  const shares = spreadOverSellers(money, funds, wanted)
  return ledgers.flatMap((one) =>
    shares.filter((share) => share.seller === one.seller).map(({ amount }) => ({ ...one, amount })),
  )
}

/** Whether all of a batch is still held and all of it is to be canceled, so that it can be as one. */
export const isUntouched = (ledgers: OrderLedger[], shares: OrderShare[]): boolean =>
  ledgers.every(({ seller, ledger }) => {
    const part = shares.find((share) => share.seller === seller)?.amount ?? zero(ledger.currency)
    return equals(held(ledger), ledger.authorized) && equals(part, ledger.authorized)
  })

/** One request for all these orders: each has its own result in the answer. */
export const ofBatch = async (
  request: Promise<BatchOperation>,
  shares: OrderShare[],
  currency: string,
): Promise<MovementOutcome> => {
  const results = shares.map(async ({ seller, order, amount }): Promise<MovedShare> => {
    const own = request.then(({ orders }) => {
      // The payment itself may be told of beside the move; told in two ways, the ledger says what was done.
      const told = orders.filter(
        ({ externalId, details }) => externalId === order.externalId && details.method !== "create",
      )
      const [first] = told
      const isOneWord = told.every(({ details }) => details.status === first?.details.status)
      return (isOneWord && first) || null
    })
    return { seller, amount, outcome: await movementOutcome(own) }
  })
  return inCommon(await Promise.all(results), currency)
}

/** A request for each order, one after another: no more when RozetkaPay does not answer at all. */
export const eachAlone = async (
  { currency, callbackUrl }: Pick<PaymentReference, "currency" | "callbackUrl">,
  shares: OrderShare[],
  send: (change: ChangeBatchOrderRequest) => Promise<PaymentOperation>,
  lines?: PartLines,
): Promise<MovementOutcome> => {
  const results: MovedShare[] = []
  for (const { seller, order, amount, ledger } of shares) {
    const isWhole = equals(amount, ledger.authorized)
    const change = {
      ...order,
      amount,
      currency,
      callbackUrl,
      ...(lines && !isWhole && { products: await lines({ amount, currency }, seller) }),
    }
    const outcome = await movementOutcome(send(change))
    results.push({ seller, amount, outcome })
    if (outcome.is === "unavailable") break
  }
  return inCommon(results, currency)
}

type MovedShare = { seller: string; amount: Amount; outcome: MovementOutcome }

const isMade = ({ outcome }: MovedShare): boolean =>
  outcome.is === "done" || outcome.is === "pending"

/**
 * How a move of several sellers' money ended. It is not atomic: when only some of it was made, it
 * counts as not made, the ledger shows what was, and the next try sends only the rest.
 */
export const inCommon = (shares: MovedShare[], currency: string): MovementOutcome => {
  const failed = shares.filter((share) => !isMade(share))
  const worst = failed.find(({ outcome }) => outcome.is === "unknown") ?? failed[0]
  if (!worst) {
    return { is: shares.some(({ outcome }) => outcome.is === "pending") ? "pending" : "done" }
  }
  const { outcome } = worst
  const made = shares.filter(isMade)
  if (outcome.is === "done" || outcome.is === "pending" || made.length === 0) return outcome
  const parts = made.map(({ seller, amount }) => `${amount} ${currency} of ${quoted(seller)}`)
  const message = `only ${parts.join(", ")} was made, and of ${quoted(worst.seller)}: ${outcome.message}`
  // That nothing was made is not true any more, and that is what "unavailable" says.
  return outcome.is === "unavailable"
    ? { is: "refused", code: null, message }
    : { ...outcome, message }
}
