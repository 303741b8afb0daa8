import { setTimeout as pause } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"
import { openCheckout } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import { plus } from "../drivers/kopiykas"
import type { Cart } from "../drivers/shopper"
import { witnessOf } from "../drivers/witness"
import { AT_ONCE_KINDS, everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import { PRICES } from "../setup/seed-store"

runStore("A cart that changes while its payment is being started", everyKind(), (store) => {
  const witness = witnessOf(store)
  afterEach(() => jest.restoreAllMocks())

  /** The goods come in the moment between Medusa's look at the amount and its new session. */
  const openWhileAdding = async (cart: Cart, provider: string) => {
    const payments = store.container.resolve(Modules.PAYMENT)
    const create = payments.createPaymentSession.bind(payments)
    jest.spyOn(payments, "createPaymentSession").mockImplementationOnce(async (...given) => {
      await store.shopper.addToCart(cart, "socks")
      return create(...given)
    })
    return store.shopper.openSession(cart, provider)
  }

  describe.each(KINDS)("$title", ({ provider, goods, total, orders, back, backIn }) => {
    const withSocks = Number(plus(total, PRICES.socks))

    it("gets no order for less than its goods cost: the money goes back, and a new payment is good", async () => {
      const cart = await store.shopper.fillCart(goods)
      const session = await openWhileAdding(cart, provider)
      await store.gateway.pay(session.id)
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(cart)).toEqual([])
      const { ledger } = await store.gateway.payment(session.id)
      expect(ledger[backIn]).toBe(total)
      await expectOperations(store.gateway, session.id, { [back]: orders })
      expect(await witness.hears("rozetkapay.payment.returned", session.id)).toMatchObject({
        reason: "mismatched",
      })

      const anew = await store.shopper.openSession(cart, provider)
      expect(anew.amount).toBe(withSocks)
      await store.gateway.pay(anew.id)
      await store.gateway.quiet()
      expect((await store.admin.theOrderOf(cart)).total).toBe(withSocks)
    })

    it("gets no order either when the shopper places it before RozetkaPay calls", async () => {
      const cart = await store.shopper.fillCart(goods)
      await store.gateway.callbacks("lose")
      const session = await openWhileAdding(cart, provider)
      await store.gateway.pay(session.id)
      expect((await store.shopper.complete(cart)).reason).toMatch(/Кошик змінився/)
      expect(await store.admin.ordersOf(cart)).toEqual([])
      await store.gateway.callbacks("normal")
      await store.gateway.sendCallbacks({ external_id: session.id })
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(cart)).toEqual([])
      await expectOperations(store.gateway, session.id, { [back]: orders })
    })
  })

  it("is never an order for another amount than was paid, in whatever order the two requests arrive", async () => {
    const race = async (tries: number) => {
      const { cart } = await openCheckout(store)
      const [, session] = await Promise.all([
        pause(tries % 4).then(() => store.shopper.addToCart(cart, "socks")),
        pause((tries * 7) % 40).then(() =>
          store.shopper.tryToOpenSession(cart, AT_ONCE_KINDS[0].provider),
        ),
      ])
      expect([200, 400, 404, 500]).toContain(session.status)
      for (const { id } of await store.shopper.sessions(cart)) {
        await store.gateway.pay(id).catch(() => "the page was never opened")
      }
      await store.gateway.quiet()
      for (const order of await store.admin.ordersOf(cart)) {
        expect(order.summary?.paid_total).toBe(order.total)
      }
    }
    for (const first of [0, 4, 8]) {
      await Promise.all([0, 1, 2, 3].map((next) => race(first + next)))
    }
  })
})
