import type { Action } from "../situation"
import { failedRefund, type Met, type Trouble, troublesNow, WAITS_LONG } from "../trouble"
import { someGatewayLedger, someLedger, uah } from "./random-ledgers"
import { situation } from "./situations"

const NOTHING: Action[] = [{ do: "nothing" }]
const MET: Met = { age: 60_000, uncorrected: null, isUnfinished: false }

const paid = { authorized: "100", captured: "100" }
const look = (
  fields: Parameters<typeof situation>[0],
  { actions = NOTHING, before = [], met = {} }: LookAt = {},
) => troublesNow({ situation: situation(fields), actions }, before, { ...MET, ...met })
type LookAt = { actions?: Action[]; before?: Trouble[]; met?: Partial<Met> }

describe("what a sync leaves for staff to look at", () => {
  test("is nothing when the ledgers agree", () => {
    expect(look({ store: someLedger(paid), gateway: someGatewayLedger(paid) })).toEqual([])
  })

  test("is a refund that the store has and RozetkaPay has not, when no plan closes that", () => {
    const store = someLedger({ ...paid, refunded: "30" })
    expect(look({ store, gateway: someGatewayLedger(paid) })).toEqual([
      {
        kind: "difference",
        amount: "30.00",
        detail: "refunded: store 30.00, RozetkaPay 0.00",
      },
    ])
  })

  test("is no difference that this very sync has closed", () => {
    const gateway = someGatewayLedger({ ...paid, refunded: "30" })
    const actions: Action[] = [{ do: "record_refund", amount: uah("30") }]
    expect(look({ store: someLedger(paid), gateway }, { actions })).toEqual([])
  })

  test("is an answer that can't be counted, in its own words; what was noted before stays", () => {
    const before: Trouble[] = [{ kind: "chargeback", amount: uah("60"), detail: null }]
    const gateway = someGatewayLedger({ unclear: "money was refunded, but not how much" })
    expect(look({ gateway }, { before })).toEqual([
      ...before,
      { kind: "difference", amount: null, detail: "money was refunded, but not how much" },
    ])
  })

  test("is still what it was of a payment that is tried again", () => {
    const before: Trouble[] = [{ kind: "difference", amount: null, detail: "sold out" }]
    const agreeing = { store: someLedger(paid), gateway: someGatewayLedger(paid) }
    expect(look(agreeing, { before, met: { isUnfinished: true } })).toEqual(before)
    expect(look(agreeing, { before })).toEqual([])
  })

  test("is a failed refund that no rows of the store's add up to", () => {
    const [trouble] = look(
      { store: someLedger(paid), gateway: someGatewayLedger(paid) },
      { actions: [{ do: "correct_refund", amount: uah("7") }], met: { uncorrected: uah("7") } },
    )
    expect(trouble).toMatchObject({ kind: "difference", amount: "7.00" })
  })

  test("is what the payer's bank took, as long as it was not won back", () => {
    const refunded = { ...paid, refunded: "60" }
    const disputed = { ...someGatewayLedger(refunded), chargedBack: uah("60") }
    expect(look({ store: someLedger(refunded), gateway: disputed })).toEqual([
      { kind: "chargeback", amount: "60.00", detail: null },
    ])
  })

  test("is an attempt to pay that nobody has decided for more than a day", () => {
    const gateway = someGatewayLedger({ pending: true })
    expect(look({ gateway })).toEqual([])
    expect(look({ gateway }, { met: { age: WAITS_LONG + 1 } })).toEqual([
      { kind: "waiting_long", amount: "100.00", detail: null },
    ])
    expect(look({ gateway }, { met: { age: null } })).toEqual([])
  })
})

describe("refunds that failed", () => {
  const decline = { code: "refund_is_cancelled_by_system", description: "No balance" }
  const leaving = (refunded: string) => ({
    ...someGatewayLedger({ ...paid, refunded }),
    refundDecline: decline,
  })

  test("are over once as much was refunded as was to be", () => {
    const failed = failedRefund(leaving("20"), uah("30"), [])
    expect(failed).toEqual({
      kind: "refund_failed",
      amount: "30.00",
      detail: "refund_is_cancelled_by_system: No balance",
      over_at: "50.00",
    })
    const seen = (refunded: string) =>
      look(
        { store: someLedger({ ...paid, refunded }), gateway: leaving(refunded) },
        { before: failed ? [failed] : [] },
      )
    expect(seen("20")).toEqual([failed])
    expect(seen("35")).toMatchObject([{ kind: "refund_failed", amount: "15.00" }])
    expect(seen("50")).toEqual([])
  })

  test("of one payment add up, whichever is given up first", () => {
    const first = failedRefund(leaving("10"), uah("10"), [])
    const second = failedRefund(leaving("0"), uah("10"), first ? [first] : [])
    expect(second).toMatchObject({ amount: "20.00", over_at: "20.00" })
  })

  test("are nobody's trouble when they were called off", () => {
    expect(failedRefund(someGatewayLedger(paid), uah("30"), [])).toBeNull()
  })
})

describe("a difference that no plan closes", () => {
  test("is counted whichever of both ledgers has more, of captures and of refunds", () => {
    const store = someLedger({ ...paid, captured: "70", refunded: "30" })
    const gateway = someGatewayLedger({ ...paid, captured: "90", refunded: "10" })
    expect(look({ store, gateway })).toEqual([
      {
        kind: "difference",
        amount: "40.00",
        detail: "captured: store 70.00, RozetkaPay 90.00; refunded: store 30.00, RozetkaPay 10.00",
      },
    ])
  })

  test("is none in another currency, or where there is no Payment", () => {
    const gateway = someGatewayLedger({ ...paid, refunded: "30" })
    expect(look({ store: someLedger({}, "EUR"), gateway })).toEqual([])
    expect(look({ store: null, gateway })).toEqual([])
  })

  test("that can't be counted takes the place of the one that was known", () => {
    const before: Trouble[] = [{ kind: "difference", amount: uah("7"), detail: "old" }]
    const gateway = someGatewayLedger({ unclear: "no currency" })
    expect(look({ gateway }, { before })).toEqual([
      { kind: "difference", amount: null, detail: "no currency" },
    ])
  })

  test("is kept alone of all that is known while the payment is tried again", () => {
    const before: Trouble[] = [
      { kind: "waiting_long", amount: null, detail: null },
      { kind: "difference", amount: uah("7"), detail: "old" },
    ]
    const agreeing = { store: someLedger(paid), gateway: someGatewayLedger(paid) }
    expect(look(agreeing, { before, met: { isUnfinished: true } })).toEqual([before[1]])
  })
})

describe("an attempt that nobody decides", () => {
  const gateway = someGatewayLedger({ pending: true })
  const long = { met: { age: WAITS_LONG + 1 } }

  test("is told of after a full day, with what was asked", () => {
    expect(look({ gateway }, { met: { age: WAITS_LONG } })).toEqual([])
    expect(look({ gateway, session: null }, long)).toEqual([
      { kind: "waiting_long", amount: null, detail: null },
    ])
  })

  test("is none that is written down, paid, or not under way", () => {
    expect(look({ gateway, store: someLedger({}) }, long)).toEqual([])
    expect(look({ gateway: someGatewayLedger({ pending: true, authorized: "1" }) }, long)).toEqual(
      [],
    )
    expect(look({ gateway: someGatewayLedger() }, long)).toEqual([])
  })
})

test("a failed refund is told with whichever words there are", () => {
  const failing = (code: string | null, description: string | null) =>
    failedRefund({ refunded: uah("0"), refundDecline: { code, description } }, uah("1"), [])?.detail
  expect([failing("a", null), failing(null, "b"), failing(null, null)]).toEqual(["a", "b", null])
})
