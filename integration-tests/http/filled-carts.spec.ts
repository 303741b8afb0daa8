import { randomBytes } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { ApiClient } from "../drivers/api-client"
import { Customer } from "../drivers/customer"
import { nameless } from "../drivers/nameless"
import { type Cart, Shopper } from "../drivers/shopper"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const item = z.looseObject({ product_title: z.string() })
const cartShape = z.object({ cart: z.looseObject({ items: z.array(item) }) })
const FIELDS = "*items,*items.adjustments,*items.tax_lines,*customer,*promotions"

// The other spec files rest on this: their shoppers' carts are copies of one that Medusa has filled.
runStore("The tests' copy of a filled cart", BOTH_KINDS, (store) => {
  const GOODS = { shirt: 2, socks: 1 }
  const fill = (shopper: Shopper) => shopper.fillCart(GOODS, "courier")

  /** In a browser that no cart was filled in before: the first one is Medusa's own. */
  const newBrowser = () => ({ "x-browser": randomBytes(6).toString("hex") })

  const changed = async () => (await globalThis.__bootedStore?.medusa.changedTables())?.sort()

  const fillWithoutMedusa = async (shopper: Shopper): Promise<Cart> => {
    const asked = jest.spyOn(globalThis, "fetch")
    const cart = await fill(shopper)
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
    return cart
  }

  /** What the Store API tells of it. */
  const told = async (cart: Cart) => {
    const { url, seed } = store
    const api = new ApiClient(url, { "x-publishable-api-key": seed.publishableKey })
    const answer = await api.get(cartShape, `/store/carts/${cart.id}?fields=${FIELDS}`)
    // Medusa itself gives no order to what it has made in one millisecond.
    answer.cart.items.sort((one, other) => one.product_title.localeCompare(other.product_title))
    return nameless(answer.cart, seed)
  }

  it("is to the Store API what Medusa has filled, and nothing else was written", async () => {
    const shopper = new Shopper(store.url, store.seed, newBrowser())
    const original = await told(await fill(shopper))
    const written = await changed()
    expect(original).toMatchObject({ total: 2969.48, items: [{}, {}], shipping_methods: [{}] })
    await globalThis.__bootedStore?.medusa.restore()
    expect(await changed()).toEqual([])
    const copy = await fillWithoutMedusa(shopper)
    expect(await changed()).toEqual(written)
    expect(await told(copy)).toEqual(original)
  })

  it("is a customer's own, as the one that Medusa has filled", async () => {
    const [one, other] = [await Customer.register(store), await Customer.register(store)]
    await fill(one)
    const again = await fillWithoutMedusa(one)
    const copy = await fillWithoutMedusa(other)
    const carts = await store.container
      .resolve(Modules.CART)
      .listCarts({ id: [again.id, copy.id] }, { order: { id: "asc" } })
    expect(carts.map(({ customer_id, email }) => ({ customer_id, email }))).toEqual([
      { customer_id: one.id, email: again.email },
      { customer_id: other.id, email: copy.email },
    ])
    expect(await told(copy)).toEqual(await told(again))
  })

  it("is paid and placed, and its guest is a customer without an account", async () => {
    const shopper = new Shopper(store.url, store.seed, newBrowser())
    await fill(shopper)
    const cart = await fillWithoutMedusa(shopper)
    const { data } = await shopper.openSession(cart, ROZETKAPAY)
    await store.gateway.pay(String(data.external_id))
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    expect(order.total).toBe(2969.48)
    expect(order.summary).toMatchObject({ paid_total: 2969.48 })
    const customers = store.container.resolve(Modules.CUSTOMER)
    expect(await customers.listCustomers({ email: cart.email })).toEqual([
      expect.objectContaining({ has_account: false }),
    ])
  })

  it("is not given where the store delivers otherwise than it did", async () => {
    const shopper = new Shopper(store.url, store.seed, newBrowser())
    await fill(shopper)
    await fillWithoutMedusa(shopper)
    await store.container
      .resolve(Modules.FULFILLMENT)
      .softDeleteShippingOptions([store.seed.shippingOptions.courier])
    await expect(fill(shopper)).rejects.toThrow(/[Ss]hipping/)
  })
})
