import { readCsv } from "../../../../../../../integration-tests/drivers/read-csv"
import type { PayoutRow, Payouts } from "../../../../../../admin-client/payouts"
import type { ShopperLanguage } from "../../../../../../messages/language"
import { payoutsCsv } from "../payouts-csv"

const row = (more: Partial<PayoutRow> = {}): PayoutRow => ({
  external_id: "payses_01",
  payment_id: "pay_01",
  order: { id: "order_01", display_id: 7 },
  amount: "100.00",
  commission: "1.50",
  payer_fee: null,
  paid_out: "98.50",
  processed_at: "2026-11-25T10:00:00.000Z",
  card: "411111******1111",
  store_amount: null,
  ...more,
})

const PAYOUTS: Payouts = {
  provider_id: "pp_rozetkapay_main",
  from: "2026-11-01",
  to: "2026-11-26",
  payouts: [
    {
      day: "2026-11-26",
      currency_code: "uah",
      amount: "300.00",
      commission: "4.50",
      paid_out: "295.50",
      rows: [
        row(),
        row({ store_amount: "90.00" }),
        row({ payment_id: null, order: null, external_id: "payses_02" }),
      ],
    },
  ],
  missing: [
    {
      payment_id: "pay_03",
      order: { id: "order_03", display_id: 9 },
      amount: "80.00",
      currency_code: "uah",
      captured_on: "2026-11-20",
    },
  ],
}

const columnsOf = (language: ShopperLanguage, names: string[]) => {
  const [head = [], ...lines] = readCsv(payoutsCsv(PAYOUTS, language))
  return lines.map((cells) => names.map((name) => cells[head.indexOf(name)]))
}

describe("the accountant's table of payouts", () => {
  test("says in Ukrainian what became of each payment, orders by their plain numbers", () => {
    expect(columnsOf("uk", ["Замовлення", "Платіж", "Стан"])).toEqual([
      ["7", "100.00", "Збігається"],
      ["7", "100.00", "Розбіжність"],
      ["", "100.00", "У магазині немає"],
      ["9", "", "Не виплачено"],
    ])
  })

  test("is in English for who reads English, and says that the store's sum is less what was refunded", () => {
    const names = ["Day of the payout", "In the store (captured less refunded)", "Status"]
    expect(columnsOf("en", names)).toEqual([
      ["2026-11-26", "", "Agrees"],
      ["2026-11-26", "90.00", "Differs"],
      ["2026-11-26", "", "Not in the store"],
      ["", "80.00", "Not paid out"],
    ])
  })
})
