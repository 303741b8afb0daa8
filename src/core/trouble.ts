import type { GatewayLedger, Ledger } from "./ledger"
import { type Amount, equals, exceeds, greatest, isPositive, missing, plus } from "./money"
import { hasMoney } from "./plan"
import type { Action, Situation } from "./situation"

/** What staff must look at and only a sync can see: no row of the store's shows it. */
export const NOTED_KINDS = ["difference", "refund_failed", "chargeback", "waiting_long"] as const

/**
 * - `difference`: the two ledgers differ, and syncing can't close it;
 * - `refund_failed`: a deferred refund that failed, and has not been made since;
 * - `chargeback`: the payer's bank took money, and the dispute was not won;
 * - `waiting_long`: an attempt to pay that nobody decides.
 */
export type NotedKind = (typeof NOTED_KINDS)[number]

export type Trouble = {
  kind: NotedKind
  /** Null: it is not known. */
  amount: Amount | null
  /** RozetkaPay's or Medusa's words, for support. */
  detail: string | null
  /** Of `refund_failed`: once so much was refunded in all, it is made after all. */
  over_at?: Amount
}

/** What a sync has met on its way. */
export type Met = {
  /** Milliseconds since the attempt was opened; null: it is not known. */
  age: number | null
  /** What failed at the gateway and no rows of the store's add up to. */
  uncorrected: Amount | null
  /** It is tried again: what was said of it before still holds. */
  isUnfinished: boolean
}

/** Milliseconds. Whoever left the bank's page is refused long before; a bank that asks its customer has an answer. */
export const WAITS_LONG = 24 * 60 * 60_000

/**
 * All that is to be noted of a payment once a sync has done what it could. Whatever is not in it any more
 * is over. Pure.
 *
 * @param before what was noted of it
 */
export const troublesNow = (
  { situation, actions }: { situation: Situation; actions: Action[] },
  before: Trouble[],
  met: Met,
): Trouble[] => {
  const { gateway } = situation
  // Its sums mean nothing, so nothing is over by them.
  if (gateway.unclear !== null) {
    const others = before.filter(({ kind }) => kind !== "difference")
    return [...others, { kind: "difference", amount: null, detail: gateway.unclear }]
  }
  return [
    ...(met.isUnfinished
      ? before.filter(({ kind }) => kind === "difference")
      : differenceIn(situation, actions, met.uncorrected)),
    ...before.flatMap((one) => stillFailed(one, gateway)),
    ...(isPositive(gateway.chargedBack)
      ? [{ kind: "chargeback" as const, amount: gateway.chargedBack, detail: null }]
      : []),
    ...waitingIn(situation, met.age),
  ]
}

/** What was planned is done by now, or the sync has thrown. So what differs is what no plan was made for. */
const differenceIn = (
  { store, gateway }: Situation,
  actions: Action[],
  uncorrected: Amount | null,
): Trouble[] => {
  if (uncorrected !== null) return [{ kind: "difference", amount: uncorrected, detail: null }]
  if (!store || store.currency !== gateway.currency || !actions.every(leavesAsItIs)) return []
  const amount = plus(apart(store, gateway, "captured"), apart(store, gateway, "refunded"))
  if (!isPositive(amount)) return []
  const words = (["captured", "refunded"] as const)
    .filter((sum) => !equals(store[sum], gateway[sum]))
    .map((sum) => `${sum}: store ${store[sum]}, RozetkaPay ${gateway[sum]}`)
  return [{ kind: "difference", amount, detail: words.join("; ") }]
}

const apart = (a: Ledger, b: Ledger, sum: "captured" | "refunded"): Amount =>
  plus(missing(a[sum], b[sum]), missing(b[sum], a[sum]))

const leavesAsItIs = ({ do: what }: Action): boolean => what === "nothing"

/**
 * Refunds that the gateway had accepted, and that have failed.
 *
 * @param amount what of them the store had counted as made
 * @param before what was noted of earlier ones that are not made either
 * @returns null when they were called off: whoever did that knows.
 */
export const failedRefund = (
  { refunded, refundDecline }: Pick<GatewayLedger, "refunded" | "refundDecline">,
  amount: Amount,
  before: Trouble[],
): Trouble | null => {
  if (!refundDecline) return null
  const open = before.find(({ kind }) => kind === "refund_failed")?.over_at
  const over_at = greatest(open ?? refunded, plus(refunded, amount))
  const { code, description } = refundDecline
  const detail = [code, description].filter(Boolean).join(": ") || null
  return { kind: "refund_failed", amount: missing(over_at, refunded), detail, over_at }
}

const stillFailed = (one: Trouble, { refunded }: GatewayLedger): Trouble[] => {
  const { kind, over_at } = one
  if (kind !== "refund_failed" || over_at === undefined || !exceeds(over_at, refunded)) return []
  return [{ ...one, amount: missing(over_at, refunded) }]
}

const waitingIn = ({ store, session, gateway }: Situation, age: number | null): Trouble[] => {
  const waits = gateway.pending && !store && !hasMoney(gateway)
  return waits && age !== null && age > WAITS_LONG
    ? [{ kind: "waiting_long", amount: session?.amount ?? null, detail: null }]
    : []
}
