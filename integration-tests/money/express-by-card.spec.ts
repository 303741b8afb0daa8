import { comeBack } from "../drivers/checkout"
import { ExpressShopper } from "../drivers/express-shopper"
import { GatewayExpress } from "../drivers/gateway-express"
import { expectOperations } from "../drivers/gateway-operations"
import { failingForDays } from "../drivers/long-failing"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile, settle } from "../drivers/workflows"
import { runStore } from "../setup/run-store"
import { type Seed, seedProduct } from "../setup/seed-store"
import { MERCHANT, ROZETKAPAY, type Store } from "../setup/store"

/** The shirt and the courier. */
const PAID = { captured: "1399.99" }
const BY_TWO_PRICES = {
  ...MERCHANT,
  id: "two-prices",
  express: {
    shippingOption: ({ deliveryType }: { deliveryType: string | null }) =>
      deliveryType === "D" ? "courier" : "pickup",
  },
}
const BY_ONE_PRICE = {
  ...MERCHANT,
  id: "one-price",
  express: {
    email: "orders+{phone}@shop.example.com",
    shippingOption: async ({ city }: { city: string | null }) =>
      city === "Одеса" ? "pickup" : "courier",
  },
}
const BY_NOTHING = { ...MERCHANT, id: "nothing", express: { shippingOption: "no-such-type" } }
const WITHOUT = { ...MERCHANT, id: "without", express: undefined }
const idOf = ({ id }: { id: string }) => `pp_rozetkapay_${id}`

runStore(
  "Money of what is bought in one click",
  {
    capture: true,
    options: { express: { shippingOption: "courier" }, orderRetryMinutes: 0 },
    second: [BY_TWO_PRICES, BY_ONE_PRICE, BY_NOTHING, WITHOUT],
  },
  (store) => {
    const witness = witnessOf(store)
    const shopper = new ExpressShopper(store)
    const rozetka = () => new GatewayExpress(store.gateway)

    /** A buyer who has paid, and of whom nobody has told the store. */
    const paidUnheard = async () => {
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      await store.gateway.callbacks("lose")
      await rozetka().payByCard(session_id)
      return { cart, session_id }
    }

    it("becomes an order by the shopper's return when the callback is lost", async () => {
      const { session_id } = await paidUnheard()
      const page = await comeBack(store, { externalId: session_id })
      const order = await shopper.theOrder()
      expect(page.pathname).toBe(`/ua/order/${order.id}/confirmed`)
      await expectBothLedgers(store.admin, store.gateway, order, PAID)
    })

    it("becomes an order by the job when nobody comes back, and then there is nothing to do", async () => {
      const { session_id } = await paidUnheard()
      expect((await reconcile(store)).differences).toMatchObject([
        { external_id: session_id, action: "place_order", outcome: "order_placed" },
      ])
      const order = await shopper.theOrder()
      expect(order).toMatchObject({
        email: "olena@example.com",
        shipping_address: { city: "Київ", first_name: "Олена" },
      })
      await expectBothLedgers(store.admin, store.gateway, order, PAID)
      expect((await reconcile(store)).differences).toEqual([])
    })

    it("is one order for callbacks, a return and a job of one moment", async () => {
      const { session_id } = await paidUnheard()
      await store.gateway.callbacks("normal")
      await Promise.all([
        store.gateway.sendCallbacks({ external_id: session_id, copies: 3, concurrently: true }),
        comeBack(store, { externalId: session_id }),
        reconcile(store),
      ])
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, await shopper.theOrder(), PAID)
      await expectOperations(store.gateway, session_id, {})
    })

    it("goes back when the cart has changed meanwhile, and a new payment is good", async () => {
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      await store.shopper.addToCart(cart, "socks")
      await rozetka().payByCard(session_id)
      await store.gateway.quiet()
      expect(await shopper.orders()).toEqual([])
      expect((await store.gateway.payment(session_id)).ledger.refunded).toBe("1399.99")
      await witness.hears("rozetkapay.payment.returned", session_id)

      const anew = await shopper.press(cart)
      await rozetka().payByCard(anew.session_id)
      await store.gateway.quiet()
      const order = await shopper.theOrder()
      expect(order.total).toBe(1649.49)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: "1649.49" })
    })

    it("goes back when RozetkaPay never says where the goods go", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await store.gateway.callbacks("lose")
      await rozetka().payByCard(session_id, { delivery: null, recipient: null, customer: null })
      // What is not told yet may be on its way, in a store that tries no order again as well.
      expect(await settle(store, ROZETKAPAY, session_id)).toEqual({ is: "order_delayed" })
      expect((await store.gateway.payment(session_id)).ledger.refunded).toBe("0.00")
      await failingForDays(store, session_id)
      expect(await settle(store, ROZETKAPAY, session_id)).toEqual({ is: "returned" })
      expect(await shopper.orders()).toEqual([])
      expect((await store.gateway.payment(session_id)).ledger.refunded).toBe("1399.99")
      expect(await witness.hears("rozetkapay.payment.returned", session_id)).toMatchObject({
        reason: "order_failed",
      })
    })

    it("goes back when another amount was paid than the cart costs", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka().payByCard(session_id, { amount: 1319.99 })
      await store.gateway.quiet()
      expect(await shopper.orders()).toEqual([])
      expect((await store.gateway.payment(session_id)).ledger.refunded).toBe("1319.99")
    })

    it("is kept once when two pages of one cart are paid", async () => {
      const cart = await shopper.cart()
      const { session_id: first } = await shopper.press(cart)
      const { id: second } = await store.shopper.openSession(cart, ROZETKAPAY, {
        mode: "express_checkout",
      })
      expect(second).not.toBe(first)
      await store.gateway.callbacks("lose")
      await rozetka().payByCard(first)
      await rozetka().payByCard(second)
      await store.gateway.callbacks("normal")
      await Promise.all(
        [first, second].map((external_id) => store.gateway.sendCallbacks({ external_id })),
      )
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, await shopper.theOrder(), PAID)
      const all = await Promise.all([first, second].map((id) => store.gateway.payment(id)))
      expect(all.map(({ ledger }) => ledger.refunded).sort()).toEqual(["0.00", "1399.99"])
    })

    it("can't be paid once more when its callback is lost and the button is pressed again", async () => {
      const { cart } = await paidUnheard()
      const again = await shopper.tryToPress(cart)
      expect([again.status, again.text]).toEqual([400, expect.stringMatching(/"paid"/)])
      expect(await shopper.theOrder()).toMatchObject({ total: 1399.99 })
      const after = await shopper.tryToPress(cart)
      expect([after.status, after.text]).toEqual([400, expect.stringMatching(/already_ordered/)])
    })

    it("is asked for only at one price: an option that depends on the choice is refused, and the log says so", async () => {
      const cart = await shopper.cart()
      const refused = await shopper.tryToPress(cart, { provider_id: idOf(BY_TWO_PRICES) })
      expect([refused.status, refused.text]).toEqual([
        400,
        expect.stringMatching(/express_delivery/),
      ])
      expect(refused.text).toMatch(/одним натисканням/)
      expect(witness.logged("code=express_delivery", "different prices")).toHaveLength(1)

      const missing = await shopper.tryToPress(cart, { provider_id: idOf(BY_NOTHING) })
      expect(missing.text).toMatch(/express_delivery/)
      expect(witness.logged("no shipping option", "no-such-type")).toHaveLength(1)
      const without = await shopper.tryToPress(cart, { provider_id: idOf(WITHOUT) })
      expect(without.text).toMatch(/express_not_offered/)
      expect(await store.gateway.requests({ endpoint: "create" })).toEqual([])
    })

    it("keeps the delivery that was paid when what the buyer chose would cost another price", async () => {
      const { session_id } = await shopper.press(await shopper.cart(), idOf(BY_ONE_PRICE))
      await rozetka().payByCard(session_id, {
        delivery: { delivery_type: "P", provider: "meest", city: "Одеса", warehouse_number: "7" },
        email: null,
      })
      await store.gateway.quiet()
      const order = await shopper.theOrder()
      expect(order).toMatchObject({
        email: "orders+380501112233@shop.example.com",
        shipping_address: { address_1: "Meest, поштомат № 7" },
        shipping_methods: [{ amount: 80 }],
      })
      expect(witness.logged("keeps the shipping option", "pickup")).toHaveLength(1)
      await expectBothLedgers(store.admin, store.gateway, order, PAID)
    })

    it("is not asked for in another currency, or for goods that the delivery does not send", async () => {
      const euros = await cartIn(store, "eur")
      const refused = await shopper.tryToPress({ id: euros })
      expect([refused.status, refused.text]).toEqual([
        400,
        expect.stringMatching(/express_currency/),
      ])
      const bulky = await shopper.tryToPress({ id: await cartOfBulky(store, store.seed) })
      expect([bulky.status, bulky.text]).toEqual([
        400,
        expect.stringMatching(/cart_without_delivery/),
      ])
      expect(await store.gateway.requests({ endpoint: "create" })).toEqual([])
    })

    it("stays with a customer who is logged in, whatever e-mail RozetkaPay was told", async () => {
      const customers = store.container.resolve("customer")
      const owner = await customers.createCustomers({
        email: "owner@example.com",
        has_account: true,
      })
      const cart = await shopper.cart({ shirt: 1 }, { email: "owner@example.com" })
      await store.container
        .resolve("cart")
        .updateCarts([{ id: cart.id, customer_id: owner.id, email: owner.email }])
      const { session_id } = await shopper.press(cart)
      await rozetka().payByCard(session_id, { email: "somebody@example.com" })
      await store.gateway.quiet()
      expect(await shopper.theOrder()).toMatchObject({
        email: "owner@example.com",
        customer: { email: "owner@example.com", has_account: true },
      })
    })

    it("never makes a guest of a customer with an account, whose e-mail anybody could type", async () => {
      const customers = store.container.resolve("customer")
      await customers.createCustomers({ email: "olena@example.com", has_account: true })
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka().payByCard(session_id)
      await store.gateway.quiet()
      expect(await shopper.theOrder()).toMatchObject({
        customer: { email: "olena@example.com", has_account: false },
      })
    })
  },
)

/** A cart with something in it, in a region of another currency. */
async function cartIn(store: Store, currency_code: string): Promise<string> {
  const carts = store.container.resolve("cart")
  const item = { title: "Something", quantity: 1, unit_price: 10, requires_shipping: false }
  const cart = await carts.createCarts({ currency_code, items: [item] })
  return cart.id
}

/** Goods of a kind of their own, for which the store has no delivery. */
async function cartOfBulky(store: Store, seed: Seed): Promise<string> {
  const [profile] = await store.container
    .resolve("fulfillment")
    .createShippingProfiles([{ name: "Bulky", type: "bulky" }])
  const variant_id = await seedProduct(store.admin.api, {
    title: "Диван",
    price: "9999.00",
    profileId: profile?.id ?? "",
    salesChannelId: seed.salesChannelId,
  })
  const items = [{ variant_id, quantity: 1 }]
  const { id } = await new ExpressShopper(store).cart({}, { items })
  return id
}
