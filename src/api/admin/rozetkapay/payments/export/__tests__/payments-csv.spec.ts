import fc from "fast-check"
import { readCsv } from "../../../../../../../integration-tests/drivers/read-csv"
import type { PaymentRow } from "../../../../../../admin-client/payments-table"
import type { ShopperLanguage } from "../../../../../../messages/language"
import { paymentsCsv } from "../payments-csv"

const row = (more: Partial<PaymentRow> = {}): PaymentRow => ({
  payment_id: "pay_01",
  provider_id: "pp_rozetkapay_main",
  external_id: "payses_01",
  rozetkapay_id: "407932919957434368",
  created_at: "2026-11-26T22:30:00.000Z",
  state: "partly_refunded",
  amount: "1319.99",
  currency_code: "uah",
  sums: {
    authorized: "1319.99",
    held: "0.00",
    captured: "1319.99",
    canceled: "0.00",
    refunded: "0.10",
  },
  order: { id: "order_01", display_id: 7 },
  email: "olha@example.com",
  mask: "424242******4242",
  brand: "visa",
  method: "card",
  rrn: "330012345678",
  ...more,
})

async function* inPages(...pages: PaymentRow[][]) {
  yield* pages
}

const written = async (pages: PaymentRow[][], language: ShopperLanguage = "uk") => {
  let text = ""
  for await (const part of paymentsCsv(inPages(...pages), language)) text += part
  return text
}

describe("the accountant's table of payments", () => {
  test("has Kyiv's time, decimals with a point, and says in words what became of each", async () => {
    const text = await written([[row()]])
    expect(text.startsWith("\uFEFFЧас (Київ),Стан,")).toBe(true)
    expect(text.split("\r\n")[1]).toBe(
      "2026-11-27 00:30:00,Повернено частково,7,olha@example.com,1319.99,UAH,0.00,1319.99,0.00,0.10," +
        "Картка,Visa,424242******4242,330012345678,pp_rozetkapay_main,pay_01,payses_01,407932919957434368",
    )
  })

  test("is in English for who reads English, and leaves empty what is not known", async () => {
    const unknown = { order: null, email: null, mask: null, brand: null, method: null, rrn: null }
    const text = await written([[row({ ...unknown, rozetkapay_id: null, state: "waiting" })]], "en")
    const [head = [], cells = []] = readCsv(text)
    expect(head[0]).toBe("Time (Kyiv)")
    expect(cells[head.indexOf("Status")]).toBe("Waiting")
    const [, paid = []] = readCsv(await written([[row()]], "en"))
    expect(paid[head.indexOf("Method")]).toBe("Card")
    expect(cells[head.indexOf("Order")]).toBe("")
    expect(cells).toHaveLength(head.length)
  })

  test("has the rows of all pages, and its names once", async () => {
    const text = await written([[row(), row()], [], [row()]])
    expect(readCsv(text)).toHaveLength(4)
  })

  test("keeps every text that anybody wrote, and none is a formula to a spreadsheet", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[=+\-@\t\r\n'",; a]{0,6}$/),
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (email, method) => {
        const file = await written([[row({ email, method })]])
        const [head = [], cells = []] = readCsv(file)
        expect(cells).toHaveLength(head.length)
        for (const [column, own] of [
          ["Електронна пошта", email],
          ["Спосіб оплати", method],
        ]) {
          const cell = cells[head.indexOf(column ?? "")] ?? ""
          expect([own, `'${own}`]).toContain(cell)
          expect(cell).toMatch(/^(?![=+\-@\t\r\n])|^-\d+(\.\d+)?$/)
        }
      }),
    )
  })
})
