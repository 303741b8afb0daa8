import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type ExternalId, sessionOf } from "../../core/external-id"
import { sessionOfOrder } from "../../core/order-id"
import { hasMoney, ledgersOf, showsMore } from "../../core/reported-ledger"
import { storeLedger } from "../../core/store-ledger"
import { errorMessage } from "../../log/error-message"
import { type FoundProvider, findProvider } from "../../provider/find-provider"
import type { Period } from "../../provider/payment-gateway"
import { readSessionData } from "../../provider/session-data"
import { isStartCutOff } from "../../sync/finish-start"
import { askForCallbacks, type Unknown } from "../reconcile/ask-for-callbacks"
import { openMemory } from "../reconcile/reconcile-memory"
import type { Candidate } from "./find-candidates"

export type CompareReportsInput = {
  provider_ids: string[]
  /** Days back from today; 0 compares nothing. RozetkaPay keeps 90 and shows 14 at a time. */
  report_days: number
  dry_run: boolean
  /** Milliseconds since 1970 that count as now. */
  now: number
  /** Milliseconds since 1970. Half of the time until then is for asking; the rest for syncing. */
  ends_at: number
}

export type ComparedReports = {
  operations: number
  /** The same by provider. */
  operations_of: Record<string, number>
  /** Payments of which RozetkaPay's ledgers show more than the store's: to be synced. */
  differing: Candidate[]
  /**
   * Payments that the store does not know, or did not get to write down: their signed callback was
   * asked for, which proves whose they are.
   */
  announced: Candidate[]
  /** There was no time to ask for all of them. */
  has_more: boolean
  errors: string[]
}

const DAYS_AT_A_TIME = 14
const DAY = 24 * 60 * 60 * 1000
/** Payments looked up in the store at once. */
const CHUNK = 500

export const compareReportsStepId = "rozetkapay-compare-reports"

/**
 * RozetkaPay's own ledgers (its transactions report) beside the store's. Finds what
 * no callback told and no open session shows: operations on old payments, and
 * payments whose session is gone. Rows carry none of our marks, so an unknown
 * payment is never acted on here: only its signed callback can say that it is ours.
 *
 * One provider's failure, and one payment's, ends nothing but itself. When all of a provider was compared
 * is remembered: the job compares again when that is too long ago.
 */
export const compareReportsStep = createStep(
  compareReportsStepId,
  async (input: CompareReportsInput, { container }) => {
    const compared: ComparedReports = {
      operations: 0,
      operations_of: {},
      differing: [],
      announced: [],
      has_more: false,
      errors: [],
    }
    for (const provider_id of input.report_days > 0 ? input.provider_ids : []) {
      await compareProvider(container, provider_id, input, compared)
    }
    return new StepResponse(compared)
  },
)

const compareProvider = async (
  container: MedusaContainer,
  provider_id: string,
  { report_days, dry_run, now, ends_at }: CompareReportsInput,
  compared: ComparedReports,
): Promise<void> => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const found = await findProvider(container, provider_id)
  if (!found) return
  const memory = await openMemory(container, provider_id, !dry_run)
  // Before anything else: a process that dies of a comparison must not try it again at once.
  memory.value.compare_tried_at = new Date(now).toISOString()
  await memory.save()

  const errors: string[] = []
  const fail = (what: string, message: string) => {
    const line = `${provider_id} ${what}: ${message}`
    logger.error(`rozetkapay: the transactions report could not be compared: ${line}`)
    errors.push(line)
  }
  const unknown = new Map<ExternalId, Unknown>()
  for (const period of periods(report_days, new Date())) {
    try {
      const ledgers = await comparePeriod(container, found, period, compared)
      for (const one of ledgers) unknown.set(one.external_id, one)
    } catch (error) {
      fail(`${period.from}..${period.to}`, errorMessage(error))
    }
  }
  // Two provider instances may share a login, and see the same ledgers.
  for (const { external_id } of compared.announced) unknown.delete(external_id)
  const { gateway } = found.provider
  const asking = { gateway, logger, memory, dry_run, now, ends_at: (Date.now() + ends_at) / 2 }
  const asked = await askForCallbacks([...unknown.values()], asking)
  if (asked.error) fail("callbacks", asked.error)
  compared.announced.push(...asked.announced.map((external_id) => ({ provider_id, external_id })))
  compared.errors.push(...errors)

  if (asked.has_more) {
    compared.has_more = true
    // Nothing failed, so the next run goes on at once.
    memory.value.compare_tried_at = null
  } else if (errors.length === 0 && report_days >= DAYS_AT_A_TIME) {
    memory.value.compared_at = new Date(now).toISOString()
  }
  await memory.save()
}

/** The last days in stretches that RozetkaPay answers, newest first. */
export const periods = (days: number, today: Date): Period[] => {
  const written = (time: number) => new Date(time).toISOString().slice(0, 10)
  const stretches: Period[] = []
  for (let back = 0; back < Math.min(days, 90); back += DAYS_AT_A_TIME) {
    const length = Math.min(DAYS_AT_A_TIME, Math.min(days, 90) - back)
    const to = today.getTime() - back * DAY
    stretches.push({ from: written(to - (length - 1) * DAY), to: written(to) })
  }
  return stretches
}

/** @returns the payments of the period that the store can't explain */
const comparePeriod = async (
  container: MedusaContainer,
  { id: provider_id, provider }: FoundProvider,
  period: Period,
  compared: ComparedReports,
): Promise<Unknown[]> => {
  const operations = await provider.gateway.operations(period)
  compared.operations += operations.length
  compared.operations_of[provider_id] =
    (compared.operations_of[provider_id] ?? 0) + operations.length
  const ledgers = ledgersOf(operations)
  const unknown: Unknown[] = []
  const ids = [...ledgers.keys()].sort().reverse()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const some = ids.slice(at, at + CHUNK)
    const { known, started, cutOff } = await storeOf(container, some)
    for (const external_id of some) {
      const reported = ledgers.get(external_id) ?? null
      const store = known.get(external_id)
      if (store) {
        if (!reported || showsMore(reported, store)) {
          compared.differing.push({ provider_id, external_id })
        }
      } else if (reported && !hasMoney(reported)) {
        // Came and went back: nothing of it is anybody's here.
      } else if (started.has(external_id)) {
        compared.differing.push({ provider_id, external_id })
      } else if (isSessionId(external_id)) {
        unknown.push({ external_id, isOurs: cutOff.has(external_id) })
      }
    }
  }
  return unknown
}

/** What the store has of these payments. */
const storeOf = async (container: MedusaContainer, ids: ExternalId[]) => {
  const sessionIds = ids.map(sessionOf)
  const payments = container.resolve(Modules.PAYMENT)
  const rows = await payments.listPayments(
    { payment_session_id: sessionIds },
    { relations: ["captures", "refunds"] },
  )
  const known = new Map(
    rows.map((payment) => [readSessionData(payment.data)?.external_id, storeLedger(payment)]),
  )
  const fields = ["id", "data", "created_at"]
  const sessions = await payments.listPaymentSessions({ id: sessionIds }, { select: fields })
  // Of a start that was cut off, only its callback says whose and what it is.
  const cutOff = new Set(
    sessions.filter((one) => isStartCutOff(one, Date.now())).map(({ id }) => id),
  )
  const started = new Set(sessions.map(({ id }) => id).filter((id) => !cutOff.has(id)))
  return { known, started, cutOff }
}

/**
 * Ids of Medusa's payment sessions; other shops on the login have other keys. Orders of a payment to
 * several sellers are their own provider's, which may share the login and knows them by the payment.
 */
const isSessionId = (external_id: ExternalId) =>
  external_id.startsWith("payses_") && sessionOfOrder(external_id) === null
