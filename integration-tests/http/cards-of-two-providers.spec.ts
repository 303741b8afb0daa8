import { bySavedCard, Customer } from "../drivers/customer"
import { runStore } from "../setup/run-store"
import { STOREFRONT } from "../setup/store"

const CARD = { plain: "4111111111111111", other: "5555555555554444" }

const HOLDING = { id: "hold", login: "sandbox-login", password: "sandbox-password", capture: false }

runStore(
  "Saved cards with two providers",
  { capture: true, second: HOLDING, options: { cardsUrl: "{storefront_url}/my/{provider_id}" } },
  (store) => {
    const hold = `pp_rozetkapay_${HOLDING.id}`

    it("asks which provider is meant, and knows it by the query or the body", async () => {
      const customer = await Customer.register(store)
      const unnamed = await customer.ask("GET")
      expect(unnamed.status).toBe(400)
      expect(unnamed.text).toMatch(/provider_id/)
      expect((await customer.ask("GET", "?provider_id=pp_rozetkapay_none")).status).toBe(404)
      const card = await store.gateway.widgetCard(CARD.plain)
      await customer.saveCard({ ...card, provider_id: hold })
      expect(await customer.cards(`?provider_id=${hold}`)).toHaveLength(1)
      await customer.ask("POST", "", { provider_id: hold })
      const { redirect_to } = await store.gateway.finishCard(customer.id, { card: CARD.other })
      expect(redirect_to).toBe(`${STOREFRONT}/my/${hold}`)
    })

    it("holds the money of a saved card first, where the provider does", async () => {
      const customer = await Customer.register(store)
      const card = await store.gateway.widgetCard(CARD.plain)
      const { id } = await customer.saveCard({ ...card, provider_id: hold })
      const cart = await customer.fillCart()
      const session = await customer.openSession(cart, hold, bySavedCard(id))
      expect((await customer.complete(cart)).order?.total).toBe(1319.99)
      await store.gateway.quiet()
      expect((await store.gateway.payment(session.id)).ledger).toMatchObject({ held: "1319.99" })
    })
  },
)
