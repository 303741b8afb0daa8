import type { MedusaContainer } from "@medusajs/framework/types"
import type { Payouts } from "../../../../admin-client/payouts"
import { addDays, kyivDay, startOfKyivDay } from "../../../../core/kyiv-day"
import { isPositive, missing, sum } from "../../../../core/money"
import type { ReportedPayout } from "../../../../core/reported-payout"
import { staffError } from "../../../../errors"
import {
  type LedgerRows,
  paymentsMovedBetween,
  readLedgerRows,
} from "../../../../medusa-store/ledger-rows"
import type { FoundProvider } from "../../../../provider/find-provider"
import { type Period, type TellsPayouts, tellsPayouts } from "../../../../provider/payment-gateway"
import { reportNotRead } from "../period"
import { matchPayouts, paymentOfPayout } from "./match-payouts"

export const MOST_DAYS = 31
const MOST_MISSING = 500

/**
 * RozetkaPay says neither whether its report goes by the day of the payment or of the payout, nor how many
 * days it shows at once: so it is asked for some days more, in stretches that its other report allows.
 */
const DAYS_BEFORE = 7
const DAYS_AFTER = 14
const DAYS_AT_A_TIME = 14

/** @throws MedusaError `payouts_not_told`, or with a sentence when RozetkaPay does not answer */
export const payoutsOfPeriod = async (
  container: MedusaContainer,
  { id: provider_id, provider: { gateway }, period }: FoundProvider & { period: Period },
): Promise<Payouts> => {
  if (!tellsPayouts(gateway)) throw staffError("payouts_not_told")
  const reported = await askFor(gateway, period).catch((error: unknown) => {
    throw reportNotRead(error)
  })
  const ids = [...new Set(reported.map(paymentOfPayout))]
  const known = await readLedgerRows(container, { sessions: ids })
  return {
    provider_id,
    ...period,
    payouts: matchPayouts(reported, known, provider_id, period),
    missing: await notPaidOut(container, provider_id, period, new Set(ids)),
  }
}

const askFor = async (gateway: TellsPayouts, { from, to }: Period): Promise<ReportedPayout[]> => {
  const today = new Date().toISOString().slice(0, 10)
  const last = [to, [addDays(to, DAYS_AFTER), today].sort()[0] ?? to].sort().at(-1) ?? to
  const reported: ReportedPayout[] = []
  let begin = addDays(from, -DAYS_BEFORE)
  while (begin <= last) {
    const end = [addDays(begin, DAYS_AT_A_TIME - 1), last].sort()[0] ?? last
    reported.push(...(await gateway.payouts({ from: begin, to: end })))
    begin = addDays(end, 1)
  }
  return reported
}

/** What was captured in the period and stands in no payout, the newest first. */
const notPaidOut = async (
  container: MedusaContainer,
  provider_id: string,
  { from, to }: Period,
  paidOut: Set<string>,
): Promise<Payouts["missing"]> => {
  const left: Payouts["missing"] = []
  const seen = new Set<string>()
  const captured = paymentsMovedBetween(container, {
    provider_id,
    entity: "capture",
    since: startOfKyivDay(from),
    until: startOfKyivDay(addDays(to, 1)),
  })
  for await (const page of captured) {
    const payments = [...new Set(page)].filter((id) => !seen.has(id))
    for (const id of payments) seen.add(id)
    for (const [externalId, rows] of await readLedgerRows(container, { payments })) {
      if (!paidOut.has(externalId)) left.push(...missingOf(rows))
    }
    if (left.length >= MOST_MISSING) break
  }
  return left.sort((a, b) => (a.captured_on < b.captured_on ? 1 : -1)).slice(0, MOST_MISSING)
}

/** What was captured less what was refunded: the rest that a payout is waited for of. */
const missingOf = ({
  payment_id,
  order,
  currency,
  captures,
  refunds,
}: LedgerRows): Payouts["missing"] => {
  const total = (rows: typeof captures) =>
    sum(
      rows.map(({ amount }) => amount),
      currency,
    )
  const amount = missing(total(captures), total(refunds))
  const last = captures.reduce<Date | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  )
  return isPositive(amount) && last
    ? [
        {
          payment_id,
          order,
          amount,
          currency_code: currency.toLowerCase(),
          captured_on: kyivDay(last),
        },
      ]
    : []
}
