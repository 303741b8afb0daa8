import type { PayPartsBank } from "../../../rozetkapay/client"
import { BankOffers } from "../bank-offers"
import { MONOBANK } from "./banks"

const MINUTE = 60_000

/** RozetkaPay, and a clock that is turned by hand. */
const world = () => {
  const state = { now: 0, asked: 0, answer: [MONOBANK] as PayPartsBank[] | Error }
  const offers = new BankOffers(
    async () => {
      state.asked += 1
      if (state.answer instanceof Error) throw state.answer
      return state.answer
    },
    () => state.now,
  )
  return { state, offers }
}

describe("what the banks offer", () => {
  test("is asked for once by all who ask at one moment, and kept for minutes", async () => {
    const { state, offers } = world()
    await Promise.all([offers.all(), offers.all(), offers.all()])
    state.now = 4 * MINUTE
    expect(await offers.all()).toEqual([MONOBANK])
    expect(state.asked).toBe(1)
    state.now = 6 * MINUTE
    await offers.all()
    expect(state.asked).toBe(2)
  })

  test("is the last good answer while RozetkaPay is down, which is asked again after a rest", async () => {
    const { state, offers } = world()
    await offers.all()
    state.now = 60 * MINUTE
    state.answer = new Error("down")
    for (let ask = 0; ask < 10; ask += 1) expect(await offers.all()).toEqual([MONOBANK])
    expect(state.asked).toBe(2)
    state.now += 16_000
    state.answer = []
    expect(await offers.all()).toEqual([])
  })

  test("is unknown when nothing was ever read, and RozetkaPay is left in peace for a while", async () => {
    const { state, offers } = world()
    state.answer = new Error("down")
    for (let ask = 0; ask < 5; ask += 1) await expect(offers.all()).rejects.toThrow("down")
    expect(state.asked).toBe(1)
  })
})
