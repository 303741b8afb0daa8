import { Modules } from "@medusajs/framework/utils"
import {
  createCartCreditLinesWorkflow,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { receiptOf } from "../drivers/receipt"
import type { Cart } from "../drivers/shopper"
import { witnessOf } from "../drivers/witness"
import { FISCAL } from "../setup/further-instances"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"
import { ROZETKAPAY, type Store } from "../setup/store"

const FISCALISED = idOfSecond(FISCAL)

const lessPercent = async (store: Store, cart: Cart, value: number) => {
  await store.container.resolve(Modules.PROMOTION).createPromotions({
    code: "SALE",
    type: "standard",
    status: "active",
    application_method: {
      type: "percentage",
      target_type: "items",
      allocation: "across",
      value,
      currency_code: "uah",
    },
  })
  await updateCartPromotionsWorkflow(store.container).run({
    input: { cart_id: cart.id, promo_codes: ["SALE"] },
  })
}

const lessGiftCard = (store: Store, cart: Cart, amount: number) =>
  createCartCreditLinesWorkflow(store.container).run({
    input: [{ cart_id: cart.id, amount, reference: "gift", reference_id: "gift_1", metadata: {} }],
  })

const linesOf = async (store: Store, cart: Cart, provider = ROZETKAPAY) => {
  const { id } = await store.shopper.openSession(cart, provider)
  const [request] = await store.gateway.requests({ endpoint: "create", external_id: id })
  return receiptOf(request?.body)
}

runStore("The receipt's lines", { capture: true, second: FISCAL }, (store) => {
  const witness = witnessOf(store)

  it("are there under a discount of 15 %, and add up to the kopiyka", async () => {
    const cart = await store.shopper.fillCart({ shirt: 4, socks: 1 })
    await lessPercent(store, cart, 15)
    const { amount, total, products } = await linesOf(store, cart)
    // 4487.966 and 212.075: rounded one by one they would make a kopiyka more.
    expect([amount, total]).toEqual(["4700.04", "4700.04"])
    expect(products).toMatchObject([
      { quantity: "3", net_amount: "1121.99" },
      { quantity: "1", net_amount: "1122.00" },
      { quantity: "1", net_amount: "212.07" },
    ])
  })

  it("add up to what a cart less a gift card costs, where there are tax groups", async () => {
    const cart = await store.shopper.fillCart({ shirt: 1, socks: 3 }, "courier")
    await lessGiftCard(store, cart, 500)
    const { amount, total, products } = await linesOf(store, cart, FISCALISED)
    expect([amount, total]).toEqual(["1648.49", "1648.49"])
    expect(products.every(({ tax_group }) => tax_group === 1)).toBe(true)
    expect(witness.logged("without receipt lines")).toEqual([])
  })

  it("are left out of such a cart where there are none: better none than lines nobody knows", async () => {
    const cart = await store.shopper.fillCart()
    await lessGiftCard(store, cart, 500)
    const { amount, products } = await linesOf(store, cart)
    expect([amount, products]).toEqual(["819.99", []])
    expect(witness.logged("without receipt lines")).toEqual([])
  })

  it("are missed in the log when more is asked than the goods cost, where there are tax groups", async () => {
    const cart = await store.shopper.fillCart()
    await lessGiftCard(store, cart, -10)
    const { amount, products } = await linesOf(store, cart, FISCALISED)
    expect([amount, products]).toEqual(["1329.99", []])
    expect(witness.logged("without receipt lines", "amount=1329.99")).toHaveLength(1)
  })
})
