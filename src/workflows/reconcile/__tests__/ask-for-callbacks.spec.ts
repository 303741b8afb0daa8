import { externalId } from "../../../core/external-id"
import { RozetkaPayError, type RozetkaPayErrorFields } from "../../../rozetkapay/errors"
import { type Asking, askForCallbacks, type Unknown } from "../ask-for-callbacks"
import type { OpenMemory } from "../reconcile-memory"

/** Jest's clock stands in for `setTimeout` of the globals alone: here a pause would take its whole time. */
jest.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) => new Promise<void>((resolve) => globalThis.setTimeout(resolve, ms)),
}))

const NOW = Date.parse("2026-11-23T02:00:00Z")
const id = (age: number) =>
  externalId(`payses_01M8BE85KE5Y272FMZ${String(9_999 - age).padStart(8, "0")}`)
const foreign = (age: number): Unknown => ({ external_id: id(age), isOurs: false })

const emptyMemory = (): OpenMemory => ({
  value: {
    compared_at: null,
    compare_tried_at: null,
    asked: {},
    round: null,
    failing: {},
    runs: [],
  },
  save: async () => undefined,
})

const failure = (kind: RozetkaPayErrorFields["kind"], code: string) =>
  new RozetkaPayError({ kind, code, operation: "resend callback" })

/** RozetkaPay that answers 204, or what `refuse` says. */
const asking = (refuse: (external_id: string) => Error | null = () => null) => {
  const asked: string[] = []
  const memory = emptyMemory()
  const resendCallback = async (external_id: string) => {
    asked.push(external_id)
    const error = refuse(external_id)
    if (error) throw error
  }
  const gateway = { resendCallback }
  const logger = { info: () => undefined, warn: () => undefined }
  const ask = async (unknown: Unknown[], more: Partial<Asking> = {}) => {
    asked.length = 0
    const how = { gateway, logger, memory, dry_run: false, now: NOW }
    const run = askForCallbacks(unknown, { ...how, ends_at: Date.now() + 3_600_000, ...more })
    await jest.advanceTimersByTimeAsync(1_000_000)
    return run
  }
  return { ask, asked }
}

describe("asking for the callbacks of payments that nobody knows", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test("the newest first, our own before all others", async () => {
    const { ask, asked } = asking()
    await ask([foreign(3), foreign(1), { external_id: id(9), isOurs: true }, foreign(2)])
    expect(asked).toEqual([id(9), id(1), id(2), id(3)])
  })

  test("another shop's that can't be asked for ends nothing, and is left alone the next night", async () => {
    const { ask, asked } = asking((one) =>
      one === id(1) ? failure("rejected", "callback_url_missing") : null,
    )
    expect(await ask([foreign(1), foreign(2)])).toEqual({
      announced: [id(2)],
      has_more: false,
      error: null,
    })
    await ask([foreign(1), foreign(2), foreign(3)], { now: NOW + 24 * 3_600_000 })
    expect(asked).toEqual([id(3)])
  })

  test("150 of another shop do not keep ours waiting for a night", async () => {
    const { ask, asked } = asking()
    const others = Array.from({ length: 150 }, (_, age) => foreign(age))
    await ask([...others, foreign(151)])
    expect(asked).toHaveLength(151)
    expect(asked).toContain(id(151))
  })

  test("where the time ends, the next run goes on", async () => {
    const { ask, asked } = asking()
    const all = Array.from({ length: 60 }, (_, age) => foreign(age))
    const first = await ask(all, { ends_at: Date.now() + 2_000 })
    expect(first.has_more).toBe(true)
    const before = [...asked]
    expect(before.length).toBeLessThan(60)
    expect((await ask(all)).has_more).toBe(false)
    expect([...before, ...asked]).toEqual(all.map(({ external_id }) => external_id))
  })

  test("while RozetkaPay is down nothing is taken for asked", async () => {
    let isDown = true
    const { ask, asked } = asking(() => (isDown ? failure("unavailable", "ECONNREFUSED") : null))
    const all = Array.from({ length: 20 }, (_, age) => foreign(age))
    expect((await ask(all)).error).toContain("unavailable")
    expect(asked.length).toBeLessThan(20)
    isDown = false
    await ask(all)
    expect(asked).toHaveLength(20)
  })

  test("a dry run asks for nothing and says whom it would ask for", async () => {
    const { ask, asked } = asking()
    expect((await ask([foreign(1)], { dry_run: true })).announced).toEqual([id(1)])
    expect(asked).toEqual([])
  })
})
