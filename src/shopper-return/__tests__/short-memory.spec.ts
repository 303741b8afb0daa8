import { ShortMemory } from "../short-memory"

describe("doing a thing once while many ask for it", () => {
  const counting = () => {
    let made = 0
    return async () => {
      made += 1
      return made
    }
  }

  test("whoever asks again within the time gets the same answer; another shopper gets their own", async () => {
    let now = 0
    const memory = new ShortMemory<number>(1_500, () => now)
    const settle = counting()
    expect(await memory.once("payses_1", settle)).toBe(1)
    now = 1_499
    expect(await memory.once("payses_1", settle)).toBe(1)
    expect(await memory.once("payses_2", settle)).toBe(2)
    now = 1_500
    expect(await memory.once("payses_1", settle)).toBe(3)
  })

  test("asking does not make an answer last longer: a page reloaded all the time still learns what is new", async () => {
    let now = 0
    const memory = new ShortMemory<number>(1_500, () => now)
    const settle = counting()
    for (; now < 3_000; now += 100) await memory.once("payses_1", settle)
    expect(await memory.once("payses_1", settle)).toBe(3)
  })

  test("a gateway that takes long is asked once, however often the page is reloaded meanwhile", async () => {
    let now = 0
    let answer = (_: number) => {}
    const memory = new ShortMemory<number>(1_500, () => now)
    let asked = 0
    const slow = () => {
      asked += 1
      return new Promise<number>((resolve) => {
        answer = resolve
      })
    }
    const visits = [memory.once("payses_1", slow)]
    for (; now < 30_000; now += 1_000) visits.push(memory.once("payses_1", slow))
    answer(1)
    expect(new Set(await Promise.all(visits))).toEqual(new Set([1]))
    expect(asked).toBe(1)
  })

  test("what failed is tried again after the same short time", async () => {
    let now = 0
    const memory = new ShortMemory<number>(1_500, () => now)
    const broken = () => Promise.reject(new Error("busy"))
    await expect(memory.once("payses_1", broken)).rejects.toThrow("busy")
    now = 1_500
    expect(await memory.once("payses_1", counting())).toBe(1)
  })

  test("a flood of invented sessions does not fill the memory: the oldest is forgotten", async () => {
    const memory = new ShortMemory<number>(1_500, () => 0)
    const settle = counting()
    for (let number = 0; number <= 5_000; number += 1) {
      await memory.once(`payses_${number}`, settle)
    }
    expect(await memory.once("payses_5000", settle)).toBe(5_001)
    expect(await memory.once("payses_1", settle)).toBe(2)
    expect(await memory.once("payses_0", settle)).toBe(5_002)
  })
})
