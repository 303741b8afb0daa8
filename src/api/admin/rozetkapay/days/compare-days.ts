import type { Day, DayDifference } from "../../../../admin-client/days"
import { type Aligned, alignMovements, type Movement } from "../../../../core/align-movements"
import type { ExternalId } from "../../../../core/external-id"
import { kyivDay } from "../../../../core/kyiv-day"
import { amountOfUnits } from "../../../../core/minor-units"
import {
  type Amount,
  amountOf,
  currencyCode,
  isKnownCurrency,
  plus,
  zero,
} from "../../../../core/money"
import type { ReportedOperation } from "../../../../core/reported-ledger"
import type { LedgerRows } from "../../../../medusa-store/ledger-rows"
import type { Period } from "../../../../provider/payment-gateway"

/** One payment, as both ledgers have it. `rows` null: the store has begun it, and has no Payment of it. */
export type ComparedPayment = {
  externalId: ExternalId
  rows: LedgerRows | null
  operations: ReportedOperation[]
  /** RozetkaPay's own ledger has all that the store's has, although the report of these days does not show it. */
  isConfirmed: boolean
}

const SUMS = ["captured", "refunded"] as const
type Sum = (typeof SUMS)[number]

type Entry = {
  sum: Sum
  day: string
  currency: string
  store: bigint
  gateway: bigint
}

type BothSides = { store: Amount; gateway: Amount }

/** A day while it is added up. */
type CountedDay = Day & { captured: BothSides; refunded: BothSides; fees: Amount | null }

/** The days of a period on which something moved, newest first; each difference is a row. */
export const compareDays = (payments: ComparedPayment[], period: Period): Day[] => {
  const days = new Map<string, CountedDay>()
  const dayOf = (day: string, currency: string) => {
    const key = `${day} ${currency}`
    const known = days.get(key)
    if (known) return known
    const none = () => ({ store: zero(currency), gateway: zero(currency) })
    const begun: CountedDay = {
      day,
      currency_code: currency.toLowerCase(),
      captured: none(),
      refunded: none(),
      fees: null,
      differences: [],
    }
    days.set(key, begun)
    return begun
  }
  for (const payment of payments) {
    for (const entry of entriesOf(payment).filter(({ day }) => isIn(day, period))) {
      const day = dayOf(entry.day, entry.currency)
      const { currency, sum } = entry
      day[sum] = {
        store: plus(day[sum].store, amountOfUnits(entry.store, currency)),
        gateway: plus(day[sum].gateway, amountOfUnits(entry.gateway, currency)),
      }
      if (entry.store !== entry.gateway) day.differences.push(differenceOf(payment, entry))
    }
    for (const { at, fee, currency } of payment.operations) {
      if (!at || fee === undefined || fee === null || !isKnownCurrency(currency)) continue
      if (!isIn(kyivDay(at), period)) continue
      const day = dayOf(kyivDay(at), currencyCode(currency))
      const more = amountOf(fee, currency)
      day.fees = day.fees === null ? more : plus(day.fees, more)
    }
  }
  return [...days.values()].sort(
    (a, b) => b.day.localeCompare(a.day) || a.currency_code.localeCompare(b.currency_code),
  )
}

const isIn = (day: string, { from, to }: Period): boolean => day >= from && day <= to

const differenceOf = ({ externalId, rows }: ComparedPayment, entry: Entry): DayDifference => ({
  external_id: externalId,
  payment_id: rows?.payment_id ?? null,
  order: rows?.order ?? null,
  sum: entry.sum,
  store: amountOfUnits(entry.store, entry.currency),
  gateway: amountOfUnits(entry.gateway, entry.currency),
})

/** Whether the store has moved something of which these days' report knows nothing. */
export const storeHasMore = (payment: ComparedPayment, period: Period): boolean =>
  entriesOf(payment).some(({ day, store, gateway }) => isIn(day, period) && store > gateway)

const entriesOf = (payment: ComparedPayment): Entry[] => {
  const currencies = new Set(
    payment.operations.map(({ currency }) => currencyCode(currency)).filter(isKnownCurrency),
  )
  if (payment.rows) currencies.add(payment.rows.currency)
  return [...currencies].flatMap((currency) =>
    SUMS.flatMap((sum) => {
      const aligned = alignMovements(
        reportedOf(payment, sum, currency),
        storedOf(payment, sum, currency),
      )
      const entries = new Map<string, Entry>()
      for (const one of aligned) {
        const at = one.gateway?.at ?? one.store?.at
        // What has no time can't be of any day yet.
        if (!at) continue
        const day = kyivDay(at)
        const entry = entries.get(day) ?? { sum, day, currency, store: 0n, gateway: 0n }
        if (one.store) entry.store += one.units
        if (isAtGateway(one, payment)) entry.gateway += one.units
        entries.set(day, entry)
      }
      return [...entries.values()]
    }),
  )
}

const isAtGateway = ({ gateway }: Aligned, { isConfirmed }: ComparedPayment): boolean =>
  gateway !== null || isConfirmed

const storedOf = ({ rows }: ComparedPayment, sum: Sum, currency: string): Movement[] => {
  if (rows?.currency !== currency) return []
  return sum === "captured" ? rows.captures : rows.refunds
}

const reportedOf = (payment: ComparedPayment, sum: Sum, currency: string): Movement[] =>
  payment.operations
    .filter((one) => currencyCode(one.currency) === currency && sumOf(one, payment) === sum)
    .map(({ amount, at }) => ({ amount: amountOf(amount ?? 0, currency), at: at ?? null }))

/** Null: it moves neither. Instalments' report does not tell a hold from a charge: there it is as it was asked for. */
const sumOf = (
  { kind, says }: ReportedOperation,
  { rows, operations }: ComparedPayment,
): Sum | null => {
  switch (kind) {
    case "authorize":
      return says === "charge" ||
        (rows?.terms.capture === true && operations.every((one) => one.kind !== "capture"))
        ? "captured"
        : null
    case "capture":
      return "captured"
    case "refund":
      return says === "won_back" ? null : "refunded"
    case "cancel":
      return null
  }
}
