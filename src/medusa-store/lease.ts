import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { ILockingModule } from "@medusajs/framework/types"

/** Seconds after which the lock of a process that died gives way. */
const EXPIRES = 120
/** Milliseconds between renewals: two may fail before the lock is anybody's. */
const RENEWED_EVERY = (EXPIRES * 1000) / 3
/** Milliseconds. Whatever still runs after this hangs, and must not keep others out for ever. */
const RENEWED_FOR = 15 * 60_000
/** Milliseconds to wait for another's turn, and between looks: work is short, and somebody waits for it. */
const LONGEST_WAIT = 30_000
const LOOK_EVERY = 50

type Locking = Pick<ILockingModule, "acquire" | "release">

/** Names the holder, so that nobody ever lets go of a lock that has become somebody else's. */
export type Lease = { key: string; ownerId: string }

/** Of a charge without the shopper, whose collection is made of its id. */
export const leaseOfCharge = (collectionId: string) => `rozetkapay-charge:${collectionId}`

type Renewal = { timer: NodeJS.Timeout; last: Promise<unknown> }

const renewals = new Map<string, Renewal>()

/**
 * Takes a lock for work whose length nobody knows: with a slow gateway its calls and
 * waits may add up to minutes. It is renewed while this process works, so a second
 * one is let in only after a crash.
 *
 * @param longestWait milliseconds; 0: now or never
 * @throws what Medusa's locking says when another holds it for longer than that.
 */
export const holdLease = async (
  locking: Locking,
  key: string,
  longestWait = LONGEST_WAIT,
): Promise<Lease> => {
  const lease = { key, ownerId: randomUUID() }
  const until = Date.now() + longestWait
  for (;;) {
    try {
      await renew(locking, lease)
      break
    } catch (error) {
      if (Date.now() >= until) throw error
    }
    await sleep(LOOK_EVERY)
  }
  keepRenewing(locking, lease)
  return lease
}

/** A renewal that is under way must not take the lock again after it was canceled. */
export const endLease = async (locking: Locking, { key, ownerId }: Lease): Promise<void> => {
  const renewal = renewals.get(ownerId)
  renewals.delete(ownerId)
  clearInterval(renewal?.timer)
  await renewal?.last
  await locking.release(key, { ownerId })
}

/** Runs a job while it holds the lock of this name. @throws as `holdLease` */
export const aloneByLease = async <Result>(
  locking: Locking,
  key: string,
  job: () => Promise<Result>,
): Promise<Result> => {
  const lease = await holdLease(locking, key)
  return job().finally(() => endLease(locking, lease))
}

const renew = (locking: Locking, { key, ownerId }: Lease) =>
  locking.acquire(key, { ownerId, expire: EXPIRES })

const keepRenewing = (locking: Locking, lease: Lease) => {
  const begun = Date.now()
  const timer = setInterval(() => {
    if (Date.now() - begun > RENEWED_FOR) clearInterval(timer)
    // One that fails is tried again; until the lock expires nothing is lost.
    else renewal.last = renew(locking, lease).catch(() => undefined)
  }, RENEWED_EVERY)
  timer.unref()
  const renewal: Renewal = { timer, last: Promise.resolve() }
  renewals.set(lease.ownerId, renewal)
}
