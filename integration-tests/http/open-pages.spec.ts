import { Modules } from "@medusajs/framework/utils"
import { Customer } from "../drivers/customer"
import { type Cart, Shopper } from "../drivers/shopper"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const REUSE = { mode: "hosted", reuse: true }

runStore("A shopper who asks to go on with an open page of RozetkaPay's", BOTH_KINDS, (store) => {
  const carts = () => store.container.resolve(Modules.CART)
  const press = (cart: Cart, shopper: Shopper = store.shopper, more: object = {}) =>
    shopper.openSession(cart, ROZETKAPAY, { ...REUSE, ...more })

  it("goes on with it, also when two presses come at one instant", async () => {
    const cart = await store.shopper.fillCart()
    await store.shopper.collection(cart)
    const [first, second] = await Promise.all([press(cart), press(cart)])
    expect(second.id).toBe(first.id)
    const third = await press(cart)
    expect(third).toMatchObject({ id: first.id, data: first.data, amount: first.amount })
    expect(await store.gateway.requests({ endpoint: "create" })).toHaveLength(1)
    expect((await store.shopper.openSession(cart, ROZETKAPAY)).id).not.toBe(first.id)
  })

  it.each<[string, (cart: Cart) => Promise<unknown>]>([
    ["other goods of the same total", (cart) => store.shopper.addToCart(cart, "gift")],
    ["another buyer", (cart) => carts().updateCarts(cart.id, { email: "another@example.com" })],
  ])("gets a page of their own for %s", async (_, change) => {
    const cart = await store.shopper.fillCart()
    const before = await press(cart)
    await change(cart)
    const now = await press(cart)
    expect(now.amount).toBe(before.amount)
    expect(now.id).not.toBe(before.id)
    expect(now.data.checkout_url).not.toBe(before.data.checkout_url)
  })

  it("gets a page of their own in another language, by another wish, and after a refusal", async () => {
    const cart = await store.shopper.fillCart()
    const english = new Shopper(store.url, store.seed, { "accept-language": "en" })
    const pages = [await press(cart), await press(cart, english)]
    await store.gateway.callbacks("lose")
    await store.gateway.pay(pages[1]?.id ?? "", { card: "4444333322221111" }).catch(() => null)
    expect((await store.gateway.payment(pages[1]?.id ?? "")).ledger.captured).toBe("0.00")
    pages.push(await press(cart, english))
    expect(new Set(pages.map(({ id }) => id)).size).toBe(3)
  })

  it("never meets the page of another customer, whose saved cards are on it", async () => {
    const customer = await Customer.register(store)
    const cart = await store.shopper.fillCart()
    await carts().updateCarts(cart.id, { customer_id: customer.id })
    const theirs = await press(cart, customer)
    expect((await press(cart, customer)).id).toBe(theirs.id)
    const guest = await press(cart)
    expect(guest.id).not.toBe(theirs.id)
    expect((await press(cart, await Customer.register(store))).id).toBe(guest.id)
    expect((await press(cart, customer)).id).not.toBe(theirs.id)
  })

  it("is refused what can't be bought any more, though its page is open", async () => {
    const cart = await store.shopper.fillCart()
    await press(cart)
    const [item] = await carts().listLineItems({ cart_id: cart.id })
    const products = store.container.resolve(Modules.PRODUCT)
    const count = (manage_inventory: boolean) =>
      products.updateProductVariants(item?.variant_id ?? "", { manage_inventory })
    await count(true)
    const answer = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, REUSE)
    await count(false)
    expect(answer).toMatchObject({ status: 400, json: { code: "items_unavailable" } })
  })

  it("is told that it is paid when the money came by that page", async () => {
    const cart = await store.shopper.fillCart()
    const { id } = await press(cart)
    await store.gateway.callbacks("lose")
    await store.gateway.pay(id)
    const answer = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, REUSE)
    expect(answer).toMatchObject({ status: 400, json: { code: "paid" } })
  })
})
