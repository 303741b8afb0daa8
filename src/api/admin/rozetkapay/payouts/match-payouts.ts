import type { Payout, PayoutRow } from "../../../../admin-client/payouts"
import { type ExternalId, externalIdOf, sessionOf } from "../../../../core/external-id"
import { kyivDay } from "../../../../core/kyiv-day"
import { type Amount, equals, missing, sum } from "../../../../core/money"
import { sessionOfOrder } from "../../../../core/order-id"
import type { ReportedPayout } from "../../../../core/reported-payout"
import type { LedgerRows } from "../../../../medusa-store/ledger-rows"
import type { Period } from "../../../../provider/payment-gateway"

/** Of which payment a payout is: of a seller's order the one that the order is a part of. */
export const paymentOfPayout = ({ externalId }: Pick<ReportedPayout, "externalId">): ExternalId =>
  externalIdOf(sessionOfOrder(externalId) ?? sessionOf(externalId))

type Matched = { reported: ReportedPayout; store: LedgerRows | null }

/**
 * What was paid out by the day, newest first, with what the store has beside it. What another provider of
 * the same login was paid for is that one's; what nobody here knows stands under each of them.
 *
 * @param known the store's payments, whatever their provider
 */
export const matchPayouts = (
  reported: ReportedPayout[],
  known: Map<ExternalId, LedgerRows>,
  provider_id: string,
  period: Period,
): Payout[] => {
  const own = reported.flatMap((one): Matched[] => {
    const store = known.get(paymentOfPayout(one)) ?? null
    return store && store.provider_id !== provider_id ? [] : [{ reported: one, store }]
  })
  const shown = own.filter(({ reported: one }) => isIn(one, period))
  const days = new Map<string, Matched[]>()
  for (const one of shown) {
    const key = `${one.reported.day ?? ""} ${one.reported.currency}`
    const others = days.get(key)
    if (others) others.push(one)
    else days.set(key, [one])
  }
  const ofPayment = new Map<LedgerRows, ReportedPayout[]>()
  for (const { store, reported: one } of own) {
    if (store) ofPayment.set(store, [...(ofPayment.get(store) ?? []), one])
  }
  return [...days.values()].map((rows) => payoutOf(rows, ofPayment)).sort(newestFirst)
}

/** What is not paid out yet stands at the day on which it was processed. */
const isIn = ({ day, processedAt }: ReportedPayout, { from, to }: Period): boolean => {
  const known = day ?? (processedAt && kyivDay(processedAt))
  return known === null || (known >= from && known <= to)
}

const newestFirst = (a: Payout, b: Payout): number =>
  (b.day ?? "9999").localeCompare(a.day ?? "9999") || a.currency_code.localeCompare(b.currency_code)

const payoutOf = (rows: Matched[], ofPayment: Map<LedgerRows, ReportedPayout[]>): Payout => {
  const [{ reported: first } = { reported: null }] = rows
  const currency = first?.currency ?? ""
  const total = (of: (one: ReportedPayout) => Amount | null) =>
    sum(
      rows.flatMap(({ reported }) => of(reported) ?? []),
      currency,
    )
  return {
    day: first?.day ?? null,
    currency_code: currency.toLowerCase(),
    amount: total(({ amount }) => amount),
    commission: total(({ commission }) => commission),
    paid_out: total(({ paidOut }) => paidOut),
    rows: rows.map((one) => rowOf(one, ofPayment)),
  }
}

const rowOf = (
  { reported, store }: Matched,
  ofPayment: Map<LedgerRows, ReportedPayout[]>,
): PayoutRow => ({
  external_id: reported.externalId,
  payment_id: store?.payment_id ?? null,
  order: store?.order ?? null,
  amount: reported.amount,
  commission: reported.commission,
  payer_fee: reported.payerFee,
  paid_out: reported.paidOut,
  processed_at: reported.processedAt?.toISOString() ?? null,
  card: reported.card,
  store_amount: store && otherAmount(reported, store, ofPayment.get(store) ?? []),
})

/**
 * The store's sum where it is another than what was paid out. RozetkaPay does not say whether a payout is of
 * a payment or of each of its captures, nor whether refunds are withheld from it or charged apart: whatever
 * agrees with one of these readings is no difference. Of a seller's part the store has no sum of its own.
 */
const otherAmount = (
  { externalId, amount, currency, day }: ReportedPayout,
  { captures, refunds, currency: stores }: LedgerRows,
  ofPayment: ReportedPayout[],
): Amount | null => {
  if (sessionOfOrder(externalId) !== null) return null
  const total = (rows: { amount: Amount }[]) =>
    sum(
      rows.map((one) => one.amount),
      stores,
    )
  const captured = total(captures)
  const kept = missing(captured, total(refunds))
  if (currency !== stores) return kept
  const refundedBefore = refunds.filter(({ at }) => day !== null && kyivDay(at) < day)
  const readings = [captured, kept, missing(captured, total(refundedBefore))]
  const isOneOf = (sums: Amount[], one: Amount) => sums.some((known) => equals(known, one))
  const agrees =
    isOneOf(readings, amount) ||
    isOneOf(readings, total(ofPayment)) ||
    (captures.length > 1 &&
      isOneOf(
        captures.map((one) => one.amount),
        amount,
      ))
  return agrees ? null : kept
}
