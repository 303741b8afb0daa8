import { externalId } from "../../core/external-id"
import { readDay, readTime } from "../../core/kyiv-day"
import { type Amount, amountOf, currencyCode, isKnownCurrency } from "../../core/money"
import type { ReportedPayout } from "../../core/reported-payout"
import type { Period } from "../../provider/payment-gateway"
import type { PaidOutRow, RozetkaPayClient } from "../../rozetkapay/client"

/** What the current API's login was paid. A row without a sum, or in what nobody knows, pays nothing yet. */
export const reportedPayouts = async (
  client: RozetkaPayClient,
  { from, to }: Period,
): Promise<ReportedPayout[]> => {
  const rows = await client.reports.payments({ dateFrom: from, dateTo: to })
  return rows.flatMap(payoutOf)
}

const payoutOf = (row: PaidOutRow): ReportedPayout[] => {
  const { currency, externalId: id } = row
  if (row.amount === null || currency === null || id === null || !isKnownCurrency(currency)) {
    return []
  }
  const stated = (amount: string | null): Amount | null =>
    amount === null ? null : amountOf(amount, currency)
  return [
    {
      externalId: externalId(id),
      amount: amountOf(row.amount, currency),
      currency: currencyCode(currency),
      commission: stated(row.internalCommission),
      payerFee: stated(row.payerExternalFee),
      paidOut: stated(row.payoutAmount),
      day: readDay(row.payoutDate),
      processedAt: readTime(row.processingDate),
      card: row.cardPan,
    },
  ]
}
