import { setTimeout as pause } from "node:timers/promises"
import { DemoFailure } from "./failure"
import { agree, type Ledger, ledgersTable } from "./ledgers-table"

export const LOOK =
  "The two logs to compare are .demo/logs/medusa.log and the sandbox's page of this payment."

export interface BothLedgers {
  store: Ledger
  gateway: Ledger
}

/**
 * Prints both ledgers as soon as they agree, after 5 s as they are.
 *
 * @throws DemoFailure when they differ even then
 */
export async function showLedgers(read: () => Promise<BothLedgers>): Promise<BothLedgers> {
  let ledgers = await read()
  for (let tries = 0; tries < 25 && !agree(ledgers.store, ledgers.gateway); tries++) {
    await pause(200)
    ledgers = await read()
  }
  console.log(ledgersTable(ledgers.store, ledgers.gateway))
  if (!agree(ledgers.store, ledgers.gateway)) {
    throw new DemoFailure("The store and the gateway do not agree about the money", LOOK)
  }
  return ledgers
}
