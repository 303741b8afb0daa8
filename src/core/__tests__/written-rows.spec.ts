import { readMetadata, writeMetadata } from "../payment-metadata"
import { plan } from "../plan"
import { sessionId } from "../session-id"
import {
  CANCEL_RECORDED,
  CAPTURE_RECORDED,
  isRecord,
  isUnconfirmedRecord,
  paidLedger,
  RECORDER,
  REFUND_SENT,
} from "../store-ledger"
import { someGatewayLedger, someLedger } from "./random-ledgers"
import { situation } from "./situations"

describe("A row that only records what the gateway has", () => {
  const recorded = { created_by: "RozetkaPay" }

  test("is known by who wrote it, a name that no client can claim and no version may change", () => {
    expect([RECORDER, CAPTURE_RECORDED, CANCEL_RECORDED, REFUND_SENT]).toEqual([
      "RozetkaPay",
      { rozetkapay_capture: "recorded" },
      { rozetkapay_cancel: "recorded" },
      { rozetkapay_refund: "sent" },
    ])
    expect(isRecord(recorded)).toBe(true)
    expect(isRecord({ created_by: "user_01" })).toBe(false)
    expect(isRecord({})).toBe(false)
  })

  test("counts for nobody else until it was compared with the gateway's ledger", () => {
    expect(isUnconfirmedRecord(recorded)).toBe(true)
    expect(isUnconfirmedRecord({ ...recorded, metadata: {} })).toBe(true)
    expect(isUnconfirmedRecord({ ...recorded, metadata: CAPTURE_RECORDED })).toBe(false)
    expect(isUnconfirmedRecord({ ...recorded, metadata: REFUND_SENT })).toBe(false)
    expect(isUnconfirmedRecord({ created_by: "user_01" })).toBe(false)
  })
})

test("Money that the merchant is to collect by hand has paid for nothing until it is captured", () => {
  const payment = { amount: 100, currency_code: "uah", captures: [{ amount: 40 }] }
  const sums = { authorized: "40", captured: "40" }
  const canceled_at = "2026-01-01"
  expect(paidLedger({ ...payment, provider_id: "pp_system_default", canceled_at })).toEqual(
    someLedger(sums),
  )
  expect(paidLedger({ ...payment, provider_id: "pp_rozetkapay_system", canceled_at })).toEqual(
    someLedger({ ...sums, authorized: "100", canceled: "60" }),
  )
})

test("A payment's metadata at the gateway say what it is for and who opened it, where that is known", () => {
  const metadata = {
    ...{ sessionId: sessionId("payses_01"), providerId: "pp_rozetkapay_main" },
    ...{ twoStep: false, currency: "UAH" },
  }
  const whole = { ...metadata, purchase: "pay_col_01", installation: "abc" }
  expect(readMetadata(writeMetadata(whole))).toEqual(whole)
  expect(writeMetadata(whole)).toMatchObject({
    medusa_purchase: "pay_col_01",
    medusa_installation: "abc",
  })
  expect(readMetadata(writeMetadata(metadata))).toStrictEqual(metadata)
  expect(Object.keys(writeMetadata(metadata))).toHaveLength(4)
  expect(readMetadata({ ...writeMetadata(metadata), medusa_purchase: "" })).toStrictEqual(metadata)
  expect(readMetadata({ ...writeMetadata(metadata), medusa_installation: "" })).toStrictEqual(
    metadata,
  )
})

describe("A copy of another installation's database, with a Payment,", () => {
  const paid = { authorized: "100", captured: "40" }
  const copy = { foreign: true, proven: false, orderPlaced: true, store: someLedger(paid) }

  test("records what happened, and moves nothing by itself", () => {
    const gateway = someGatewayLedger(paid)
    expect(plan(situation({ ...copy, gateway, orderCanceled: true }))).toEqual([{ do: "nothing" }])
    expect(plan(situation({ ...copy, gateway, oneStep: true }))).toEqual([{ do: "nothing" }])
    const refunded = someGatewayLedger({ ...paid, refunded: "10" })
    expect(plan(situation({ ...copy, gateway: refunded, oneStep: true }))).toEqual([
      { do: "record_refund", amount: "10.00" },
    ])
  })
})

test("A canceled order of the store's own returns its money, though nobody says which installation opened it", () => {
  const sums = { authorized: "100", captured: "40" }
  const canceled = situation({
    ...{ store: someLedger(sums), gateway: someGatewayLedger(sums) },
    ...{ orderPlaced: true, orderCanceled: true, proven: false },
  })
  expect(plan(canceled)).toEqual([
    { do: "cancel_hold", amount: "60.00" },
    { do: "refund_charge", amount: "40.00" },
  ])
  expect(plan({ ...canceled, isShown: false })).toEqual([{ do: "nothing" }])
})
