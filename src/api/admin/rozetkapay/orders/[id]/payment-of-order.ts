import type {
  FiscalReceipt,
  PaymentOfOrder,
  SellerOfPayment,
} from "../../../../../admin-client/order-payments"
import type { Sums } from "../../../../../admin-client/sums"
import { type HowPaid, howPaidBy } from "../../../../../core/how-paid"
import { held, type Ledger } from "../../../../../core/ledger"
import { isPositive, moneyOf } from "../../../../../core/money"
import type { SellerLedger } from "../../../../../core/seller-ledger"
import { totalIn } from "../../../../../core/stated-amount"
import { CANCEL_RECORDED, storeLedger } from "../../../../../core/store-ledger"
import type { NotedAction } from "../../../../../medusa-store/staff-actions"
import type { GatewayProvider } from "../../../../../provider/gateway-provider"
import type { SessionData } from "../../../../../provider/session-data"
import { howPaidNotes, RRNS_APART } from "../../../../../sync/how-paid-note"
import { agreementOf } from "./agreement"
import { feesOf } from "./fees"
import { type GatewayOperation, timeOf } from "./match-movements"
import type { PaymentRow } from "./order-rows"
import { paidWith } from "./paid-with"
import type { People } from "./people"
import type { AtGateway } from "./read-at-gateway"
import { timelineOf } from "./timeline"
import { whatIsPossible } from "./what-is-possible"

/** A payment of the store's, whose provider it is of, and what it was for. */
export type OwnRow = {
  row: PaymentRow
  terms: SessionData
  /** Null: the store has it no more. */
  provider: Pick<GatewayProvider, "adapter" | "options"> | null
  purpose: PaymentOfOrder["purpose"]
  isOrderCanceled: boolean
  /** What staff did to it, and to the link that it was paid by. */
  actions: NotedAction[]
}

const DAY = 24 * 60 * 60_000

/** Both ledgers of one payment, and all that staff may want to know of it. Pure. */
export const paymentOfOrder = (
  { row, terms, provider, purpose, isOrderCanceled, actions }: OwnRow,
  { ledger: gateway, details, sellers, problem }: AtGateway,
  people: People,
  now: Date,
): PaymentOfOrder => {
  const store = storeLedger(row)
  const { currency } = store
  const operations = details?.operations ?? null
  const { entries, unknownSince } = timelineOf({
    payment: {
      id: row.id,
      amount: store.authorized,
      currency,
      at: row.created_at,
      capturesAtOnce: terms.capture,
    },
    operations,
    captured: gateway?.captured ?? null,
    written: row.movements,
    canceled: canceledBy(row),
    actions,
    people,
  })
  const waiting = (operations ?? []).filter(isRefundUnderWay)
  const defers = provider?.adapter.capabilities.defersRefunds === true
  const isDeferred = defers && waiting.length > 0
  const hold = held(gateway ?? store)
  return {
    payment_id: row.id,
    provider_id: row.provider_id,
    provider_title: provider?.adapter.title ?? row.provider_id,
    external_id: terms.external_id,
    rozetkapay_id: gateway?.paymentId ?? terms.payment_id,
    currency_code: row.currency_code,
    created_at: row.created_at.toISOString(),
    purpose,
    store: sumsOf(store),
    gateway: gateway && sumsOf(gateway),
    agreement: agreementOf({
      store,
      gateway,
      problem,
      since: unknownSince,
      newestRow: newestOf(row.movements.map(({ at }) => at)),
      reconcile: provider?.options.reconcile ?? false,
      reconcileEveryMinutes: provider?.options.reconcileEveryMinutes ?? 0,
      now,
    }),
    paid_with: paidWith({
      money: moneyOf(row.amount, currency),
      choice: terms.choice ?? {},
      details,
      ledger: gateway,
      noted: howPaidBy([...(gateway?.howPaid ? [gateway.howPaid] : []), notedIn(row.metadata)]),
    }),
    receipt_url: details?.receiptUrl ?? null,
    fiscal_receipts: fiscalReceipts(operations ?? []),
    fees: feesOf(operations ?? [], currency),
    hold_until:
      provider && isPositive(hold)
        ? new Date(row.created_at.getTime() + provider.options.holdDays * DAY).toISOString()
        : null,
    sellers: sellers?.map(sellerOf) ?? null,
    deferred_refund: isDeferred ? { amount: totalIn(waiting, currency) } : null,
    timeline: entries,
    actions: whatIsPossible({
      store,
      gateway,
      capabilities: provider?.adapter.capabilities ?? null,
      isOrderCanceled,
      hasSellers: terms.orders !== undefined,
      isDeferred,
      isRefundUnderWay: waiting.length > 0,
    }),
  }
}

/** As the sync before has noted it. */
const notedIn = (metadata: Record<string, unknown>): HowPaid => {
  const noted = howPaidNotes(metadata)
  return {
    rrns: noted.rozetkapay_rrn?.split(RRNS_APART) ?? [],
    authCode: noted.rozetkapay_auth_code ?? null,
    mask: noted.rozetkapay_mask ?? null,
    brand: noted.rozetkapay_brand ?? null,
    bank: noted.rozetkapay_bank ?? null,
    method: noted.rozetkapay_method ?? null,
    parts: noted.rozetkapay_parts ?? null,
  }
}

const canceledBy = ({ canceled_at, metadata }: PaymentRow) => {
  if (!canceled_at) return null
  const isRecorded = metadata.rozetkapay_cancel === CANCEL_RECORDED.rozetkapay_cancel
  return isRecorded ? "recorded" : "by_store"
}

const sumsOf = (ledger: Ledger): Sums => {
  const { authorized, captured, canceled, refunded } = ledger
  return { authorized, held: held(ledger), captured, canceled, refunded }
}

const sellerOf = ({ seller, name, externalId, ledger }: SellerLedger): SellerOfPayment => ({
  key: seller,
  name,
  external_id: externalId,
  ...sumsOf(ledger),
})

/** What is not known to be final waits. */
const isRefundUnderWay = ({ operation, status }: GatewayOperation): boolean =>
  operation === "refund" && status !== "success" && status !== "failure"

const newestOf = (times: Date[]): Date | null =>
  [...times].sort((a, b) => b.getTime() - a.getTime())[0] ?? null

/** Of a movement without money to tell of the tax authority there is none, of a cancellation neither. */
const fiscalReceipts = (operations: GatewayOperation[]): FiscalReceipt[] =>
  operations
    .flatMap(({ operation, fiscalization, at }) =>
      fiscalization && operation !== "cancel" ? [{ operation, fiscalization, at: timeOf(at) }] : [],
    )
    .sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))
    .map(({ operation, fiscalization }) => ({
      movement: operation,
      status: fiscalization.status ?? "",
      description: fiscalization.description ?? fiscalization.meaning,
      url: fiscalization.receiptUrl,
    }))
