import { isPositive } from "../../core/money"
import type { OrderLedger, StrangersOrder } from "./order-ledgers"

/** Milliseconds. An order that only lags behind its payment's others is decided sooner. */
const PATIENCE = 30_000
const MOST_REMEMBERED = 1_000

/**
 * Orders that show nothing at all while others of their payment are paid. Whether `info` shows a
 * refused attempt is not published; where it does not, only the order's callback says that it was
 * refused, and until then the others' money can't be returned.
 */
export class UndecidedOrders {
  private readonly seen = new Map<string, number>()

  constructor(private readonly now: () => number = Date.now) {}

  /** Of these, the orders whose callback is to be asked for now: once in a while for each. */
  due(ledgers: (OrderLedger | StrangersOrder)[]): OrderLedger[] {
    const isPartlyPaid = ledgers.some(({ ledger }) => isPositive(ledger.authorized))
    if (!isPartlyPaid) return []
    const known = ledgers.filter((one) => one.seller !== null)
    return known.filter((one) => {
      if (!showsNothing(one)) return false
      const { externalId } = one.order
      const since = this.seen.get(externalId)
      if (since !== undefined && this.now() - since < PATIENCE) return false
      if (this.seen.size >= MOST_REMEMBERED) this.seen.clear()
      this.seen.set(externalId, this.now())
      return since !== undefined
    })
  }
}

const showsNothing = ({ ledger }: OrderLedger): boolean =>
  !isPositive(ledger.authorized) &&
  !ledger.pending &&
  ledger.decline === null &&
  ledger.unclear === null
