import { inTime } from "../in-time"

describe("an answer that somebody waits for", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test("is what the work came to, when that was in time", async () => {
    const work = new Promise<string>((resolve) => setTimeout(() => resolve("done"), 9_999))
    const answer = inTime(work, 10_000, () => "later")
    await jest.advanceTimersByTimeAsync(9_999)
    expect(await answer).toBe("done")
    expect(jest.getTimerCount()).toBe(0)
  })

  test("is given at the deadline while the database hangs, whatever becomes of the work", async () => {
    const work = new Promise<string>((_, reject) =>
      setTimeout(() => reject(new Error("down")), 60_000),
    )
    const answer = inTime(work, 10_000, () => "later")
    await jest.advanceTimersByTimeAsync(10_000)
    expect(await answer).toBe("later")
    await jest.advanceTimersByTimeAsync(60_000)
  })

  test("is the work's own error, when that came first", async () => {
    await expect(inTime(Promise.reject(new Error("down")), 10_000, () => null)).rejects.toThrow(
      "down",
    )
    expect(jest.getTimerCount()).toBe(0)
  })
})
