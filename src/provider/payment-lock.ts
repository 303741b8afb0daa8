import type { ILockingModule } from "@medusajs/framework/types"

/** Seconds. Longer than any bounded call to the gateway, so that the next in line gets its turn. */
const WAIT_SECONDS = 30

/** Looking at both ledgers and then moving money must happen alone for a payment, across hooks and instances. */
export const alone = <Result>(
  locking: ILockingModule,
  externalId: string,
  job: () => Promise<Result>,
): Promise<Result> => locking.execute(`rozetkapay:${externalId}`, job, { timeout: WAIT_SECONDS })
