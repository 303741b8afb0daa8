import { z } from "zod"
import { externalIdText } from "../core/external-id"
import { type Amount, amountOf, isPositive, missing, zero } from "../core/money"
import { failedRefund, type Met, NOTED_KINDS, type Trouble, troublesNow } from "../core/trouble"
import { oneLine } from "../log/one-line"
import { emitEvent } from "./emit-event"
import type { Try } from "./snapshot"
import type { Store, TryKey } from "./store"

/** What staff must look at, and no row of the store's shows: so it is noted, once for each payment and kind. */
export const notedTrouble = z.object({
  kind: z.enum(NOTED_KINDS),
  external_id: externalIdText,
  provider_id: z.string(),
  /** Decimal in the major unit; null: it is not known. */
  amount: z.string().nullable(),
  /** Lower case, as Medusa writes it; null: it is not known. */
  currency_code: z.string().nullable(),
  detail: z.string().nullable(),
  /** ISO 8601: since when it is known. */
  since: z.string(),
  /** Of `refund_failed`: once so much was refunded in all, it is over. */
  over_at: z.string().optional(),
  /** Of `chargeback`: the sum of which the store's subscribers were told. */
  told: z.string().optional(),
})

export type NotedTrouble = z.output<typeof notedTrouble>

/** Those that a look at a payment alone finds; the others have happened, whatever is there now. */
export const LOOKED_FOR: NotedTrouble["kind"][] = ["difference", "waiting_long"]

/** Characters of RozetkaPay's or Medusa's words. */
const LONGEST_DETAIL = 500

/**
 * Notes what a sync leaves for staff to look at, and forgets what is over. Of most payments nothing ever
 * was noted, which costs one look at a primary key.
 */
export const keepTroubles = async (
  store: Store,
  tried: Try,
  met: Omit<Met, "age">,
): Promise<void> => {
  const { terms, situation } = tried
  const { external_id } = terms
  const { currency } = situation.gateway
  const noted = await store.troublesOf(external_id)
  const age = tried.openedAt === null ? null : store.now() - tried.openedAt
  const now = troublesNow(
    tried,
    noted.map((one) => asTrouble(one, currency)),
    { ...met, age },
  )
  for (const one of now) {
    const before = noted.find(({ kind }) => kind === one.kind)
    const entry = asNoted(one, tried, before?.since ?? timeIn(store))
    if (one.kind === "chargeback") await keepChargeback(store, tried, entry, before)
    else if (!before || !saysTheSame(before, entry)) await store.noteTrouble(entry, !before)
  }
  const over = noted.filter(({ kind }) => !now.some((one) => one.kind === kind))
  for (const { kind } of over) await store.forgetTrouble(external_id, kind)
}

/**
 * The same for a payment of which reconciling finds nothing to do, so that none is synced: what was noted of it
 * may be over, and what nobody can close is no plan's. Null: the store has no such purchase any more, of which no
 * look can find anything.
 */
export const reviewTroubles = async (
  store: Store,
  { external_id }: TryKey,
  snapshot: { tries: Try[] } | null,
): Promise<void> => {
  for (const tried of snapshot?.tries ?? []) {
    await keepTroubles(store, tried, { uncorrected: null, isUnfinished: false })
  }
  if (snapshot) return
  const noted = await store.troublesOf(external_id)
  for (const { kind } of noted.filter((one) => LOOKED_FOR.includes(one.kind))) {
    await store.forgetTrouble(external_id, kind)
  }
}

/** Before the store's record of them is taken back: who is told of that finds this. */
export const noteFailedRefund = async (store: Store, tried: Try, amount: Amount): Promise<void> => {
  const { gateway } = tried.situation
  const noted = await store.troublesOf(tried.terms.external_id)
  const failed = failedRefund(
    gateway,
    amount,
    noted.map((one) => asTrouble(one, gateway.currency)),
  )
  if (!failed) return
  const isFirst = !noted.some(({ kind }) => kind === "refund_failed")
  await store.noteTrouble(asNoted(failed, tried, timeIn(store)), isFirst)
}

/**
 * For a store's own subscribers, once for each sum, however often its callback comes. That it was told is noted
 * when it was: a process that dies in between has it told again, and none has it never told.
 */
const keepChargeback = async (
  store: Store,
  tried: Try,
  entry: NotedTrouble,
  before: NotedTrouble | undefined,
): Promise<void> => {
  const { currency, chargedBack } = tried.situation.gateway
  const told = before?.told ? amountOf(before.told, currency) : zero(currency)
  const amount = missing(chargedBack, told)
  const isTold = !isPositive(amount)
  if (before && saysTheSame(before, entry) && isTold) return
  if (!isTold && (await store.noteTrouble({ ...entry, told }, !before))) {
    await emitEvent(store, tried, "rozetkapay.payment.charged_back", amount, "chargeback")
  }
  await store.noteTrouble({ ...entry, told: chargedBack }, isTold && !before)
}

/** That reconciling could not close a payment's difference, in whose words. `since`: ISO 8601, when it failed first. */
export const noteUnclosed = async (
  store: Store,
  { external_id, provider_id }: TryKey,
  { since, why }: { since: string; why: string },
): Promise<void> => {
  const known = (await store.troublesOf(external_id)).find(({ kind }) => kind === "difference")
  const detail = shortened(oneLine(why))
  if (known?.detail === detail) return
  const { amount = null, currency_code = null } = known ?? {}
  const words = { amount, currency_code, detail, since: known?.since ?? since }
  await store.noteTrouble({ kind: "difference", external_id, provider_id, ...words }, !known)
}

const timeIn = (store: Store): string => new Date(store.now()).toISOString()

const asNoted = (
  { kind, amount, detail, over_at }: Trouble,
  { terms: { external_id, provider_id }, situation }: Try,
  since: string,
): NotedTrouble => ({
  kind,
  external_id,
  provider_id,
  amount,
  currency_code: situation.gateway.currency.toLowerCase(),
  detail: shortened(detail),
  since,
  ...(over_at !== undefined && { over_at }),
})

const asTrouble = ({ kind, amount, detail, over_at }: NotedTrouble, currency: string): Trouble => ({
  kind,
  amount: amount === null ? null : amountOf(amount, currency),
  detail,
  ...(over_at !== undefined && { over_at: amountOf(over_at, currency) }),
})

const saysTheSame = (a: NotedTrouble, b: NotedTrouble): boolean =>
  a.amount === b.amount && a.detail === b.detail && a.over_at === b.over_at

const shortened = (detail: string | null): string | null => detail?.slice(0, LONGEST_DETAIL) ?? null
