import { externalId } from "../external-id"
import { hasMoney, ledgersOf, type ReportedOperation, showsMore } from "../reported-ledger"
import { someLedger } from "./random-ledgers"

const [ONE, TWO] = [externalId("payses_01"), externalId("payses_02")]

const reported = (fields: Partial<ReportedOperation> = {}): ReportedOperation => ({
  externalId: ONE,
  kind: "authorize",
  id: "1",
  transaction: null,
  status: "success",
  amount: "100",
  currency: "UAH",
  says: "charge",
  ...fields,
})

describe("RozetkaPay's report of a period", () => {
  test("is put together payment by payment, however its lines are mixed", () => {
    const ledgers = ledgersOf([
      reported(),
      reported({ externalId: TWO, amount: "50" }),
      reported({ kind: "refund", id: "2", amount: "30", says: undefined }),
    ])
    expect([...ledgers.keys()]).toEqual([ONE, TWO])
    expect(ledgers.get(ONE)).toMatchObject({ captured: "100.00", refunded: "30.00" })
    expect(ledgers.get(TWO)).toMatchObject({ captured: "50.00", refunded: "0.00" })
  })

  test.each([
    ["a currency that nobody knows", { currency: "XXQ" }],
    ["a movement without an amount", { kind: "refund" as const, amount: null }],
  ])("can't be added up of a payment with %s: that one is looked at by itself", (_, fields) => {
    const ledgers = ledgersOf([reported(fields), reported({ externalId: TWO })])
    expect(ledgers.get(ONE)).toBeNull()
    expect(ledgers.get(TWO)).toMatchObject({ captured: "100.00" })
  })
})

describe("A report tells of more than the store knows", () => {
  const store = someLedger({ authorized: "100", captured: "60", refunded: "20" })

  test.each([
    ["when more was captured", { captured: "60.01" }, true],
    ["when more was refunded", { refunded: "20.01" }, true],
    ["when a hold was canceled that the store still has", { canceled: "1" }, true],
    ["but not when it is the same", { captured: "60", refunded: "20" }, false],
    ["but not when a part of the payment lies before the period", { captured: "10" }, false],
  ])("%s", (_, sums, isMore) => {
    expect(showsMore(someLedger({ authorized: "100", ...sums }), store)).toBe(isMore)
  })

  test("but not by a canceled hold that the store has let go as well", () => {
    const canceled = someLedger({ authorized: "100", canceled: "40" })
    const known = someLedger({ authorized: "100", captured: "60", canceled: "40" })
    expect(showsMore(canceled, known)).toBe(false)
  })
})

test("A reported payment has money while something of it is held or kept", () => {
  expect(hasMoney(someLedger({ authorized: "1" }))).toBe(true)
  expect(hasMoney(someLedger({ captured: "1" }))).toBe(true)
  expect(hasMoney(someLedger({ authorized: "1", canceled: "1" }))).toBe(false)
  expect(hasMoney(someLedger({ authorized: "1", captured: "1", refunded: "1" }))).toBe(false)
})
