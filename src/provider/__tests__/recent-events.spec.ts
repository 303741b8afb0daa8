import { type ExternalId, externalId } from "../../core/external-id"
import type { Operation } from "../../core/operation"
import type { WebhookEvent } from "../payment-gateway"
import { RecentEvents } from "../recent-events"

const PAYMENT = externalId("payses_1")
const MINUTE = 60_000

const event = (more: Partial<Operation>): WebhookEvent => ({
  externalId: PAYMENT,
  paymentId: "1",
  operations: [
    {
      kind: "refund",
      id: null,
      transaction: null,
      status: "pending",
      amount: null,
      currency: null,
      ...more,
    },
  ],
  metadata: {},
})

const told = (id: string, order?: ExternalId) => event({ id, ...(order && { order }) })

const operations = (events: RecentEvents, payment: string) =>
  events.of(externalId(payment)).flatMap((one) => one.operations)

const ids = (events: RecentEvents, payment: string) =>
  operations(events, payment).map(({ id }) => id)

describe("what signed callbacks told lately", () => {
  test("it is kept by payment, in the order in which it came", () => {
    const events = new RecentEvents()
    events.remember(PAYMENT, told("1"))
    events.remember(externalId("payses_2"), told("2"))
    events.remember(PAYMENT, told("3"))
    expect(ids(events, "payses_1")).toEqual(["1", "3"])
    expect(ids(events, "payses_2")).toEqual(["2"])
    expect(ids(events, "payses_3")).toEqual([])
  })

  test("after ten quiet minutes RozetkaPay's own ledger has caught up, and it is forgotten", () => {
    let now = 0
    const events = new RecentEvents(() => now)
    events.remember(PAYMENT, told("1"))
    now = 10 * MINUTE
    expect(ids(events, "payses_1")).toEqual(["1"])
    now += 1
    expect(ids(events, "payses_1")).toEqual([])
    events.remember(PAYMENT, told("2"))
    expect(ids(events, "payses_1")).toEqual(["2"])
  })

  test("one callback sent again and again pushes no other out", () => {
    const events = new RecentEvents()
    events.remember(PAYMENT, told("captured"))
    for (let again = 0; again < 100; again++) events.remember(PAYMENT, told("refunded"))
    expect(ids(events, "payses_1")).toEqual(["captured", "refunded"])
  })

  test("two refunds that are known by their transactions alone are two", () => {
    const events = new RecentEvents()
    for (const transaction of ["t1", "t2", "t1"]) {
      events.remember(PAYMENT, event({ transaction, status: "success", amount: "10" }))
    }
    const kept = operations(events, "payses_1").map(({ transaction }) => transaction)
    expect(kept).toEqual(["t2", "t1"])
  })

  test("two orders of one payment are kept apart, also when RozetkaPay calls both operations the same", () => {
    const events = new RecentEvents()
    events.remember(PAYMENT, told("1", externalId("payses_1-olena")))
    events.remember(PAYMENT, told("1", externalId("payses_1-taras")))
    expect(operations(events, "payses_1").map(({ order }) => order)).toEqual([
      externalId("payses_1-olena"),
      externalId("payses_1-taras"),
    ])
  })

  test("a flood of callbacks does not fill the memory: the latest payments and operations stay", () => {
    const events = new RecentEvents()
    for (let number = 0; number <= 1_000; number += 1) {
      events.remember(externalId(`payses_${number}`), told("1"))
    }
    expect(ids(events, "payses_0")).toEqual([])
    expect(ids(events, "payses_1")).toEqual(["1"])
    expect(ids(events, "payses_1000")).toEqual(["1"])
    for (let number = 1; number <= 60; number += 1) events.remember(PAYMENT, told(`${number}`))
    expect(ids(events, "payses_1")).toHaveLength(50)
    expect(ids(events, "payses_1").at(-1)).toBe("60")
  })
})
