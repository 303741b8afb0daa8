import { amountOf, zero } from "../../core/money"
import type { Action } from "../../core/situation"
import { ReturnsOfRun, returnsIn, TooManyReturns } from "../returns-of-run"
import { PROVIDER, RecordingStore } from "./some-try"

const ONE: Action[] = [
  { do: "return", reason: "orphaned", hold: zero("UAH"), charge: amountOf(10, "UAH") },
]
const NONE: Action[] = [{ do: "place_order" }, { do: "wait" }]
const OF = { provider_id: PROVIDER }

test("a plan's returns are counted, and nothing else of it", () => {
  expect(returnsIn(NONE)).toBe(0)
  expect(returnsIn([...NONE, ...ONE])).toBe(1)
})

describe("One run returns by itself", () => {
  const runWith = (most: number) => {
    const store = new RecordingStore()
    store.options.mostReturnsPerRun = most
    return new ReturnsOfRun(store)
  }

  test("as many payments as the merchant allows, and not one more", async () => {
    const run = runWith(2)
    await run.plan(OF, ONE)
    await run.plan(OF, ONE)
    await expect(run.plan(OF, ONE)).rejects.toThrow(TooManyReturns)
    await expect(run.plan(OF, ONE)).rejects.toThrow("has returned 2 payments")
  })

  test("nothing of a plan that would be too much at once", async () => {
    const run = runWith(2)
    await expect(run.plan(OF, [...ONE, ...ONE, ...ONE])).rejects.toThrow(TooManyReturns)
    await run.plan(OF, [...ONE, ...ONE])
  })

  test("also without asking for what returns nothing, when it may return no more", async () => {
    const run = runWith(0)
    await run.plan(OF, NONE)
    await expect(run.plan(OF, ONE)).rejects.toThrow(TooManyReturns)
  })

  test("counting what was returned without a plan, each provider for itself", async () => {
    const run = runWith(1)
    run.count(PROVIDER)
    await expect(run.plan(OF, ONE)).rejects.toThrow(TooManyReturns)
    await run.plan({ provider_id: "pp_rozetkapay_other" }, ONE)
  })

  test("nothing of a provider that is not set up any more", async () => {
    const run = new ReturnsOfRun({ findProvider: async () => null })
    await run.plan(OF, NONE)
    await expect(run.plan(OF, ONE)).rejects.toThrow(TooManyReturns)
  })
})
