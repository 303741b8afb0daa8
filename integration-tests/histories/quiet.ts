import { z } from "zod"
import { kopiykas } from "../drivers/kopiykas"
import { SELLERS } from "../setup/further-instances"
import type { OpenStore } from "./setup/open-store"
import type { Reconciled } from "./store-process/messages"
import { LOGIN_OF } from "./store-process/payment-kinds"

/** Runs of the reconcile job after which the two books must have come together. */
const MOST_RUNS = 5

const isQuiet = ({ differences, announced, errors }: Reconciled) =>
  differences.length === 0 && announced.length === 0 && errors.length === 0

/**
 * The network is well again, the gateway sends what it held back and ends its refunds, and the
 * reconcile job runs until it finds nothing to do. Time passes as well: rows that a crash cut off, and
 * sessions whose start it cut off, grow old enough to be taken for that.
 *
 * @returns what the job still found in its last run when it never came to an end.
 */
export async function comeToRest({ gateway, process, database }: OpenStore): Promise<string[]> {
  await gateway.clearFaults()
  await gateway.callbacks("normal")
  for (const login of new Set(Object.values(LOGIN_OF))) await gateway.balance(login, null)
  for (const { apiKey } of Object.values(SELLERS)) await gateway.seller(apiKey, { refuse: null })
  for (const { external_id, ledger } of await gateway.payments()) {
    if (kopiykas(ledger.returning) > 0n) await gateway.endRefunds(external_id, "settle")
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
  let last: Reconciled | undefined
  for (let run = 0; run < MOST_RUNS; run++) {
    last = await process.reconcile()
    if (isQuiet(last)) return []
    await gateway.quiet()
  }
  return [`reconciling does not come to an end: ${JSON.stringify(last)}`]
}
