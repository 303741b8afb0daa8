import { Modules } from "@medusajs/framework/utils"
import type { Answer } from "../drivers/json-http"
import type { Cart } from "../drivers/shopper"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const NUMBER = "4111111111111111"
const CARD_DATA: [string, object][] = [
  ["a card's number", { note: NUMBER }],
  ["a number with its check number", { note: `${NUMBER} 123` }],
  ["a number in Arabic digits with dots", { note: "٤١١١.١١١١.١١١١.١١١١" }],
  ["a number in base64", { note: Buffer.from(NUMBER).toString("base64") }],
  ["a number over four fields", { a: "4111", b: "1111", c: "1111", d: "1111" }],
  ["a check number", { payment_method: { type: "cc", cvv: "123" } }],
]

runStore("Card data that must never reach the store", BOTH_KINDS, (store) => {
  type Start = (cart: Cart, data: object) => Promise<Answer>
  const byShopper: Start = (cart, data) => store.shopper.tryToOpenSession(cart, ROZETKAPAY, data)
  const byStaff: Start = async (cart, data) => {
    const id = await store.shopper.collection(cart)
    const path = `/admin/payment-collections/${id}/payment-sessions`
    return store.admin.api.attempt(path, { provider_id: ROZETKAPAY, data })
  }

  describe.each([
    ["the storefront", byShopper],
    ["the dashboard", byStaff],
  ])("through %s", (_, start) => {
    it.each(CARD_DATA)("are refused before anything is stored or sent: %s", async (_what, data) => {
      const cart = await store.shopper.fillCart()
      const answer = await start(cart, data)
      expect(answer.status).toBe(400)
      expect(answer.json).toMatchObject({
        code: "card_data",
        message: expect.stringMatching(/ніколи не можна надсилати магазину/),
      })
      const id = await store.shopper.collection(cart)
      const sessions = await store.container
        .resolve(Modules.PAYMENT)
        .listPaymentSessions({ payment_collection_id: id }, { withDeleted: true })
      expect(sessions).toEqual([])
      expect(await store.gateway.payments()).toEqual([])
    })

    it("are not what a token is: it pays, and Medusa never gets it to write down", async () => {
      const written = jest.spyOn(store.container.resolve(Modules.PAYMENT), "createPaymentSession")
      const cart = await store.shopper.fillCart()
      const token = await store.gateway.token("cc_token", NUMBER)
      const payment_method = { type: "cc_token", token }
      const answer = await start(cart, { mode: "direct", payment_method })
      expect(answer.status).toBe(200)
      expect(answer.text).not.toContain(token)
      expect(written).toHaveBeenCalledTimes(1)
      expect(JSON.stringify(written.mock.calls)).not.toContain(token)
      written.mockRestore()
      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
    })
  })
})
