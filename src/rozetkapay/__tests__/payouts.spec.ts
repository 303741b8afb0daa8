import { cardPan } from "../wire/card-face"
import { withGateway } from "./local-gateway"
import { loadRequestCheck } from "./openapi-document"

const DAYS = { dateFrom: "2026-11-01", dateTo: "2026-11-14" }

/** As the document's PaymentsReportRow has them. */
const ROW = {
  amount: "1319.99",
  card_pan: "4242424242424242",
  currency: "UAH",
  description: "Сорочка",
  external_id: "payses_1",
  unified_external_id: "",
  internal_commission: "19.80",
  payer_external_fee: 0,
  payment_id: "407932919957434368",
  payment_method: "card",
  payment_pay_parts: 0,
  payment_system: "VISA",
  payment_type: "purchase",
  payout_amount: "1300.19",
  payout_date: "2026-11-14",
  processing_date: "2026-11-13T10:00:00Z",
  project_name: "shop",
  client_email: "olena@example.com",
  client_first_name: "Олена",
  client_last_name: "Коваль",
  client_patronym: "Іванівна",
}

describe("what RozetkaPay has paid out", () => {
  test("is read with exact sums, a masked card, and nothing of the buyer", async () => {
    await withGateway([{ body: { payments: [ROW] } }], async (client, { requests }) => {
      const rows = await client.reports.payments(DAYS)
      expect(rows).toEqual([
        {
          paymentId: "407932919957434368",
          externalId: "payses_1",
          unifiedExternalId: null,
          amount: "1319.99",
          currency: "UAH",
          internalCommission: "19.8",
          payerExternalFee: "0",
          payoutAmount: "1300.19",
          payoutDate: "2026-11-14",
          processingDate: "2026-11-13T10:00:00Z",
          cardPan: "424242******4242",
          paymentMethod: "card",
          paymentSystem: "VISA",
          paymentType: "purchase",
        },
      ])
      expect(JSON.stringify(rows)).not.toMatch(/Олена|Коваль|Іванівна|olena@/)
      expect(requests[0]?.body).not.toContain("client_")
    })
  })

  test("what a row does not say is not known, and an empty report may be null", async () => {
    const wordless = { external_id: "payses_2", amount: "all", payout_date: 20261114 }
    await withGateway(
      [{ body: { payments: [wordless] } }, { body: { payments: null } }],
      async (client) => {
        expect(await client.reports.payments(DAYS)).toEqual([
          expect.objectContaining({
            externalId: "payses_2",
            amount: null,
            currency: null,
            internalCommission: null,
            payoutAmount: null,
            payoutDate: null,
            cardPan: null,
          }),
        ])
        expect(await client.reports.payments(DAYS)).toEqual([])
      },
    )
  })

  test.each([
    {},
    { payments: [ROW, "no row"] },
  ])("a report with a line that is none is not taken for a whole one: %j", async (body) => {
    await withGateway([{ body }], async (client) => {
      await expect(client.reports.payments(DAYS)).rejects.toMatchObject({ kind: "malformed" })
    })
  })

  test("is asked for as RozetkaPay's document has it", async () => {
    const mistakesIn = loadRequestCheck()
    await withGateway([{ body: { payments: [] } }], async (client, { requests }) => {
      await client.reports.payments(DAYS)
      expect(mistakesIn?.("PaymentsReportRequest", requests[0]?.body ?? "") ?? []).toEqual([])
    })
  })
})

test.each([
  ["4242424242424242", "424242******4242"],
  ["4242 4242 4242 4242", "424242******4242"],
  ["4242-4242-4242-4242", "424242******4242"],
  ["424242******4242", "424242******4242"],
  ["42424242****4242", "424242******4242"],
  ["xx 4242424242424242 yy 4242424242424242", null],
  ["", null],
  [4242424242424242, null],
])("of the card number %j only %j goes on", (pan, shown) => {
  expect(cardPan.parse(pan)).toBe(shown)
})
