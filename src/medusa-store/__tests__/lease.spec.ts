import { InMemoryLockingProvider } from "@medusajs/locking/dist/providers/in-memory"
import { endLease, holdLease } from "../lease"

const KEY = "rozetkapay-purchase:payses_01"
const MINUTE = 60_000

/** Medusa's own in-process locking, and a second one who wants the same lock. */
const lockingOf = () => {
  const locking = new InMemoryLockingProvider()
  const isFree = () =>
    locking.acquire(KEY, { ownerId: "another", expire: 1 }).then(
      () => true,
      () => false,
    )
  return { locking, isFree }
}

describe("the lock of a payment that is being synced", () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate"] }))
  afterEach(() => jest.useRealTimers())

  test("a syncing that takes ten minutes is not joined by a second one", async () => {
    const { locking, isFree } = lockingOf()
    const lease = await holdLease(locking, KEY)
    for (let minutes = 0; minutes < 10; minutes += 1) {
      await jest.advanceTimersByTimeAsync(MINUTE)
      expect(await isFree()).toBe(false)
    }
    await endLease(locking, lease)
    expect(await isFree()).toBe(true)
  })

  test("a syncing that has ended holds nobody up, however long ago", async () => {
    const { locking, isFree } = lockingOf()
    await endLease(locking, await holdLease(locking, KEY))
    await jest.advanceTimersByTimeAsync(5 * MINUTE)
    expect(await isFree()).toBe(true)
    expect(jest.getTimerCount()).toBe(0)
  })

  test("a syncing that hangs gives way in the end", async () => {
    const { locking, isFree } = lockingOf()
    await holdLease(locking, KEY)
    await jest.advanceTimersByTimeAsync(20 * MINUTE)
    expect(await isFree()).toBe(true)
  })

  test("a syncing that lost its lock does not let go of the next one's", async () => {
    const { locking, isFree } = lockingOf()
    const late = await holdLease(locking, KEY)
    // As if this process had slept past the lock's end.
    jest.setSystemTime(Date.now() + 3 * MINUTE)
    const next = await holdLease(locking, KEY)
    await endLease(locking, late)
    expect(await isFree()).toBe(false)
    await endLease(locking, next)
    expect(await isFree()).toBe(true)
  })

  test("waits for its turn, and says so when it never comes", async () => {
    const { locking } = lockingOf()
    const first = await holdLease(locking, KEY)
    const second = holdLease(locking, KEY)
    const refused = expect(second).rejects.toThrow("Failed to acquire lock")
    await jest.advanceTimersByTimeAsync(40_000)
    await refused
    const third = holdLease(locking, KEY)
    await endLease(locking, first)
    await jest.advanceTimersByTimeAsync(100)
    await endLease(locking, await third)
  })

  test("a reconcile run that finds another one at work does not wait for it", async () => {
    const { locking } = lockingOf()
    const first = await holdLease(locking, KEY)
    await expect(holdLease(locking, KEY, 0)).rejects.toThrow("Failed to acquire lock")
    await endLease(locking, first)
    await endLease(locking, await holdLease(locking, KEY, 0))
  })
})
