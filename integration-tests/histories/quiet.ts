import { z } from "zod"
import { kopiykas } from "../drivers/kopiykas"
import { SELLERS } from "../setup/further-instances"
import type { OpenStore } from "./setup/open-store"
import type { Reconciled } from "./store-process/messages"
import { LOGIN_OF } from "./store-process/payment-kinds"

/** Runs of the reconcile job after which the two ledgers must have come together. */
const MOST_RUNS = 5

/** Minutes after which an order that can't be placed is tried no more: the option's default, and one. */
const ORDERS_ARE_TRIED = 31
const MINUTES_A_DAY = 24 * 60
/** What the job compares by night; a store whose clock went further ahead would not see today. */
const MOST_NIGHTS = 12

export type Rest = {
  /** Another shop's, or forgotten by the database: the job may say what it likes as long as it moves none. */
  isUnexplained(name: string): boolean
  goodsWereDeleted: boolean
  /** Only the job compares RozetkaPay's ledgers, and it did not run at its minute. */
  missesTheNight: boolean
}
const USUAL: Rest = { isUnexplained: () => false, goodsWereDeleted: false, missesTheNight: false }

const nights = new WeakMap<OpenStore["database"], number>()

const isQuiet = ({ differences, announced, errors }: Reconciled, { isUnexplained }: Rest) =>
  differences.every(({ external_id }) => isUnexplained(external_id)) &&
  announced.every(({ external_id }) => isUnexplained(external_id)) &&
  errors.every((line) => line.split(/[^\w-]+/).some(isUnexplained))

/**
 * The network is well again, the gateway sends what it held back and ends its refunds, and the
 * reconcile job runs until it finds nothing to do. Time passes as well: rows that a crash cut off, and
 * sessions whose start it cut off, grow old enough to be taken for that.
 *
 * @returns what the job still found in its last run when it never came to an end.
 */
export async function comeToRest(store: OpenStore, rest = USUAL): Promise<string[]> {
  const { gateway, process, database } = store
  await gateway.clearFaults()
  await gateway.callbacks("normal")
  for (const login of new Set(Object.values(LOGIN_OF))) await gateway.balance(login, null)
  for (const { apiKey } of Object.values(SELLERS)) await gateway.seller(apiKey, { refuse: null })
  for (const { external_id, ledger } of await gateway.payments()) {
    if (kopiykas(ledger.refunding) > 0n) await gateway.endRefunds(external_id, "settle")
  }
  // What is being written on a callback's word at this moment is not to be taken for cut off.
  await gateway.quiet()
  for (const table of ["capture", "refund", "payment_session"]) {
    await database.rows(
      z.unknown(),
      `update ${table} set created_at = created_at - interval '5 minutes'`,
    )
  }
  await gateway.flushCallbacks("shuffle")
  await gateway.quiet()
  if (rest.goodsWereDeleted) await process.setClockAhead(ORDERS_ARE_TRIED)
  // The operator, who looks at the open payments, leaves RozetkaPay's ledgers to the job.
  const isNightMissed = rest.missesTheNight && (await passNight(store))
  let last: Reconciled | undefined
  for (let run = 0; run < MOST_RUNS; run++) {
    last = await process.reconcile(isNightMissed ? 0 : 2)
    if (isQuiet(last, rest)) return []
    await gateway.quiet()
  }
  return [`reconciling does not come to an end: ${JSON.stringify(last)}`]
}

/** A day later the job runs twice in the morning, and never at its minute of the night. */
async function passNight(store: OpenStore): Promise<boolean> {
  const night = (nights.get(store.database) ?? 0) + 1
  if (night > MOST_NIGHTS) return false
  nights.set(store.database, night)
  const minutes = night * MINUTES_A_DAY
  await store.process.setClockAhead(minutes)
  const later = Math.floor(Date.now() / 60_000) + minutes
  const isAtNight = (later % MINUTES_A_DAY) - (later % 10) < 6 * 60
  const first = later - (later % 10) + (isAtNight ? 6 * 60 : 0)
  for (const minute of [first, first + 10]) {
    await store.process.runJob(new Date(minute * 60_000))
    await store.gateway.quiet()
  }
  return true
}
