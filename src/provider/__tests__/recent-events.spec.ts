import { parseCallback } from "../../rozetkapay/webhook/callback"
import { RecentEvents } from "../recent-events"

const MINUTE = 60_000

const told = (operation_id: string, external_id = "payses_1") =>
  parseCallback(
    Buffer.from(
      JSON.stringify({ id: "1", external_id, operation: "refund", details: { operation_id } }),
    ),
  )

const ids = (events: RecentEvents, externalId: string) =>
  events.of(externalId).map(({ details }) => details?.operationId)

describe("what signed callbacks told lately", () => {
  test("it is kept by payment, in the order in which it came", () => {
    const events = new RecentEvents()
    events.remember("payses_1", told("1"))
    events.remember("payses_2", told("2"))
    events.remember("payses_1", told("3"))
    expect(ids(events, "payses_1")).toEqual(["1", "3"])
    expect(ids(events, "payses_2")).toEqual(["2"])
    expect(ids(events, "payses_3")).toEqual([])
  })

  test("after ten quiet minutes RozetkaPay's own ledger has caught up, and it is forgotten", () => {
    let now = 0
    const events = new RecentEvents(() => now)
    events.remember("payses_1", told("1"))
    now = 10 * MINUTE
    expect(ids(events, "payses_1")).toEqual(["1"])
    now += 1
    expect(ids(events, "payses_1")).toEqual([])
    events.remember("payses_1", told("2"))
    expect(ids(events, "payses_1")).toEqual(["2"])
  })

  test("one callback sent again and again pushes no other out", () => {
    const events = new RecentEvents()
    events.remember("payses_1", told("captured"))
    for (let again = 0; again < 100; again++) events.remember("payses_1", told("refunded"))
    expect(ids(events, "payses_1")).toEqual(["captured", "refunded"])
  })

  test("two refunds that are known by their transactions alone are two", () => {
    const events = new RecentEvents()
    for (const transaction_id of ["t1", "t2", "t1"]) {
      const details = { transaction_id, status: "success", amount: "10" }
      const body = { id: "1", external_id: "payses_1", operation: "refund", details }
      events.remember("payses_1", parseCallback(Buffer.from(JSON.stringify(body))))
    }
    const kept = events.of("payses_1").map(({ details }) => details?.transactionId)
    expect(kept).toEqual(["t2", "t1"])
  })

  test("two orders of one payment are kept apart, also when RozetkaPay calls both operations the same", () => {
    const events = new RecentEvents()
    events.remember("payses_1", told("1", "payses_1-olena"))
    events.remember("payses_1", told("1", "payses_1-taras"))
    expect(events.of("payses_1").map(({ externalId }) => externalId)).toEqual([
      "payses_1-olena",
      "payses_1-taras",
    ])
  })

  test("a flood of callbacks does not fill the memory: the latest payments and operations stay", () => {
    const events = new RecentEvents()
    for (let number = 0; number <= 1_000; number += 1) {
      events.remember(`payses_${number}`, told("1"))
    }
    expect(ids(events, "payses_0")).toEqual([])
    expect(ids(events, "payses_1")).toEqual(["1"])
    expect(ids(events, "payses_1000")).toEqual(["1"])
    for (let number = 1; number <= 60; number += 1) events.remember("payses_1", told(`${number}`))
    expect(ids(events, "payses_1")).toHaveLength(50)
    expect(ids(events, "payses_1").at(-1)).toBe("60")
  })
})
