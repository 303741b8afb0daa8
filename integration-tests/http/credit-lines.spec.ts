import {
  createCartCreditLinesWorkflow,
  refreshCartItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { openCheckout } from "../drivers/checkout"
import { outstanding } from "../drivers/payment-link"
import { receiptOf } from "../drivers/receipt"
import type { Cart } from "../drivers/shopper"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

/** What is left of the shirt's 1319.99. */
const REST = "819.99"

runStore("A cart that a gift card pays a part of", BOTH_KINDS, (store) => {
  /** As Medusa's plugin of gift cards takes it off a cart: by a credit line, and what it costs is told. */
  const takeOff = async (cart: Cart, amount: number) => {
    const line = { cart_id: cart.id, amount, reference: "gift-card", reference_id: "gift_1" }
    await createCartCreditLinesWorkflow(store.container).run({ input: [{ ...line, metadata: {} }] })
    await refreshCartItemsWorkflow(store.container).run({ input: { cart_id: cart.id } })
  }

  const lessGiftCard = async () => {
    const cart = await store.shopper.fillCart()
    await takeOff(cart, 500)
    return cart
  }

  const ordered = async (provider: string) => {
    const cart = await lessGiftCard()
    const session = await store.shopper.openSession(cart, provider)
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    return { cart, session, order: await store.admin.theOrderOf(cart) }
  }

  test.each([
    { ...AT_ONCE, money: { captured: REST } },
    { ...HOLD_FIRST, money: { held: REST } },
  ])("is asked for the rest and becomes an order that owes nothing: $title", async (kind) => {
    const { session, order } = await ordered(kind.provider)
    expect(session.amount).toBe(Number(REST))
    expect((await store.gateway.payment(session.id)).amount).toBe(REST)
    const [{ body }] = await store.gateway.requests({ endpoint: "create" })
    const { amount, total, products } = receiptOf(body)
    expect(amount).toBe(REST)
    // Lines that would cost more than is paid are not sent.
    expect(products.length === 0 || total === REST).toBe(true)
    expect(order.total).toBe(Number(REST))
    await expectBothLedgers(store.admin, store.gateway, order, kind.money)
    if (!kind.capture) {
      expect((await store.admin.capture(store.admin.paymentOf(order))).status).toBe(200)
    }
    expect(await outstanding(store, order.id)).toBe(0)
    const owed = z.object({ outstanding: z.unknown() })
    const { api } = store.admin
    const shown = await api.get(owed, `/admin/rozetkapay/orders/${order.id}`)
    expect(shown.outstanding).toBeNull()
  })

  it("is refunded no more than was paid by card, in parts and all at once", async () => {
    const { order } = await ordered(ROZETKAPAY)
    const payment = store.admin.paymentOf(order)
    expect((await store.admin.refund(payment, 1319.99)).status).toBeGreaterThanOrEqual(400)
    await expectBothLedgers(store.admin, store.gateway, order, { captured: REST })
    expect((await store.admin.refund(payment, 319.99)).status).toBe(200)
    expect((await store.admin.refund(payment, 500.01)).status).toBeGreaterThanOrEqual(400)
    expect((await store.admin.refund(payment, 500)).status).toBe(200)
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, { captured: REST, refunded: REST })
    expect((await store.admin.refund(payment, 0.01)).status).toBeGreaterThanOrEqual(400)
    expect(await store.gateway.requests({ endpoint: "refund" })).toHaveLength(2)
  })

  it("has all that was paid by card refunded when its order is cancelled, and no more", async () => {
    const { order } = await ordered(ROZETKAPAY)
    expect((await store.admin.cancel(order)).status).toBe(200)
    await bothLedgersBecome(store.admin, store.gateway, order, { captured: REST, refunded: REST })
  })

  it("is no order for a page that asks for the whole, opened before the gift card: the money goes back", async () => {
    const { cart, session } = await openCheckout(store)
    await takeOff(cart, 500)
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    expect(await store.admin.ordersOf(cart)).toEqual([])
    expect((await store.gateway.payment(session.id)).ledger.refunded).toBe("1319.99")

    const anew = await store.shopper.openSession(cart, ROZETKAPAY)
    expect(anew.amount).toBe(Number(REST))
    await store.gateway.pay(anew.id)
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { captured: REST })
  })
})
