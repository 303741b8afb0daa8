import { Modules } from "@medusajs/framework/utils"
import { bySavedCard, Customer } from "../drivers/customer"
import { sendLink } from "../drivers/payment-link"
import type { Cart } from "../drivers/shopper"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const CARD = "4111111111111111"

runStore("A card that is kept, and payments that are allowed later", BOTH_KINDS, (store) => {
  /** Everything that uses, or adds to, what the customer keeps. */
  const asksOf = async (customer: Customer): Promise<object[]> => {
    const { id } = await customer.saveCard({
      ...(await store.gateway.widgetCard(CARD)),
      provider_id: ROZETKAPAY,
    })
    const byToken = async (more: object) => ({
      mode: "direct",
      payment_method: { type: "cc_token", token: await store.gateway.token("cc_token", CARD) },
      ...more,
    })
    return [
      { remember: true },
      { off_session: true },
      bySavedCard(id),
      await byToken({ save: true }),
      await byToken({ remember: true }),
    ]
  }

  const expectRefused = async (customer: Customer, cart: Cart) => {
    for (const data of await asksOf(customer)) {
      const answer = await customer.tryToOpenSession(cart, ROZETKAPAY, data)
      expect(answer.status).toBe(400)
      expect(answer.text).toMatch(/не належить вашому обліковому запису/)
    }
    expect(await store.gateway.payments()).toEqual([])
  }

  it.each([
    ["a guest's cart", () => store.shopper.fillCart()],
    ["another customer's cart", async () => (await Customer.register(store)).fillCart()],
  ])("are not a stranger's to ask for on %s", async (_, fillCart) => {
    await expectRefused(await Customer.register(store), await fillCart())
  })

  it("are nobody's to ask for on a payment link, not even the customer's whose order it is", async () => {
    const customer = await Customer.register(store)
    const { order, cart } = await sendLink(store)
    await store.container
      .resolve(Modules.ORDER)
      .updateOrders(order.id, { customer_id: customer.id })
    await store.gateway.reset()
    await expectRefused(customer, cart)
  })

  it("stay out of a stranger's help: who pays for another's cart pays as a guest", async () => {
    const friend = await Customer.register(store)
    const cart = await store.shopper.fillCart()
    const session = await friend.openSession(cart, ROZETKAPAY)
    const { request } = await store.gateway.payment(session.id)
    expect(JSON.stringify(request)).not.toContain(friend.id)
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    await store.admin.theOrderOf(cart)
    expect(await friend.consent(ROZETKAPAY)).toMatchObject({ given: false })
  })

  it("are not kept for who asked when the cart was another's by the time it was paid", async () => {
    const first = await Customer.register(store)
    const cart = await first.fillCart()
    const session = await first.openSession(cart, ROZETKAPAY, { remember: true })
    const second = await Customer.register(store)
    const carts = store.container.resolve(Modules.CART)
    await carts.updateCarts(cart.id, { customer_id: second.id })
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    await store.admin.theOrderOf(cart)
    expect(await first.consent(ROZETKAPAY)).toMatchObject({ given: false })
    expect(await second.consent(ROZETKAPAY)).toMatchObject({ given: false })
  })

  it("are the customer's on their own cart", async () => {
    const customer = await Customer.register(store)
    const cart = await customer.fillCart()
    const session = await customer.openSession(cart, ROZETKAPAY, { remember: true })
    expect(JSON.stringify((await store.gateway.payment(session.id)).request)).toContain(customer.id)
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    expect(await customer.consent(ROZETKAPAY)).toMatchObject({ given: true })
  })
})
