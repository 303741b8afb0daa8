import { Modules, PromotionActions } from "@medusajs/framework/utils"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { MARKET } from "../setup/further-instances"
import { everyKind } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"
import type { Store } from "../setup/store"

const ONE_STEP = idOfSecond(MARKET)

/** 1319.99 of Olena's shirt and 499.00 of Taras's two pairs of socks. */
const GOODS = { shirt: 1, socks: 2 }

/** 100 hryvnias less for one piece of these goods, with a code. */
const discount = async (store: Store, code: string, variantId: string) => {
  const { product_id } = await store.container
    .resolve(Modules.PRODUCT)
    .retrieveProductVariant(variantId)
  await store.container.resolve(Modules.PROMOTION).createPromotions({
    code,
    type: "standard",
    status: "active",
    application_method: {
      type: "fixed",
      target_type: "items",
      allocation: "each",
      max_quantity: 1,
      value: 100,
      currency_code: "uah",
      target_rules: [
        { attribute: "items.product.id", operator: "in", values: [String(product_id)] },
      ],
    },
  })
}

runStore("A marketplace's cart whose page is open", everyKind(), (store) => {
  it("places no order for what the sellers were not paid: a discount moved from one to another", async () => {
    await discount(store, "OLENA100", store.seed.variants.shirt)
    await discount(store, "TARAS100", store.seed.variants.socks)
    const cart = await store.shopper.fillCart(GOODS)
    const useOnly = (code: string) =>
      updateCartPromotionsWorkflow(store.container).run({
        input: { cart_id: cart.id, promo_codes: [code], action: PromotionActions.REPLACE },
      })
    await useOnly("OLENA100")
    const session = await store.shopper.openSession(cart, ONE_STEP)
    expect(session.amount).toBe(1718.99)
    // The cart costs the same as before, so Medusa keeps the session, and its page stays open.
    await useOnly("TARAS100")
    await store.gateway.callbacks("lose")
    await store.gateway.pay(session.id)
    await expect(store.shopper.complete(cart)).rejects.toThrow(/кожному з продавців/)
    await store.gateway.callbacks("normal")
    await store.gateway.sendCallbacks({ external_id: session.id })
    await store.gateway.quiet()
    expect(await store.admin.ordersOf(cart)).toEqual([])
    expect((await store.gateway.payment(session.id)).ledger.refunded).toBe("1718.99")

    const anew = await store.shopper.openSession(cart, ONE_STEP)
    await store.gateway.pay(anew.id)
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    expect(await store.admin.sellers(store.admin.paymentOf(order))).toEqual({
      olena: { captured: "1319.99" },
      taras: { captured: "399.00" },
    })
  })
})
