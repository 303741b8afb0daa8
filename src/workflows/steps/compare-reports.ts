import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findProvider } from "../../gateway-provider/find-provider"
import { readSessionData } from "../../gateway-provider/session-data"
import { errorMessage } from "../../payments/error-message"
import type { GatewayOperation, Period } from "../../payments/gateway"
import { emptyLedger, held, kept, type Ledger } from "../../payments/ledger"
import { type Amount, exceeds, isPositive, plus } from "../../payments/money"
import { sessionOfOrder } from "../../payments/order-id"
import { storeLedger } from "../../payments/store-ledger"
import { isStartCutOff } from "../../sync/finish-start"
import type { Candidate } from "./find-candidates"

export type CompareReportsInput = {
  provider_ids: string[]
  /** Days back from today; 0 compares nothing. RozetkaPay keeps 90 and shows 14 at a time. */
  report_days: number
  dry_run: boolean
}

export type ComparedReports = {
  operations: number
  /** Payments of which RozetkaPay's books show more than the store's: to be settled. */
  differing: Candidate[]
  /**
   * Payments that the store does not know, or did not get to write down: their signed callback was
   * asked for, which proves whose they are.
   */
  announced: Candidate[]
  errors: string[]
}

const DAYS_AT_A_TIME = 14
const DAY = 24 * 60 * 60 * 1000
/** Callbacks asked for in one run. */
const MOST_ANNOUNCED = 100

export const compareReportsStepId = "rozetkapay-compare-reports"

/**
 * RozetkaPay's own books (its transactions report) beside the store's. Finds what
 * no callback told and no open session shows: operations on old payments, and
 * payments whose session is gone. Rows carry none of our marks, so an unknown
 * payment is never acted on here: only its signed callback can say that it is ours.
 */
export const compareReportsStep = createStep(
  compareReportsStepId,
  async (input: CompareReportsInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const compared: ComparedReports = { operations: 0, differing: [], announced: [], errors: [] }
    for (const provider_id of input.provider_ids) {
      for (const period of periods(input.report_days, new Date())) {
        try {
          await comparePeriod(container, provider_id, period, input.dry_run, compared)
        } catch (error) {
          const line = `${provider_id} ${period.from}..${period.to}: ${errorMessage(error)}`
          logger.error(`rozetkapay: the transactions report could not be compared: ${line}`)
          compared.errors.push(line)
        }
      }
    }
    return new StepResponse(compared)
  },
)

/** The last days in stretches that RozetkaPay answers, oldest first. */
export const periods = (days: number, today: Date): Period[] => {
  const written = (time: number) => new Date(time).toISOString().slice(0, 10)
  const stretches: Period[] = []
  for (let left = Math.min(days, 90); left > 0; left -= DAYS_AT_A_TIME) {
    const from = today.getTime() - (left - 1) * DAY
    const to = Math.min(today.getTime(), from + (DAYS_AT_A_TIME - 1) * DAY)
    stretches.push({ from: written(from), to: written(to) })
  }
  return stretches
}

const comparePeriod = async (
  container: MedusaContainer,
  provider_id: string,
  period: Period,
  dry_run: boolean,
  compared: ComparedReports,
) => {
  const found = await findProvider(container, provider_id)
  if (!found) return
  const operations = await found.provider.gateway.operations(period)
  compared.operations += operations.length
  const books = booksOf(operations)
  const payments = container.resolve(Modules.PAYMENT)
  const ids = [...books.keys()]
  const rows = await payments.listPayments(
    { payment_session_id: ids },
    { relations: ["captures", "refunds"] },
  )
  const known = new Map(
    rows.map((payment) => [readSessionData(payment.data)?.external_id, storeLedger(payment)]),
  )
  const fields = ["id", "data", "created_at"]
  const sessions = await payments.listPaymentSessions({ id: ids }, { select: fields })
  // Of a start that was cut off, only its callback says whose and what it is.
  const started = new Set(sessions.filter((one) => !isStartCutOff(one)).map(({ id }) => id))
  for (const [external_id, reported] of books) {
    const store = known.get(external_id)
    const candidate = { provider_id, external_id }
    if (store) {
      if (!reported || showsMore(reported, store)) compared.differing.push(candidate)
    } else if (reported && !hasMoney(reported)) {
      // Came and went back: nothing of it is anybody's here.
    } else if (started.has(external_id)) {
      compared.differing.push(candidate)
    } else if (compared.announced.some((one) => one.external_id === external_id)) {
      // Two provider instances may share a login, and see the same books.
    } else if (compared.announced.length < MOST_ANNOUNCED && isSessionId(external_id)) {
      compared.announced.push(candidate)
      if (!dry_run) await found.provider.gateway.announce(external_id)
    }
  }
}

/**
 * Ids of Medusa's payment sessions; other shops on the login have other keys. Orders of a payment to
 * several sellers are their own provider's, which may share the login and knows them by the payment.
 */
const isSessionId = (external_id: string) =>
  external_id.startsWith("payses_") && sessionOfOrder(external_id) === null

/**
 * The operations of a period by payment. Part of a payment may lie before it, so these sums only ever
 * fall short. null: a currency that can't be added up, to be looked at one by one.
 */
const booksOf = (operations: GatewayOperation[]): Map<string, Ledger | null> => {
  const books = new Map<string, Ledger | null>()
  for (const { externalId, kind, money } of operations) {
    const before = books.get(externalId)
    const book = before === undefined && money ? emptyLedger(money.currency) : before
    books.set(externalId, book && money ? withOperation(book, kind, money.amount) : null)
  }
  return books
}

const withOperation = (book: Ledger, kind: GatewayOperation["kind"], amount: Amount): Ledger => {
  switch (kind) {
    case "auth":
      return { ...book, authorized: plus(book.authorized, amount) }
    case "purchase":
      return {
        ...book,
        authorized: plus(book.authorized, amount),
        taken: plus(book.taken, amount),
      }
    case "capture":
      return { ...book, taken: plus(book.taken, amount) }
    case "void":
      return { ...book, released: plus(book.released, amount) }
    case "refund":
      return { ...book, returned: plus(book.returned, amount) }
  }
}

const showsMore = (reported: Ledger, store: Ledger): boolean =>
  exceeds(reported.taken, store.taken) ||
  exceeds(reported.returned, store.returned) ||
  (isPositive(reported.released) && isPositive(held(store)))

const hasMoney = (reported: Ledger): boolean =>
  isPositive(held(reported)) || isPositive(kept(reported))
