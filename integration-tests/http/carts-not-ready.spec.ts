import { Modules } from "@medusajs/framework/utils"
import { ADDRESS } from "../drivers/shopper"
import { everyKind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("A cart that can't become an order as it is", everyKind(), (store) => {
  const carts = () => store.container.resolve(Modules.CART)

  /** All but the country, which Medusa itself writes where a region has only one. */
  const forgetAddress = async (id: string) => {
    const cart = await carts().retrieveCart(id, { relations: ["shipping_address"] })
    if (!cart.shipping_address) throw new Error("The cart has no address")
    const said = Object.keys(ADDRESS).filter((field) => field !== "country_code")
    await carts().updateAddresses([
      { id: cart.shipping_address.id, ...Object.fromEntries(said.map((field) => [field, null])) },
    ])
  }

  const SPOILT = [
    {
      lacks: "no e-mail",
      code: "cart_without_email",
      spoil: async (id: string) => {
        await carts().updateCarts(id, { email: null })
      },
    },
    {
      lacks: "no address",
      code: "cart_without_address",
      spoil: async (id: string) => {
        await forgetAddress(id)
      },
    },
    {
      lacks: "no way of delivery",
      code: "cart_without_delivery",
      spoil: async (id: string) => {
        const methods = await carts().listShippingMethods({ cart_id: id })
        await carts().deleteShippingMethods(methods.map((method) => method.id))
      },
    },
    {
      lacks: "goods that are sold out by now",
      code: "items_unavailable",
      spoil: async (id: string) => {
        const [item] = await carts().listLineItems({ cart_id: id })
        const { variant_id } = item ?? {}
        if (!variant_id) throw new Error("The cart is empty")
        await sellOut(variant_id)
        return () => sellFreely(variant_id)
      },
    },
  ]

  const catalogue = () => store.container.resolve(Modules.PRODUCT)

  /** Counted from now on, and none is there. */
  const sellOut = async (variantId: string) => {
    await catalogue().updateProductVariants(variantId, { manage_inventory: true })
  }
  const sellFreely = async (variantId: string) => {
    await catalogue().updateProductVariants(variantId, { manage_inventory: false })
  }

  describe.each(SYSTEM_KINDS)("is refused before anything is sent ($atOnce.provider)", (kinds) => {
    it.each(
      SPOILT,
    )("with $lacks: $code, and the page that was opened before stays", async (row) => {
      const { provider, goods } = kinds.atOnce
      const cart = await store.shopper.fillCart(goods)
      const session = await store.shopper.openSession(cart, provider)
      const before = await store.gateway.payments()
      const mend = await row.spoil(cart.id)
      const answer = await store.shopper.tryToOpenSession(cart, provider)
      await mend?.()
      expect(answer.status).toBe(400)
      expect(answer.json).toEqual({
        type: "invalid_data",
        code: row.code,
        message: expect.stringMatching(/[а-яіїєґ]{4}.*\.$/),
      })
      expect((await store.shopper.sessions(cart)).map(({ id }) => id)).toEqual([session.id])
      expect(await store.gateway.payments()).toEqual(before)
    })
  })

  it("is another matter with goods that need no delivery: these are paid without an address", async () => {
    const { provider } = SYSTEM_KINDS[0].atOnce
    const cart = await store.shopper.fillCart()
    const items = await carts().listLineItems({ cart_id: cart.id })
    for (const { id } of items) await carts().updateLineItems(id, { requires_shipping: false })
    const methods = await carts().listShippingMethods({ cart_id: cart.id })
    await carts().deleteShippingMethods(methods.map(({ id }) => id))
    await forgetAddress(cart.id)
    const session = await store.shopper.openSession(cart, provider)
    expect(session.data.checkout_url).toBeTruthy()
  })
})
