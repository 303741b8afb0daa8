import { inTurns } from "../in-turns"

async function* numbers(from: number, to: number, closed: number[] = []): AsyncGenerator<number> {
  try {
    for (let one = from; one <= to; one += 1) yield one
  } finally {
    closed.push(from)
  }
}

const firstOf = async (count: number, items: AsyncIterable<number>) => {
  const captured: number[] = []
  for await (const item of items) {
    captured.push(item)
    if (captured.length === count) break
  }
  return captured
}

describe("several queues served in turns", () => {
  test("a queue without end keeps none waiting, and each has its share", async () => {
    const all = inTurns(
      { of: numbers(1, Number.POSITIVE_INFINITY), share: 3 },
      { of: numbers(-2, -1), share: 1 },
    )
    expect(await firstOf(9, all)).toEqual([1, 2, 3, -2, 4, 5, 6, -1, 7])
  })

  test("whoever stops closes them all: each can write down where it stands", async () => {
    const closed: number[] = []
    await firstOf(
      3,
      inTurns({ of: numbers(1, 9, closed), share: 2 }, { of: numbers(11, 19, closed), share: 2 }),
    )
    expect(closed.sort()).toEqual([1, 11])
  })
})
