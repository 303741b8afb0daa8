import fc from "fast-check"
import { minor, uah, units } from "../../../../../../core/__tests__/random-ledgers"
import { sum } from "../../../../../../core/money"
import { matchMovements } from "../match-movements"
import { strangers } from "../people"
import { type ToTell, timelineOf } from "../timeline"
import { at, operation, row } from "./operations"

const ADMIN = { is: "admin", name: null }
const CABINET = { is: "cabinet", name: null }

const told = (of: Partial<ToTell> = {}): ToTell => ({
  payment: { id: "pay_1", amount: uah("100"), currency: "UAH", at: at(0), capturesAtOnce: false },
  operations: [operation("payment")],
  captured: uah("0"),
  written: [],
  canceled: null,
  actions: [],
  people: strangers,
  ...of,
})

const shown = (of: Partial<ToTell>) =>
  timelineOf(told(of)).entries.map(({ kind, status, amount, by }) => [kind, status, amount, by.is])

describe("a payment's timeline", () => {
  test("says of each movement whose it was: staff's by their row, and the cabinet's", () => {
    const operations = [
      operation("payment"),
      operation("capture", { minute: 5, amount: "60.00" }),
      operation("capture", { minute: 9, amount: "40.00" }),
      operation("refund", { minute: 12, amount: "5.00" }),
    ]
    const written = [
      row("capture", "60", { minute: 5 }),
      row("capture", "40", { minute: 10, isRecord: true }),
    ]
    const of = { operations, written, captured: uah("100") }
    expect(shown(of)).toEqual([
      ["refund", "success", "5.00", "cabinet"],
      ["capture", "success", "40.00", "cabinet"],
      ["capture", "success", "60.00", "admin"],
      ["payment", "success", "100.00", "shopper"],
    ])
    // Recorded is the capture; the refund is what the store does not know yet.
    expect(timelineOf(told(of)).unknownSince).toEqual(at(12))
  })

  test("of two refunds of one amount, gives each to whoever was nearer in time", () => {
    const operations = [
      operation("refund", { minute: 1, amount: "5.00" }),
      operation("refund", { minute: 30, amount: "5.00" }),
    ]
    const written = [
      row("refund", "5", { minute: 2, isRecord: true }),
      row("refund", "5", { minute: 30 }),
    ]
    const { entries } = timelineOf(told({ operations, written }))
    expect(entries.map(({ by }) => by)).toEqual([ADMIN, CABINET])
  })

  test("shows what was captured with the payment as that payment alone, and by nobody else", () => {
    const written = [row("capture", "100", { by: null })]
    expect(shown({ written, captured: uah("100") })).toEqual([
      ["payment", "success", "100.00", "shopper"],
    ])
  })

  test("shows a movement in several sellers' orders as its orders, all by whoever asked for it", () => {
    const parts = ["30.00", "70.00"].map((amount, index) =>
      operation("refund", { id: `order-${index}`, minute: 3, amount }),
    )
    expect(shown({ operations: parts, written: [row("refund", "100", { minute: 3 })] })).toEqual([
      ["refund", "success", "70.00", "admin"],
      ["refund", "success", "30.00", "admin"],
    ])
  })

  test("shows a declined card with its code before the one that paid, and nothing twice", () => {
    const operations = [
      operation("payment", { id: "a", status: "failure", code: "insufficient_funds" }),
      operation("payment", { id: "b", minute: 2, status: "pending" }),
      operation("payment", { id: "b", minute: 2 }),
    ]
    const { entries } = timelineOf(told({ operations }))
    expect(entries.map(({ status, code }) => [status, code])).toEqual([
      ["success", null],
      ["failure", "insufficient_funds"],
    ])
  })

  test("calls a chargeback, and a hold that lapsed, the bank's", () => {
    const operations = [
      operation("refund", { code: "chargeback_successful" }),
      operation("cancel", { minute: 1, status: "failure", code: "hold_cancelled_by_bank" }),
    ]
    expect(shown({ operations })).toEqual([
      ["cancel", "failure", "100.00", "bank"],
      ["chargeback", "success", "100.00", "bank"],
    ])
  })

  test("names who canceled the rest of a hold once, and calls the cabinet's recorded one the cabinet's", () => {
    const operations = [operation("cancel", { minute: 4 })]
    const action = {
      at: at(4).toISOString(),
      what: "cancel_remainder" as const,
      actor: "user_1",
      outcome: "done",
    }
    const line = (by: string) => [["cancel", "success", "100.00", by]]
    expect(shown({ operations, canceled: "by_store", actions: [action] })).toEqual(line("admin"))
    expect(shown({ operations, canceled: "by_store" })).toEqual(line("plugin"))
    expect(shown({ operations, canceled: "recorded" })).toEqual(line("cabinet"))
    expect(shown({ operations })).toEqual(line("cabinet"))
    // One that failed stays beside it.
    const failed = { ...action, outcome: "gateway_down" }
    expect(shown({ operations, canceled: "by_store", actions: [failed] })).toHaveLength(2)
  })

  test("tells by the store's rows while RozetkaPay does not answer", () => {
    const written = [row("capture", "60", { minute: 5 })]
    expect(shown({ operations: null, captured: null, written })).toEqual([
      ["capture", "success", "60.00", "admin"],
      ["payment", "success", "100.00", "shopper"],
    ])
  })

  test("gives each entry an id of its own, whatever RozetkaPay calls them", () => {
    const operations = [1, 2, 3].map(() => operation("refund", { id: null, amount: "1.00" }))
    const { entries } = timelineOf(told({ operations }))
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3)
  })
})

test("whatever is written in the store, each operation is shown once, and a row is only ever what it adds up to", () => {
  const amounts = fc.integer({ min: 1, max: 4 }).map((value) => minor(value * 100))
  const kinds = fc.constantFrom("capture" as const, "refund" as const)
  const minutes = fc.integer({ min: 0, max: 5 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(kinds, amounts, minutes), { maxLength: 6 }),
      fc.array(fc.tuple(kinds, amounts, minutes, fc.boolean()), { maxLength: 6 }),
      (moved, written) => {
        const operations = moved.map(([kind, amount, minute], index) =>
          operation(kind, { id: `op-${index}`, amount, minute }),
        )
        const rows = written.map(([kind, amount, minute, isRecord], index) => ({
          ...row(kind, amount, { minute, isRecord }),
          id: `row-${index}`,
        }))
        const { rowOf, rows: left } = matchMovements(operations, rows, "UAH")
        for (const one of rows) {
          const own = operations.filter((other) => rowOf.get(other) === one)
          const total = sum(
            own.map(({ amount }) => uah(amount ?? "0")),
            "UAH",
          )
          expect(left.includes(one) ? 0n : units(one.amount)).toBe(units(total))
          expect(own.every(({ operation: kind }) => kind === one.kind)).toBe(true)
        }
        // No charge, so every row and operation is in it.
        const { entries } = timelineOf(told({ operations, written: rows, captured: uah("0") }))
        const ids = entries.map(({ id }) => id).filter((id) => id.startsWith("op-"))
        expect(ids.sort()).toEqual(operations.map(({ id }) => id).sort())
        expect(entries).toHaveLength(operations.length + left.length)
        const times = entries.flatMap(({ at: time }) => time ?? [])
        expect(times).toEqual([...times].sort().reverse())
      },
    ),
  )
})
