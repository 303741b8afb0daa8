import type { Agreement } from "../../../../../admin-client/order-payments"
import { type GatewayLedger, held, type Ledger } from "../../../../../core/ledger"
import { equals, exceeds, isPositive } from "../../../../../core/money"

/** `held` follows from the others. */
const SUMS = ["authorized", "captured", "canceled", "refunded"] as const

type Differing = (typeof SUMS)[number]

export type Compared = {
  store: Ledger
  /** Null: it is not known, and `problem` says why. */
  gateway: GatewayLedger | null
  problem: { code: string; message: string } | null
  /** The earliest thing at RozetkaPay that no row of the store's stands for. */
  since: Date | null
  /** The youngest row of the store's: what was written a moment ago may be on its way. */
  newestRow: Date | null
  /** Of the provider's options. */
  reconcile: boolean
  reconcileEveryMinutes: number
  now: Date
}

const MINUTE = 60_000
/** After so many runs of the job it has had its chance. */
const RUNS = 3
/** Milliseconds. No movement of Medusa's takes longer. */
const ON_ITS_WAY = 2 * MINUTE

export const differencesOf = (store: Ledger, gateway: Ledger): Differing[] =>
  SUMS.filter((sum) => !equals(store[sum], gateway[sum]))

/** Whether both ledgers say the same, and if not, what closes the difference. Pure. */
export const agreementOf = (compared: Compared): Agreement => {
  const { store, gateway, problem } = compared
  if (!gateway) {
    const { code, message } = problem ?? { code: "gateway_down", message: "" }
    return { is: "unknown", code, message }
  }
  const differing = differencesOf(store, gateway)
  if (differing.length === 0) return { is: "agrees" }
  return {
    is: "differs",
    differences: differing.map((sum) => ({ sum, store: store[sum], gateway: gateway[sum] })),
    since: compared.since?.toISOString() ?? null,
    next: nextOf(compared, gateway, differing),
  }
}

const nextOf = (
  { store, since, newestRow, reconcile, reconcileEveryMinutes, now }: Compared,
  gateway: GatewayLedger,
  differing: Differing[],
) => {
  const isWritten = newestRow !== null && now.getTime() - newestRow.getTime() < ON_ITS_WAY
  if (!differing.every((sum) => isRecordable(store, gateway, sum))) {
    return isWritten ? "will_sync" : "compare_in_cabinet"
  }
  if (!reconcile) return "sync_now"
  const lasts = since === null ? 0 : now.getTime() - since.getTime()
  return lasts <= RUNS * reconcileEveryMinutes * MINUTE ? "will_sync" : "sync_now"
}

/** Whether syncing writes it down, as core/plan.ts has it. */
const isRecordable = (store: Ledger, gateway: GatewayLedger, sum: Differing): boolean => {
  switch (sum) {
    case "authorized":
      return false
    case "captured":
      return exceeds(gateway.captured, store.captured) && isPositive(held(store))
    case "canceled":
      // Medusa's only word for it is a canceled payment: said when nothing is held any more.
      return exceeds(gateway.canceled, store.canceled) && !isPositive(held(gateway))
    case "refunded":
      return exceeds(gateway.refunded, store.refunded) || gateway.refundFailed
  }
}
