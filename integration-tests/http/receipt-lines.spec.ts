import { Modules } from "@medusajs/framework/utils"
import {
  createCartCreditLinesWorkflow,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Order } from "../drivers/admin"
import { placeOrder } from "../drivers/checkout"
import { receiptOf } from "../drivers/receipt"
import type { Cart } from "../drivers/shopper"
import { witnessOf } from "../drivers/witness"
import { FISCAL, FISCAL_HOLD, MARKET, SILENT } from "../setup/further-instances"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"
import { ROZETKAPAY, type Store } from "../setup/store"

const FISCALISED = idOfSecond(FISCAL)

/** The shirt costs 1319.99, the three pairs of socks 748.50. */
const GOODS = { shirt: 1, socks: 3 }

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

const SECOND = [FISCAL, FISCAL_HOLD, SILENT, MARKET]

/** A cart's items that were put in at one moment stand in any order. */
const dearestFirst = <Line extends { net_amount: string }>(lines: Line[]): Line[] =>
  [...lines].sort((a, b) => Number(b.net_amount) - Number(a.net_amount))

runStore("The receipt's lines", { capture: true, second: SECOND }, (store) => {
  const witness = witnessOf(store)

  it("are there under a discount of 15 %, and add up to the kopiyka", async () => {
    const cart = await store.shopper.fillCart({ shirt: 4, socks: 1 })
    await lessPercent(store, cart, 15)
    const { amount, total, products } = await linesOf(store, cart)
    // 4487.966 and 212.075: rounded one by one they would make a kopiyka more.
    expect([amount, total]).toEqual(["4700.04", "4700.04"])
    expect(dearestFirst(products)).toMatchObject([
      { quantity: "1", net_amount: "1122.00" },
      { quantity: "3", net_amount: "1121.99" },
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

  /** The lines of what was sent of an order last, which are told with no whole capture or refund. */
  const lastOf = async (endpoint: string) => {
    const request = (await store.gateway.requests({ endpoint })).pop()
    return receiptOf(request?.body)
  }
  const sendBack = async (order: Order, title: string, quantity: number) => {
    const orders = store.container.resolve(Modules.ORDER)
    const { items = [] } = await orders.retrieveOrder(order.id, { relations: ["items"] })
    const id = items.find(({ product_title }) => product_title === title)?.id ?? ""
    // Only what was sent out can come back.
    await orders.registerFulfillment({
      order_id: order.id,
      reference: Modules.FULFILLMENT,
      items: [{ id, quantity }],
    })
    const created = await orders.createReturn({ order_id: order.id, items: [{ id, quantity }] })
    return { return_id: created.id, items: [{ id, quantity }] }
  }
  const refund = async (order: Order, amount: number): Promise<void> => {
    expect((await store.admin.refund(store.admin.paymentOf(order), amount)).status).toBe(200)
  }

  it("of a part that is refunded are of all that was sold, in proportion, and so are those of the rest", async () => {
    const { order } = await placeOrder(store, { goods: GOODS })
    await refund(order, 100)
    const part = await lastOf("refund")
    expect(part.total).toBe("100.00")
    expect(dearestFirst(part.products)).toMatchObject([
      { name: expect.stringContaining("Вишиванка"), quantity: "1", net_amount: "63.81" },
      { name: expect.stringContaining("Шкарпетки"), quantity: "1", net_amount: "12.07" },
      { name: expect.stringContaining("Шкарпетки"), quantity: "2", net_amount: "12.06" },
    ])
    await refund(order, 1968.49)
    expect((await lastOf("refund")).total).toBe("1968.49")
  })

  it("of a refund of what a return's goods cost are of these goods, also when they have come in", async () => {
    const { order } = await placeOrder(store, { goods: GOODS })
    const socks = await sendBack(order, "Шкарпетки", 2)
    await refund(order, 499)
    expect((await lastOf("refund")).products).toMatchObject([
      { name: expect.stringContaining("Шкарпетки"), quantity: "2", net_amount: "249.50" },
    ])
    const orders = store.container.resolve(Modules.ORDER)
    await orders.receiveReturn(socks)
    await orders.receiveReturn(await sendBack(order, "Вишиванка", 1))
    await refund(order, 1319.99)
    expect((await lastOf("refund")).products).toMatchObject([
      { name: expect.stringContaining("Вишиванка"), quantity: "1", net_amount: "1319.99" },
    ])
  })

  it("of a second refund of the same amount are not of the same goods again", async () => {
    const { order } = await placeOrder(store, { goods: GOODS })
    await sendBack(order, "Шкарпетки", 1)
    await refund(order, 249.5)
    expect((await lastOf("refund")).products).toHaveLength(1)
    await refund(order, 249.5)
    const second = await lastOf("refund")
    expect(second.total).toBe("249.50")
    expect(second.products.length).toBeGreaterThan(1)
  })

  it("are left to RozetkaPay for a whole refund or capture, which has them from the payment", async () => {
    const { order } = await placeOrder(store, { goods: GOODS })
    await refund(order, 2068.49)
    expect((await lastOf("refund")).products).toEqual([])
    const held = await placeOrder(store, { goods: GOODS, provider: idOfSecond(FISCAL_HOLD) })
    expect((await store.admin.capture(store.admin.paymentOf(held.order))).status).toBe(200)
    expect((await lastOf("confirm")).products).toEqual([])
  })

  it("of a part that is captured, and of the rest that is canceled, have their tax group", async () => {
    const { order } = await placeOrder(store, { goods: GOODS, provider: idOfSecond(FISCAL_HOLD) })
    const payment = store.admin.paymentOf(order)
    expect((await store.admin.capture(payment, 1000.01)).status).toBe(200)
    await store.gateway.quiet()
    expect((await store.admin.release(payment)).status).toBe(200)
    for (const [endpoint, amount] of [
      ["confirm", "1000.01"],
      ["cancel", "1068.48"],
    ] as const) {
      const { total, products } = await lastOf(endpoint)
      expect([endpoint, total]).toEqual([endpoint, amount])
      expect(products.map(({ tax_group }) => tax_group)).toEqual(products.map(() => 1))
    }
  })

  it("are not sent at all where the store does not want them", async () => {
    const { order } = await placeOrder(store, { goods: GOODS, provider: idOfSecond(SILENT) })
    await refund(order, 100)
    expect((await lastOf("refund")).products).toEqual([])
  })

  it("of what a seller returns are of this seller's goods", async () => {
    const { order } = await placeOrder(store, { goods: GOODS, provider: idOfSecond(MARKET) })
    const payment = store.admin.paymentOf(order)
    const refundOf = (sellers: Record<string, string>) =>
      store.admin.moveOfSellers(payment, "refund", sellers)
    expect((await refundOf({ taras: "100.00" })).status).toBe(200)
    const { total, products } = await lastOf("refund")
    expect(total).toBe("100.00")
    expect(products.every(({ name }) => name.includes("Шкарпетки"))).toBe(true)
    expect((await refundOf({ olena: "1319.99" })).status).toBe(200)
    expect((await lastOf("refund")).products).toEqual([])
  })
})
