import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type Link, paymentsOf, sendLink } from "../drivers/payment-link"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

const CARD = "4111111111111111"

runStore("Who pays a payment link by card in the store and presses again", BOTH_KINDS, (store) => {
  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, money }) => {
    /** Each press is of a card of its own. */
    const press = async ({ cart }: Link) => {
      const token = await store.gateway.token("cc_token", CARD)
      const data = { mode: "direct", payment_method: { type: "cc_token", token } }
      return store.shopper.tryToOpenSession(cart, provider, data)
    }

    const sessionsOf = async ({ cart }: Link) => {
      const all = await store.container
        .resolve(Modules.PAYMENT)
        .listPaymentSessions({ payment_collection_id: cart.collectionId })
      return all.map(({ id, status }) => ({ id, status }))
    }

    const isWritten = (link: Link) =>
      bothLedgersBecome(store.admin, store.gateway, link.order, money)

    /** RozetkaPay was asked for money once, the order has that payment, and nothing of it goes back. */
    const expectChargedOnce = async (link: Link) => {
      await store.gateway.callbacks("normal")
      await store.gateway.flushCallbacks()
      await store.gateway.quiet()
      await isWritten(link)
      expect(await store.gateway.requests({ endpoint: "create" })).toHaveLength(1)
      expect(await store.gateway.payments()).toHaveLength(1)
      expect(paymentsOf(await store.admin.order(link.order.id))).toHaveLength(1)
    }

    it("is charged once for two presses at one instant: the second waits for the first, and is told so", async () => {
      const link = await sendLink(store)
      await store.gateway.callbacks("hold")
      // Long enough for the other press to be charged as well, were it not to wait.
      await store.gateway.fault({ endpoint: "create", kind: "latency", ms: 500, times: 2 })
      const answers = await Promise.all([press(link), press(link)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      const refused = answers.find(({ status }) => status === 400)
      expect(refused?.json).toMatchObject({
        code: "paid",
        message: expect.stringMatching(/вже сплачено/),
      })
      await expectChargedOnce(link)
    })

    it("is not charged for a press while RozetkaPay's word of the first is on its way, which brings the payment to the order", async () => {
      const link = await sendLink(store)
      await store.gateway.callbacks("lose")
      expect((await press(link)).status).toBe(200)
      expect(paymentsOf(await store.admin.order(link.order.id))).toEqual([])

      const again = await press(link)
      expect(again.status).toBe(400)
      expect(again.json).toMatchObject({ code: "paid" })
      await isWritten(link)
      await expectChargedOnce(link)
    })

    it("is not charged for a press after the order has its payment: RozetkaPay hears nothing, and Medusa keeps the session that paid", async () => {
      const link = await sendLink(store)
      expect((await press(link)).status).toBe(200)
      await store.gateway.quiet()
      await isWritten(link)
      const heard = await store.gateway.requests()
      const sessions = await sessionsOf(link)

      const again = await press(link)
      expect(again.status).toBe(400)
      expect(again.json).toMatchObject({ code: "paid" })
      expect(await store.gateway.requests()).toEqual(heard)
      expect(await sessionsOf(link)).toEqual(sessions)
      await expectChargedOnce(link)
    })

    it("can be paid after the process died while a payment of it was started", async () => {
      const link = await sendLink(store)
      const { id } = await store.shopper.openSession(link.cart, provider)
      // What the row holds until Medusa has the provider's answer; so old that nobody starts it any more.
      const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await database("payment_session")
        .where({ id })
        .update({ data: { session_id: id }, created_at: new Date(Date.now() - 120_000) })

      expect((await press(link)).status).toBe(200)
      await store.gateway.quiet()
      await isWritten(link)
      expect(paymentsOf(await store.admin.order(link.order.id))).toHaveLength(1)
    })

    it("is not asked for more by the store's own code either, which passes by the routes", async () => {
      const link = await sendLink(store)
      expect((await press(link)).status).toBe(200)
      await store.gateway.quiet()
      await isWritten(link)
      const heard = await store.gateway.requests()

      const start = store.container
        .resolve(Modules.WORKFLOW_ENGINE)
        .run("create-payment-sessions", {
          input: { payment_collection_id: link.cart.collectionId, provider_id: provider },
        })
      await expect(start).rejects.toMatchObject({ code: "paid" })
      expect(await store.gateway.requests()).toEqual(heard)
      await expectChargedOnce(link)
    })
  })
})
