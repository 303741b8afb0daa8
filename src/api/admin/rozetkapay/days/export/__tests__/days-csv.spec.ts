import { readCsv } from "../../../../../../../integration-tests/drivers/read-csv"
import { daysCsv } from "../days-csv"

const DAYS = {
  provider_id: "pp_rozetkapay_main",
  from: "2026-11-26",
  to: "2026-11-26",
  days: [
    {
      day: "2026-11-26",
      currency_code: "uah",
      captured: { store: "10.00", gateway: "10.00" },
      refunded: { store: "0.00", gateway: "3.00" },
      fees: null,
      differences: [
        {
          external_id: "payses_01",
          payment_id: "pay_01",
          order: { id: "order_01", display_id: 7 },
          sum: "refunded" as const,
          store: "0.00",
          gateway: "3.00",
        },
      ],
    },
  ],
}

describe("the accountant's table of days", () => {
  test("has in Ukrainian each day's totals, and then its differences", () => {
    expect(readCsv(daysCsv(DAYS, "uk"))).toEqual([
      ["День", "Валюта", "Сума", "Замовлення", "Платіж у магазині"].concat([
        "Зовнішній номер",
        "Магазин",
        "RozetkaPay",
      ]),
      ["2026-11-26", "UAH", "Разом списано", "", "", "", "10.00", "10.00"],
      ["2026-11-26", "UAH", "Разом повернено", "", "", "", "0.00", "3.00"],
      ["2026-11-26", "UAH", "Разом комісії", "", "", "", "", ""],
      ["2026-11-26", "UAH", "Повернено", "7", "pay_01", "payses_01", "0.00", "3.00"],
    ])
  })

  test("is in English for who reads English", () => {
    const [head, ...lines] = readCsv(daysCsv(DAYS, "en"))
    expect(head?.slice(0, 4)).toEqual(["Day", "Currency", "Sum", "Order"])
    expect(lines.map((cells) => cells[2])).toEqual([
      "Total captured",
      "Total refunded",
      "Total fees",
      "Refunded",
    ])
  })
})
