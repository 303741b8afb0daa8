import { TEST_CARDS } from "../cards"
import { Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const ENDS = {
  paid: { status: "success", status_code: "transaction_successful" },
  rejected: { status: "failure", status_code: "transaction_rejected" },
  insufficient_funds: { status: "failure", status_code: "insufficient_funds" },
}

test.each(
  TEST_CARDS.map((card) => [card.number, card] as const),
)("test card %s ends as RozetkaPay documents it", async (number, card) => {
  await shop.create(number)
  const { body } = await shop.pay(number, { card: number })
  expect(body).toMatchObject({
    payment: {
      state: card.outcome === "paid" ? "captured" : "declined",
      ledger: { captured: card.outcome === "paid" ? "1249.99" : "0.00" },
      operations: [{ ...ENDS[card.outcome], by: "shopper" }],
    },
  })
})

test("with 3-D Secure nothing is paid until the shopper has answered the bank", async () => {
  await shop.create("leaves")
  const left = await shop.pay("leaves", { card: "4242424242424242", three_ds: "leave" })
  expect(left.body).toMatchObject({ payment: { state: "pending", ledger: { captured: "0.00" } } })
  const rejected = await shop.pay("leaves", { card: "4242424242424242", three_ds: "reject" })
  expect(rejected.body).toMatchObject({
    payment: { state: "declined", operations: [{}, { status_code: "3ds_verification_failed" }] },
  })
})

test("a card that is not a test card is refused, and nothing is remembered of it", async () => {
  await shop.create("real-card")
  expect((await shop.pay("real-card", { card: "4012888888881881" })).status).toBe(400)
  expect((await shop.look("payments/real-card")).body).toMatchObject({
    payment: { state: "unpaid", operations: [] },
  })
})
