import { z } from "zod"
import { Shop } from "./shop"

const DAY_MS = 86_400_000
const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10)
const TODAY = day(0)

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.control("reset"))
afterAll(() => shop.close())

const payouts = async (from = day(14), to = TODAY, more: object = {}) => {
  const { body } = await shop.call("POST", "/api/reports/v1/payments", {
    date_from: from,
    date_to: to,
    ...more,
  })
  return z.object({ payments: z.array(z.record(z.string(), z.unknown())) }).parse(body).payments
}

/** A payment that was captured some days ago. */
const captured = (external_id: string, daysAgo: number, amount = "1000.00") =>
  shop.control("payments", {
    external_id,
    amount,
    currency: "UAH",
    state: "captured",
    created_at: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
  })

describe("what the merchant gets on their account", () => {
  test("comes the day after the capture, less the commission", async () => {
    await captured("yesterday", 1, "1319.99")
    await captured("today", 0)
    expect(await payouts()).toEqual([
      expect.objectContaining({
        external_id: "yesterday",
        amount: "1319.99",
        internal_commission: "19.80",
        payer_external_fee: "0.00",
        payout_amount: "1300.19",
        payout_date: TODAY,
        currency: "UAH",
        card_pan: "411111******1111",
      }),
    ])
    expect(await payouts(day(14), day(1))).toEqual([])
  })

  test("is nothing of a hold, and less what was refunded before", async () => {
    await shop.control("payments", {
      external_id: "hold",
      amount: "1000.00",
      currency: "UAH",
      state: "held",
      created_at: new Date(Date.now() - 3 * DAY_MS).toISOString(),
    })
    await captured("refunded", 0)
    await shop.control("payments/refunded/cabinet/refund", { amount: 250 })
    await shop.control("payments/refunded/payout", { day: TODAY })
    // The refund is of the payout's own day: it is settled elsewhere.
    expect(await payouts()).toEqual([
      expect.objectContaining({ external_id: "refunded", amount: "1000.00" }),
    ])
  })

  test("may be made at once, be another sum, or be left out", async () => {
    for (const id of ["now", "less", "never"]) await captured(id, 1)
    await shop.control("payments/now/payout", { day: day(1) })
    await shop.control("payments/less/payout", { amount: "900.50" })
    await shop.call("DELETE", "/sandbox/payments/never/payout")
    expect((await payouts()).map((row) => [row.external_id, row.amount, row.payout_date])).toEqual([
      ["now", "1000.00", day(1)],
      ["less", "900.50", TODAY],
    ])
  })

  test("is refused where nothing was captured", async () => {
    await shop.create("unpaid")
    expect((await shop.control("payments/unpaid/payout")).status).toBe(409)
  })

  test("is listed with the buyer's name, unless other fields are asked for", async () => {
    await shop.create("named", {
      customer: { email: "olena@example.com", first_name: "Олена", last_name: "Коваль" },
    })
    await shop.pay("named")
    await shop.control("payments/named/payout")
    expect(await payouts()).toMatchObject([
      { client_email: "olena@example.com", client_first_name: "Олена" },
    ])
    expect(await payouts(TODAY, TODAY, { fields: ["external_id", "amount"] })).toEqual([
      { external_id: "named", amount: "1249.99" },
    ])
  })

  test("costs the commission that the transactions report tells, too", async () => {
    await captured("fee", 1, "1319.99")
    const { body } = await shop.call("POST", "/api/reports/v1/transactions", {
      date_from: day(1),
      date_to: TODAY,
    })
    expect(body).toMatchObject({ transactions: [{ merchant_fee: "19.80" }] })
  })

  test("a period must not end before it begins", async () => {
    const answer = await shop.call("POST", "/api/reports/v1/payments", {
      date_from: TODAY,
      date_to: day(1),
    })
    expect(answer).toMatchObject({ status: 400, body: { param: "date_to" } })
  })
})
