import { paymentInfo } from "../../../rozetkapay/payments/payment-info"
import { paymentDetails } from "../payment-details"

const movement = {
  operation_id: "11",
  amount: "100",
  currency: "UAH",
  status: "success",
  fee: { amount: "1.50", currency: "UAH" },
  bank_name: "АТ Банк",
  terminal_name: "shop-terminal",
  mid: "000123",
  tid: 77001,
  billing_order_id: "407932919957434369",
  gateway_order_id: "g-1",
  fiscalization: {
    fiscal_id: "TEST-1",
    fiscal_url: "https://cabinet.tax.gov.ua/cashregs/check?id=TEST-1",
    status: "Failed",
    status_code: 4050,
    status_description: "Зміну не відкрито",
  },
}

const info = (fields: Record<string, unknown>) =>
  paymentInfo.parse({ id: "1", external_id: "payses_1", purchased: true, ...fields })

describe("what staff see of a payment", () => {
  test("each movement has its tax receipt with the code in words, its fee's currency, bank and terminal", () => {
    const { operations } = paymentDetails(
      info({ purchase_details: [movement], refund_details: [movement] }),
    )
    const shown = {
      id: "11",
      fee: "1.50",
      feeCurrency: "UAH",
      bankName: "АТ Банк",
      terminalName: "shop-terminal",
      merchantId: "000123",
      terminalId: "77001",
      billingOrderId: "407932919957434369",
      gatewayOrderId: "g-1",
      fiscalization: {
        id: "TEST-1",
        receiptUrl: "https://cabinet.tax.gov.ua/cashregs/check?id=TEST-1",
        status: "Failed",
        code: "4050",
        meaning:
          "Fiscal shift not opened. Please open a shift in your cash register before processing transactions",
        description: "Зміну не відкрито",
      },
    }
    expect(operations).toMatchObject([
      { operation: "payment", ...shown },
      { operation: "refund", ...shown },
    ])
  })

  test("a receipt's code of tomorrow is shown as it is, a link that is none is not", () => {
    const fiscalization = { fiscal_url: "javascript:alert(1)", status: "Odd", status_code: 9999 }
    const [shown] = paymentDetails(
      info({ purchase_details: [{ ...movement, fiscalization }] }),
    ).operations
    expect(shown?.fiscalization).toEqual({
      id: null,
      receiptUrl: null,
      status: "Odd",
      code: "9999",
      meaning: null,
      description: null,
    })
  })

  test("whatever stands in these fields, or nothing, the rest is shown", () => {
    for (const odd of [undefined, null, "x", 7, [], {}, [[{}]]]) {
      const strange = Object.fromEntries(
        Object.keys(movement).map((field) => [field, field === "operation_id" ? "11" : odd]),
      )
      const details = paymentDetails(info({ purchase_details: [strange], customer: odd }))
      expect(details.operations).toMatchObject([{ id: "11", operation: "payment" }])
      expect(details.paymentMethod).toBeNull()
    }
  })

  test("the card it was paid with has its mask, bank and country, and never a token or a number", () => {
    const cc_token = {
      mask: "424242******4242",
      payment_system: "VISA",
      bank_short_name: "bank",
      bin_country: "UA",
      expires_at: "2031-04-30T00:00:00Z",
      token: "secret-token",
    }
    const customer = {
      email: "olena@shop.example",
      payment_method: { type: "cc_token", cc_token, card: { number: "4111111111111111" } },
    }
    const details = paymentDetails(info({ customer }))
    expect(details.paymentMethod).toEqual({
      type: "cc_token",
      mask: "424242******4242",
      paymentSystem: "VISA",
      bank: "bank",
      binCountry: "UA",
      expiresAt: "2031-04-30T00:00:00Z",
    })
    expect(JSON.stringify(details)).not.toMatch(/secret-token|olena|4111/)
  })
})
