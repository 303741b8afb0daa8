import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Days } from "../../../../admin-client/days"
import { type ExternalId, externalIdOf, sessionOf } from "../../../../core/external-id"
import { addDays, kyivDay, startOfKyivDay } from "../../../../core/kyiv-day"
import { exceeds, sum } from "../../../../core/money"
import type { ReportedOperation } from "../../../../core/reported-ledger"
import { sessionId } from "../../../../core/session-id"
import { paymentsMovedBetween, readLedgerRows } from "../../../../medusa-store/ledger-rows"
import { listUnexplained } from "../../../../medusa-store/unexplained-rows"
import type { FoundProvider } from "../../../../provider/find-provider"
import type { GatewayProvider } from "../../../../provider/gateway-provider"
import type { Period } from "../../../../provider/payment-gateway"
import { reportNotRead } from "../period"
import { type ComparedPayment, compareDays, storeHasMore } from "./compare-days"

export const MOST_DAYS = 14

/** What RozetkaPay shows at once, and how far back. */
const DAYS_AT_A_TIME = 14
const OLDEST_DAYS = 90
/** A row that was written down late belongs to an operation of days before; whatever is older is asked for by itself. */
const DAYS_BEFORE = 7
/** Payments whose own ledger is read, one after another: more of them differ only when something is very wrong. */
const MOST_LEDGERS = 50
/** Milliseconds for all of these together. */
const LEDGERS_LONGEST = 20_000
const CHUNK = 500

/** @throws MedusaError with a sentence when RozetkaPay does not answer */
export const daysOfPeriod = async (
  container: MedusaContainer,
  { id: provider_id, provider, period }: FoundProvider & { period: Period },
): Promise<Days> => {
  const operations = await reported(provider, period).catch((error: unknown) => {
    throw reportNotRead(error)
  })
  const payments = await paymentsOf(container, provider_id, operations, period)
  await confirm(provider, payments, period)
  return { provider_id, ...period, days: compareDays(payments, period) }
}

/** By which zone RozetkaPay reckons its days is not known: so a day more on either side. */
const reported = async (
  { gateway }: GatewayProvider,
  { from, to }: Period,
): Promise<Map<ExternalId, ReportedOperation[]>> => {
  const today = new Date().toISOString().slice(0, 10)
  const last = [addDays(to, 1), today].sort()[0] ?? to
  const oldest = addDays(today, -OLDEST_DAYS)
  const found = new Map<ExternalId, ReportedOperation[]>()
  let begin = [addDays(from, -DAYS_BEFORE), [oldest, from].sort()[0] ?? from].sort().at(-1) ?? from
  while (begin <= last) {
    const end = [addDays(begin, DAYS_AT_A_TIME - 1), last].sort()[0] ?? last
    for (const one of await gateway.operations({ from: begin, to: end })) {
      const others = found.get(one.externalId)
      if (others) others.push(one)
      else found.set(one.externalId, [one])
    }
    begin = addDays(end, 1)
  }
  return found
}

/** Those of the provider's that either ledger has moved in the period. Another shop's on the login is not asked after. */
const paymentsOf = async (
  container: MedusaContainer,
  provider_id: string,
  operations: Map<ExternalId, ReportedOperation[]>,
  period: Period,
): Promise<ComparedPayment[]> => {
  const isOfPeriod = ({ at }: ReportedOperation) =>
    at !== null && at !== undefined && kyivDay(at) >= period.from && kyivDay(at) <= period.to
  const moved = [...operations].filter(([, all]) => all.some(isOfPeriod)).map(([id]) => id)
  const known = await readLedgerRows(container, { sessions: moved.map(sessionOf) })
  const since = startOfKyivDay(period.from)
  const until = startOfKyivDay(addDays(period.to, 1))
  const have = new Set([...known.values()].map(({ payment_id }) => payment_id))
  for (const entity of ["capture", "refund"] as const) {
    const pages = paymentsMovedBetween(container, { provider_id, entity, since, until })
    for await (const page of pages) {
      const payments = [...new Set(page)].filter((id) => !have.has(id))
      for (const id of payments) have.add(id)
      for (const [id, rows] of await readLedgerRows(container, { payments })) known.set(id, rows)
    }
  }
  const unpaid = await begunHere(
    container,
    provider_id,
    moved.filter((id) => !known.has(id)),
  )
  const compared = (externalId: ExternalId, rows: ComparedPayment["rows"]): ComparedPayment => ({
    externalId,
    rows,
    operations: operations.get(externalId) ?? [],
    isConfirmed: false,
  })
  return [
    ...[...known]
      .filter(([, rows]) => rows.provider_id === provider_id)
      .map(([id, rows]) => compared(id, rows)),
    ...unpaid.map((id) => compared(id, null)),
  ]
}

/** Of what the store has no Payment: what its own sessions began, and what it could not explain. */
const begunHere = async (
  container: MedusaContainer,
  provider_id: string,
  ids: ExternalId[],
): Promise<ExternalId[]> => {
  if (ids.length === 0) return []
  const noted = await listUnexplained(container)
  const own = new Set<string>(
    noted.filter((one) => one.provider_id === provider_id).map(({ external_id }) => external_id),
  )
  for (let at = 0; at < ids.length; at += CHUNK) {
    const sessions = await container
      .resolve(Modules.PAYMENT)
      .listPaymentSessions(
        { id: ids.slice(at, at + CHUNK).map(sessionOf), provider_id },
        { select: ["id"], take: CHUNK },
      )
    for (const { id } of sessions) own.add(externalIdOf(sessionId(id)))
  }
  return ids.filter((id) => own.has(id))
}

/** A report of these days does not show what moved before, nor what waits: RozetkaPay's ledger of the payment does. */
const confirm = async (
  provider: GatewayProvider,
  payments: ComparedPayment[],
  period: Period,
): Promise<void> => {
  const until = Date.now() + LEDGERS_LONGEST
  const open = payments.filter((one) => one.rows && storeHasMore(one, period))
  for (const one of open.slice(0, MOST_LEDGERS)) {
    if (Date.now() >= until) return
    one.isConfirmed = await hasAll(provider, one)
  }
}

const hasAll = async (provider: GatewayProvider, { rows }: ComparedPayment): Promise<boolean> => {
  if (!rows) return false
  // What can't be read confirms nothing.
  const ledger = await provider.ledger(provider.reference(rows.terms)).catch(() => null)
  if (!ledger || ledger.unclear !== null || ledger.currency !== rows.currency) return false
  const total = (movements: typeof rows.captures) =>
    sum(
      movements.map(({ amount }) => amount),
      rows.currency,
    )
  return (
    !exceeds(total(rows.captures), ledger.captured) &&
    !exceeds(total(rows.refunds), ledger.refunded)
  )
}
