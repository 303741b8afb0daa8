import { someGatewayLedger } from "../../../../../../core/__tests__/random-ledgers"
import { moneyOf } from "../../../../../../core/money"
import { type PaidBy, paidWith } from "../paid-with"
import { operation } from "./operations"

const CARD = {
  type: "cc_token",
  mask: "424242******4242",
  paymentSystem: "VISA",
  bank: "monobank",
  expiresAt: null,
  binCountry: "UA",
}

const details = (paymentMethod: Partial<typeof CARD> | null, remarks = {}): PaidBy["details"] => ({
  receiptUrl: null,
  operations: [operation("payment", { rrn: "919958464817", authCode: "464817" })],
  paymentMethod: paymentMethod && { ...CARD, ...paymentMethod },
  remarks,
})

const paid = (of: Partial<PaidBy>) =>
  paidWith({
    money: moneyOf("1000", "UAH"),
    choice: {},
    details: details(null),
    ledger: null,
    noted: null,
    ...of,
  })

describe("how a payment was paid", () => {
  test("by a card: its mask in fours, scheme, bank and country, and the bank's numbers", () => {
    expect(paid({ details: details({}) })).toEqual({
      kind: "card",
      mask: "4242 42** **** 4242",
      brand: "visa",
      bank: "monobank",
      bin_country: "UA",
      instalments: null,
      method: null,
      rrn: "919958464817",
      auth_code: "464817",
      three_d_secure: null,
    })
  })

  test.each([
    ["google_pay", "google_pay"],
    ["apple-pay", "apple_pay"],
    ["wallet", "saved_card"],
    ["card", "card"],
  ])("RozetkaPay's %s is %s", (type, kind) => {
    expect(paid({ details: details({ type }) }).kind).toBe(kind)
  })

  test("in instalments: by which bank, in how many parts, and each of how much", () => {
    const shown = paid({ choice: { bank: "monobank", parts: 3 } })
    const instalments = { parts: 3, monthly: "333.33" }
    expect(shown).toMatchObject({ kind: "instalments", bank: "monobank", instalments })
  })

  test("by BLIK, and by any other alternative method", () => {
    expect(paid({ choice: { method: "blik" } })).toMatchObject({ kind: "blik", method: "blik" })
    const remarks = { payment_method_type: "leasing" }
    const shown = paid({ details: details(null, remarks) })
    expect(shown).toMatchObject({ kind: "alternative", method: "leasing" })
  })

  test("when the parcel comes, as long as nothing was paid", () => {
    const ledger = { ...someGatewayLedger(), onDelivery: { amount: null, currency: "UAH" } }
    expect(paid({ ledger }).kind).toBe("on_delivery")
    const later = { ...ledger, ...someGatewayLedger({ authorized: "1000", captured: "1000" }) }
    expect(paid({ ledger: later }).kind).toBe("unknown")
  })

  test.each([
    ["05", true],
    [2, true],
    ["07", false],
    ["06", null],
    [null, null],
  ])("the scheme's ECI %s says of 3-D Secure: %s", (eci, asked) => {
    expect(paid({ details: details(null, { threeDs: { eci } }) }).three_d_secure).toBe(asked)
  })

  test("as callbacks told and the store has noted, where RozetkaPay's answer says less", () => {
    const noted = {
      ...{ rrns: ["9199"], authCode: "4648", mask: "424242******4242", brand: "visa" },
      ...{ bank: "monobank", method: "google_pay", parts: null },
    }
    const card = {
      kind: "google_pay",
      mask: "4242 42** **** 4242",
      brand: "visa",
      bank: "monobank",
    }
    expect(paid({ noted })).toMatchObject({ ...card, rrn: "919958464817" })
    expect(paid({ noted, details: null })).toMatchObject({ ...card, rrn: "9199" })
  })

  test("nothing is known of it while RozetkaPay does not answer", () => {
    expect(paid({ details: null })).toMatchObject({ kind: "unknown", mask: null, rrn: null })
  })
})
