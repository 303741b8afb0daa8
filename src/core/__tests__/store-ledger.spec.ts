import fc from "fast-check"
import { held, kept } from "../ledger"
import { REFUND_SENT, refundsSent, storeLedger } from "../store-ledger"
import { currencies, minor, minorUnits } from "./random-ledgers"

describe("Medusa's rows as a ledger", () => {
  test("a fresh payment is held whole", () => {
    expect(storeLedger({ amount: 1319.99, currency_code: "uah" })).toEqual({
      currency: "UAH",
      authorized: "1319.99",
      captured: "0.00",
      canceled: "0.00",
      refunded: "0.00",
    })
  })

  test("captures and refunds add up, whatever form Medusa gives them in", () => {
    const ledger = storeLedger({
      amount: "1000",
      currency_code: "uah",
      canceled_at: null,
      captures: [{ amount: 0.1 }, { amount: 0.2 }, { amount: { value: "499.70" } }],
      refunds: [{ amount: { value: "100.1", precision: 20 } }, { amount: "0.1" }],
    })
    expect(ledger).toMatchObject({ authorized: "1000.00", captured: "500.00", refunded: "100.20" })
    expect(held(ledger)).toBe("500.00")
    expect(kept(ledger)).toBe("399.80")
  })

  test("a session's unrounded total is the amount that the shopper was asked for", () => {
    expect(storeLedger({ amount: 99.999, currency_code: "uah" }).authorized).toBe("100.00")
    expect(storeLedger({ amount: 1500.4, currency_code: "jpy" }).authorized).toBe("1500")
  })

  test("a cancelled payment has let go all that it had not captured, and nothing else", () => {
    const payment = { amount: 100, currency_code: "uah", captures: [{ amount: 40 }] }
    expect(storeLedger({ ...payment, canceled_at: null }).canceled).toBe("0.00")
    const canceled = storeLedger({ ...payment, canceled_at: new Date(0) })
    expect(canceled).toMatchObject({ captured: "40.00", canceled: "60.00" })
    expect(held(canceled)).toBe("0.00")
    expect(storeLedger({ ...payment, canceled_at: "2026-07-29T00:00:00Z" })).toEqual(canceled)
  })

  test("only refunds that RozetkaPay has accepted count as sent", () => {
    const payment = {
      amount: 100,
      currency_code: "uah",
      captures: [{ amount: 100 }],
      refunds: [
        { amount: 10.1, metadata: { ...REFUND_SENT, note: "size" } },
        { amount: 20, metadata: { rozetkapay_refund: "on its way" } },
        { amount: 30, metadata: null },
        { amount: "0.2", metadata: REFUND_SENT },
      ],
    }
    expect(refundsSent(payment)).toBe("10.30")
    expect(storeLedger(payment).refunded).toBe("60.30")
    expect(refundsSent({ ...payment, refunds: null })).toBe("0.00")
  })

  test("the order in which captures and refunds were made does not matter", () => {
    const rows = fc.array(minorUnits, { maxLength: 6 })
    fc.assert(
      fc.property(currencies, rows, rows, (currency, captures, refunds) => {
        const row = (units: number) => ({ amount: minor(units, currency) })
        const payment = { amount: minor(10 ** 9, currency), currency_code: currency }
        const total = (units: number[]) =>
          minor(
            units.reduce((a, b) => a + b, 0),
            currency,
          )
        const forwards = storeLedger({
          ...payment,
          captures: captures.map(row),
          refunds: refunds.map(row),
        })
        const backwards = storeLedger({
          ...payment,
          captures: captures.map(row).reverse(),
          refunds: refunds.map(row).reverse(),
        })
        expect(forwards).toEqual(backwards)
        expect(forwards).toMatchObject({ captured: total(captures), refunded: total(refunds) })
      }),
    )
  })
})
