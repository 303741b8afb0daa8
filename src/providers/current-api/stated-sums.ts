import {
  type Amount,
  amountOf,
  exceeds,
  greatest,
  isPositive,
  missing,
  plus,
  sum,
} from "../../core/money"
import { hasFailed, isSuccess, type Operation, type OperationKind } from "../../core/operation"

/** A movement that RozetkaPay does not list, in the payment's currency. */
export const unlisted = (kind: OperationKind, amount: Amount | null): Operation => ({
  kind,
  id: null,
  transaction: null,
  status: "success",
  amount,
  currency: null,
})

/** What these add up to, as far as they say how much. */
export const totalOf = (operations: Operation[], currency: string): Amount =>
  sum(
    operations.map(({ amount }) => amountOf(amount ?? 0, currency)),
    currency,
  )

/**
 * The captures or the cancels that were made, and what the sum beside their list states beyond them. Sum
 * and list are two views of the same ledger, and either may lag behind: the greater is the newer. Either
 * may also be missing (docs, "Payment info"), and either is enough; but what has no amount in either is
 * left as it is, to make the ledger unclear.
 *
 * @param flag alone, without a sum, it means `all`: confirm and cancel without an amount do all (docs, "Confirm payment").
 */
export const withStatedSum = (
  kind: "capture" | "cancel",
  made: Operation[],
  { stated, flag, all }: { stated: Amount; flag: boolean; all: Amount },
  currency: string,
): Operation[] => {
  const known = totalOf(made, currency)
  const most = greatest(stated, known)
  const isAll = flag && !isPositive(most)
  if (!made.every(saysHowMuch) && !exceeds(stated, known) && !isAll) return made
  return [...made.filter(saysHowMuch), ...beyond(kind, missing(isAll ? all : most, known))]
}

/**
 * The refunds, and what the sum beside their list states beyond them. Whether a pending refund is in
 * `amount_refunded` already is not documented: the list says so. A dispute that the merchant won stands
 * in the same list and takes a chargeback out of the sum again.
 */
export const withStatedRefunds = (
  refunds: Operation[],
  { stated, flag }: { stated: Amount; flag: boolean },
  currency: string,
): Operation[] => {
  // Unlike a capture or a cancellation, a refund is mostly of a part: the flag alone says nothing of the amount.
  if (flag && refunds.length === 0 && !isPositive(stated)) return [unlisted("refund", null)]
  const standing = refunds.filter((one) => !hasFailed(one))
  if (!standing.every(saysHowMuch) && !exceeds(stated, totalOf(standing, currency))) return refunds
  const gone = totalOf(
    standing.filter(({ says }) => says !== "won_back"),
    currency,
  )
  const won = totalOf(
    standing.filter((one) => one.says === "won_back" && isSuccess(one)),
    currency,
  )
  // What was won back had gone before, also where the list does not have it.
  const all = plus(greatest(stated, missing(gone, won)), won)
  return [
    ...refunds.filter((one) => saysHowMuch(one) || hasFailed(one)),
    ...beyond("refund", missing(all, gone)),
  ]
}

const saysHowMuch = ({ amount }: Operation): boolean => amount !== null

const beyond = (kind: OperationKind, amount: Amount): Operation[] =>
  isPositive(amount) ? [unlisted(kind, amount)] : []
