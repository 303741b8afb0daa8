import { Spaced } from "../spaced"

describe("looking at a payment for a shopper whose page is reloaded all the time", () => {
  /** A rest that ends when the test says so. */
  const resting = () => {
    let end = () => {}
    const rest = () =>
      new Promise<void>((resolve) => {
        end = resolve
      })
    return { rest, wakeUp: () => end() }
  }
  const looking = () => {
    const looks: { answer: (value: string) => void; fail: (error: Error) => void }[] = []
    const look = () =>
      new Promise<string>((resolve, reject) => {
        looks.push({ answer: resolve, fail: reject })
      })
    return { looks, look }
  }
  const turns = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  const isLasting = (answer: string) => answer === "paid"

  test("a shopper who pays right after an unpaid return is told what is true now, not what was true before", async () => {
    const { rest, wakeUp } = resting()
    const { looks, look } = looking()
    const spaced = new Spaced(isLasting, rest)
    const first = spaced.ask("payses_1", look)
    looks[0]?.answer("unpaid")
    expect(await first).toBe("unpaid")
    const second = spaced.ask("payses_1", look)
    await turns()
    expect(looks).toHaveLength(1)
    wakeUp()
    await turns()
    looks[1]?.answer("paid")
    expect(await second).toBe("paid")
  })

  test("who asks while a look goes on gets the next look, since this one may have read the ledger before the payment", async () => {
    const { rest, wakeUp } = resting()
    const { looks, look } = looking()
    const spaced = new Spaced(isLasting, rest)
    const first = spaced.ask("payses_1", look)
    const later = [spaced.ask("payses_1", look), spaced.ask("payses_1", look)]
    looks[0]?.answer("unpaid")
    expect(await first).toBe("unpaid")
    await turns()
    wakeUp()
    await turns()
    looks[1]?.answer("declined")
    expect(await Promise.all(later)).toEqual(["declined", "declined"])
    expect(looks).toHaveLength(2)
  })

  test("a placed order stays placed: nobody waits to hear it again", async () => {
    const { rest } = resting()
    const { looks, look } = looking()
    const spaced = new Spaced(isLasting, rest)
    const visits = [spaced.ask("payses_1", look), spaced.ask("payses_1", look)]
    looks[0]?.answer("paid")
    expect(await Promise.all(visits)).toEqual(["paid", "paid"])
    expect(await spaced.ask("payses_1", look)).toBe("paid")
    expect(looks).toHaveLength(1)
  })

  test("each shopper has a look of their own", async () => {
    const { looks, look } = looking()
    const spaced = new Spaced(isLasting, resting().rest)
    const both = [spaced.ask("payses_1", look), spaced.ask("payses_2", look)]
    looks[0]?.answer("paid")
    looks[1]?.answer("unpaid")
    expect(await Promise.all(both)).toEqual(["paid", "unpaid"])
  })

  test("a look that failed is made again after the rest", async () => {
    const { rest, wakeUp } = resting()
    const { looks, look } = looking()
    const spaced = new Spaced(isLasting, rest)
    const first = spaced.ask("payses_1", look)
    const second = spaced.ask("payses_1", look)
    looks[0]?.fail(new Error("busy"))
    await expect(first).rejects.toThrow("busy")
    await turns()
    wakeUp()
    await turns()
    looks[1]?.answer("paid")
    expect(await second).toBe("paid")
  })

  test("after the rest nothing is remembered: an old answer, even a lasting one, is looked up anew", async () => {
    const { rest, wakeUp } = resting()
    const { looks, look } = looking()
    const spaced = new Spaced(isLasting, rest)
    const visits = [spaced.ask("payses_1", look), spaced.ask("payses_1", look)]
    looks[0]?.answer("paid")
    await Promise.all(visits)
    wakeUp()
    await turns()
    const later = spaced.ask("payses_1", look)
    expect(looks).toHaveLength(2)
    looks[1]?.answer("unpaid")
    expect(await later).toBe("unpaid")
  })
})
