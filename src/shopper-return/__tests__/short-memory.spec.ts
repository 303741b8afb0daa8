import { ShortMemory } from "../short-memory"

describe("doing a thing once while many ask for it", () => {
  const counting = () => {
    let made = 0
    return () => {
      made += 1
      return made
    }
  }

  test("whoever asks again within the time gets the same answer; another shopper gets their own", () => {
    let now = 0
    const memory = new ShortMemory<number>(1_500, () => now)
    const settle = counting()
    expect(memory.once("payses_1", settle)).toBe(1)
    now = 1_499
    expect(memory.once("payses_1", settle)).toBe(1)
    expect(memory.once("payses_2", settle)).toBe(2)
    now = 1_500
    expect(memory.once("payses_1", settle)).toBe(3)
  })

  test("asking does not make an answer last longer: a page reloaded all the time still learns what is new", () => {
    let now = 0
    const memory = new ShortMemory<number>(1_500, () => now)
    const settle = counting()
    for (; now < 3_000; now += 100) memory.once("payses_1", settle)
    expect(memory.once("payses_1", settle)).toBe(3)
  })

  test("a hundred visits at the same moment share one settling", async () => {
    const memory = new ShortMemory<Promise<number>>(1_500)
    const settle = counting()
    const visits = Array.from({ length: 100 }, () => memory.once("payses_1", async () => settle()))
    expect(new Set(await Promise.all(visits))).toEqual(new Set([1]))
  })

  test("what could not even begin is tried again at once", () => {
    const memory = new ShortMemory<number>(1_500)
    const broken = () => {
      throw new Error("busy")
    }
    expect(() => memory.once("payses_1", broken)).toThrow("busy")
    expect(memory.once("payses_1", counting())).toBe(1)
  })

  test("a flood of invented sessions does not fill the memory: the oldest is forgotten", () => {
    const memory = new ShortMemory<number>(1_500, () => 0)
    const settle = counting()
    for (let number = 0; number <= 5_000; number += 1) memory.once(`payses_${number}`, settle)
    expect(memory.once("payses_5000", settle)).toBe(5_001)
    expect(memory.once("payses_1", settle)).toBe(2)
    expect(memory.once("payses_0", settle)).toBe(5_002)
  })
})
