import type { By, TimelineEntry } from "../../../../../admin-client/order-payments"
import { type Amount, equals, isPositive, missing, sum } from "../../../../../core/money"
import { amountIn } from "../../../../../core/stated-amount"
import type { NotedAction } from "../../../../../medusa-store/staff-actions"
import { type GatewayOperation, matchMovements, timeOf } from "./match-movements"
import type { WrittenMovement } from "./order-rows"
import type { People } from "./people"

export type ToTell = {
  payment: { id: string; amount: Amount; currency: string; at: Date; capturesAtOnce: boolean }
  /** Null: RozetkaPay did not say. */
  operations: GatewayOperation[] | null
  /** By RozetkaPay's ledger; null: it is not known. */
  captured: Amount | null
  written: WrittenMovement[]
  /** The store has canceled what was held. `recorded`: it only wrote down that it was canceled elsewhere. */
  canceled: "by_store" | "recorded" | null
  actions: NotedAction[]
  people: People
}

/**
 * What happened to a payment, newest first: RozetkaPay's operations, each by whom the store's rows say it was,
 * then what staff did that moved nothing by itself. Pure.
 */
export const timelineOf = (
  told: ToTell,
): { entries: TimelineEntry[]; unknownSince: Date | null } => {
  const { payment, written, people } = told
  const { currency } = payment
  const operations = told.operations && once(told.operations)
  const counting = (operations ?? []).filter(
    ({ operation, status }) => operation !== "payment" && status !== "failure",
  )
  const rows = written.filter((row) => row !== rowOfCharge(told, counting))
  const matched = matchMovements(counting, rows, currency)
  const elsewhere = counting.filter(
    (one) =>
      !matched.rowOf.has(one) && !isWonBack(one) && !(one.operation === "cancel" && told.canceled),
  )
  const canceledBy = told.actions
    .filter(({ what, outcome }) => what === "cancel_remainder" && outcome === "done")
    .at(-1)
  const by = (one: GatewayOperation): By => {
    const row = matched.rowOf.get(one)
    if (one.operation === "payment") return isLapsed(one) ? BANK : SHOPPER
    if (isByBank(one) || isLapsed(one)) return BANK
    if (one.operation === "cancel") return byOfCancel(told, canceledBy)
    if (row) return byOfRow(row, people)
    // The store takes the row of a movement back that failed, and with it whose it was.
    return one.status === "failure" ? UNKNOWN : CABINET
  }
  const entries = [
    ...(operations ?? []).map((one): TimelineEntry => {
      const row = matched.rowOf.get(one)
      return {
        id: one.id ?? "",
        at: (timeOf(one.at) ?? row?.at)?.toISOString() ?? null,
        kind: isByBank(one) ? "chargeback" : one.operation,
        action: null,
        status: statusOf(one),
        amount: amountIn(one, currency) ?? one.amount,
        currency_code: (one.currency ?? currency).toLowerCase(),
        by: by(one),
        code: one.code,
        description: one.description,
        note: row?.note ?? null,
      }
    }),
    ...(operations ? [] : [asPaid(told)]),
    ...matched.rows.map((row) => asWritten(row, told)),
    ...told.actions
      .filter((one) => one !== canceledBy || !counting.some(isCancel))
      .map((one) => asAction(one, people)),
  ]
  const times = elsewhere.flatMap(({ at }) => timeOf(at) ?? [])
  const [earliest = null] = times.sort((a, b) => a.getTime() - b.getTime())
  return { entries: withOwnIds(newestFirst(entries)), unknownSince: earliest }
}

const isCancel = ({ operation }: GatewayOperation) => operation === "cancel"

const SHOPPER: By = { is: "shopper", name: null }
const BANK: By = { is: "bank", name: null }
const CABINET: By = { is: "cabinet", name: null }
const PLUGIN: By = { is: "plugin", name: null }
const UNKNOWN: By = { is: "unknown", name: null }

/** A dispute's operations stand among the refunds: their codes say so. */
const isByBank = ({ code }: GatewayOperation) => /^(chargeback|representment)/.test(code ?? "")
const isWonBack = ({ code }: GatewayOperation) => /^representment/.test(code ?? "")
const isLapsed = ({ code }: GatewayOperation) => code === "hold_cancelled_by_bank"

const statusOf = ({ status }: GatewayOperation): TimelineEntry["status"] => {
  switch (status) {
    case "success":
    case "failure":
      return status
    case "init":
    case "pending":
    case "unknown":
      return "pending"
  }
}

/** RozetkaPay lists an operation twice that was pending first: what is final counts. */
const once = (operations: GatewayOperation[]): GatewayOperation[] =>
  operations.filter((one, index) => {
    if (one.id === null) return true
    const isSame = (other: GatewayOperation) =>
      other.id === one.id && other.operation === one.operation
    const isFinal = statusOf(one) !== "pending"
    return isFinal
      ? !operations.slice(0, index).some((other) => isSame(other) && other.status === one.status)
      : !operations.some(
          (other, at) =>
            isSame(other) && (statusOf(other) !== "pending" || (at < index && other !== one)),
        )
  })

/** Medusa writes a capture's row of what was captured with the payment itself, which is no operation of its own. */
const rowOfCharge = (
  { payment, captured, written }: ToTell,
  counting: GatewayOperation[],
): WrittenMovement | undefined => {
  const { amount, currency, capturesAtOnce } = payment
  const confirmed = sum(
    counting.flatMap((one) =>
      one.operation === "capture" && one.status === "success"
        ? (amountIn(one, currency) ?? [])
        : [],
    ),
    currency,
  )
  const charged =
    captured === null
      ? capturesAtOnce
        ? amount
        : missing(amount, amount)
      : missing(captured, confirmed)
  return isPositive(charged)
    ? written.find((row) => row.kind === "capture" && equals(row.amount, charged))
    : undefined
}

const byOfCancel = ({ canceled, people }: ToTell, action: NotedAction | undefined): By => {
  if (action) return people.called(action.actor)
  return canceled === "by_store" ? PLUGIN : CABINET
}

const byOfRow = ({ isRecord, createdBy }: WrittenMovement, people: People): By => {
  if (isRecord) return CABINET
  return createdBy === null ? PLUGIN : people.called(createdBy)
}

const asPaid = ({ payment }: ToTell): TimelineEntry => ({
  id: payment.id,
  at: payment.at.toISOString(),
  kind: "payment",
  action: null,
  status: "success",
  amount: payment.amount,
  currency_code: payment.currency.toLowerCase(),
  by: SHOPPER,
  code: null,
  description: null,
  note: null,
})

/** What the store wrote down and RozetkaPay lists no operation of. */
const asWritten = (row: WrittenMovement, { payment, people }: ToTell): TimelineEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  kind: row.kind,
  action: null,
  status: row.isSent || row.isRecord ? "success" : "pending",
  amount: row.amount,
  currency_code: payment.currency.toLowerCase(),
  by: byOfRow(row, people),
  code: null,
  description: null,
  note: row.note,
})

const asAction = ({ at, what, actor, outcome }: NotedAction, people: People): TimelineEntry => ({
  id: `${what}-${at}`,
  at,
  kind: "action",
  action: what,
  status: outcome === "done" ? "success" : "failure",
  amount: null,
  currency_code: null,
  by: people.called(actor),
  code: outcome === "done" ? null : outcome,
  description: null,
  note: null,
})

/** What has no time stands where it was listed: after what came before it. */
const newestFirst = (entries: TimelineEntry[]): TimelineEntry[] => {
  let last = ""
  return entries
    .map((entry) => {
      last = entry.at ?? last
      return { entry, at: last }
    })
    .reverse()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map(({ entry }) => entry)
}

const withOwnIds = (entries: TimelineEntry[]): TimelineEntry[] =>
  entries.map((entry, at) => {
    const before = entries.slice(0, at).filter(({ id }) => id === entry.id).length
    const id = entry.id || entry.kind
    return { ...entry, id: before > 0 || !entry.id ? `${id}-${at}` : id }
  })
