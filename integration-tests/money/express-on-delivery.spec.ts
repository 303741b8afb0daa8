import { Modules } from "@medusajs/framework/utils"
import { authorizePaymentSessionForOrderWorkflow } from "@medusajs/medusa/core-flows"
import { comeBack } from "../drivers/checkout"
import { ExpressShopper } from "../drivers/express-shopper"
import { GatewayExpress, TO_LOCKER } from "../drivers/gateway-express"
import { failingForDays } from "../drivers/long-failing"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile, settle } from "../drivers/workflows"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

runStore(
  "A store whose buyers may pay when the parcel comes",
  {
    capture: true,
    environment: {
      ROZETKAPAY_EXPRESS_SHIPPING_OPTION: "courier",
      ROZETKAPAY_PAY_ON_DELIVERY: "true",
    },
  },
  (store) => {
    const witness = witnessOf(store)
    const shopper = new ExpressShopper(store)
    const rozetka = () => new GatewayExpress(store.gateway)

    const expectUnpaidOrder = async () => {
      const order = await shopper.theOrder()
      expect(order).toMatchObject({
        total: 1399.99,
        summary: { paid_total: 0 },
        email: "olena@example.com",
        shipping_address: { first_name: "Олена", city: "Київ" },
        metadata: { pays_on_delivery: true, rozetkapay_payment: expect.stringMatching(/branch/) },
      })
      expect(order.payment_status).toBe("awaiting")
      const { payment_collections } = await store.admin.order(order.id)
      expect(payment_collections.flatMap(({ payments }) => payments ?? [])).toEqual([])
      return order
    }

    it("places the order, which is not paid, and says to staff where it will be", async () => {
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      await rozetka().orderOnDelivery(session_id)
      await store.gateway.quiet()
      const order = await expectUnpaidOrder()
      expect(await store.shopper.sessions(cart)).toMatchObject([
        { id: session_id, status: "pending_authorization" },
      ])
      const page = await comeBack(store, { externalId: session_id })
      expect(page.pathname).toBe(`/ua/order/${order.id}/confirmed`)
      // Looked at again by whomever, it is the same, and nothing was asked for or given back.
      await authorizePaymentSessionForOrderWorkflow(store.container).run({
        input: { payment_session_id: session_id },
      })
      expect((await reconcile(store, { report_days: 14 })).differences).toEqual([])
      await expectUnpaidOrder()
      expect(witness.told(session_id)).toEqual([])
    })

    it.each([
      ["flat", "json"],
      ["nested", "data_form"],
    ] as const)("understands a callback with a %s delivery, sent as %s", async (form, sentAs) => {
      await store.gateway.quirks({ express_delivery_form: form })
      await rozetka().callbacksAs(sentAs)
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka().orderOnDelivery(session_id, { delivery: TO_LOCKER })
      await store.gateway.quiet()
      expect((await shopper.theOrder()).shipping_address).toMatchObject({
        city: "Одеса",
        address_1: "Нова пошта, Поштомат №26317",
      })
    })

    it("is one order by the return, or the job, when the callback is lost, and of all at one moment", async () => {
      await store.gateway.callbacks("lose")
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka().orderOnDelivery(session_id)
      await Promise.all([
        comeBack(store, { externalId: session_id }),
        reconcile(store),
        store.gateway.sendCallbacks({ external_id: session_id, copies: 2, concurrently: true }),
      ])
      await store.gateway.quiet()
      await expectUnpaidOrder()
    })

    it("can't be paid beside it: not by a second press, nor after the order was placed", async () => {
      await store.gateway.callbacks("lose")
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      await rozetka().orderOnDelivery(session_id)
      expect((await shopper.tryToPress(cart)).status).toBe(400)
      await expectUnpaidOrder()
      expect((await shopper.tryToPress(cart)).status).toBe(400)
      expect((await store.shopper.tryToOpenSession(cart, ROZETKAPAY)).status).toBe(400)
      expect(await store.gateway.requests({ endpoint: "create" })).toHaveLength(1)
    })

    it("is one order, paid by the card, when another page of the cart is paid at the same moment", async () => {
      const cart = await shopper.cart()
      const { session_id: later } = await shopper.press(cart)
      await store.gateway.callbacks("lose")
      const both = await store.container
        .resolve("payment")
        .createPaymentSession(await collectionOf(cart.id), {
          provider_id: ROZETKAPAY,
          amount: 1399.99,
          currency_code: "uah",
          data: { mode: "express_checkout" },
        })
      await rozetka().orderOnDelivery(later)
      await rozetka().payByCard(both.id)
      await Promise.all(
        [later, both.id].map((external_id) => store.gateway.sendCallbacks({ external_id })),
      )
      await reconcile(store)
      const order = await shopper.theOrder()
      expect(order.metadata).not.toHaveProperty("pays_on_delivery")
      await expectBothLedgers(store.admin, store.gateway, order, { captured: "1399.99" })
    })

    it("gives a card's money back that comes when the order is to be paid on delivery already", async () => {
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      const other = await store.container
        .resolve("payment")
        .createPaymentSession(await collectionOf(cart.id), {
          provider_id: ROZETKAPAY,
          amount: 1399.99,
          currency_code: "uah",
          data: { mode: "express_checkout" },
        })
      await rozetka().orderOnDelivery(session_id)
      await store.gateway.quiet()
      await expectUnpaidOrder()
      await rozetka().payByCard(other.id)
      await store.gateway.quiet()
      await expectUnpaidOrder()
      expect((await store.gateway.payment(other.id)).ledger.refunded).toBe("1399.99")
      expect(await witness.hears("rozetkapay.payment.returned", other.id)).toMatchObject({
        reason: "paid_otherwise",
      })
    })

    it("places no order for a cart that has changed meanwhile, and tells the shopper", async () => {
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      await store.shopper.addToCart(cart, "socks")
      await rozetka().orderOnDelivery(session_id)
      await store.gateway.quiet()
      expect(await shopper.orders()).toEqual([])
      const page = await comeBack(store, { externalId: session_id })
      expect(page.pathname).not.toContain("/order/")
      expect(page.searchParams.get("payment_error")).toBe("pay_on_delivery_outdated")
    })

    describe("whose order can't be placed", () => {
      const failed = async () => {
        const cart = await shopper.cart()
        const { session_id } = await shopper.press(cart)
        await store.gateway.callbacks("lose")
        const { courier } = store.seed.shippingOptions
        const delivery = store.container.resolve(Modules.FULFILLMENT)
        await delivery.softDeleteShippingOptions([courier])
        await rozetka().orderOnDelivery(session_id)
        expect(await settle(store, ROZETKAPAY, session_id)).toEqual({ is: "order_delayed" })
        return { cart, session_id, mend: () => delivery.restoreShippingOptions([courier]) }
      }

      it("keeps the cart for itself, and is placed as soon as it can be", async () => {
        const { cart, mend } = await failed()
        await mend()
        expect((await store.shopper.tryToOpenSession(cart, ROZETKAPAY)).status).toBe(400)
        await expectUnpaidOrder()
      })

      it("is no more after a while: the cart is paid on another page, and nobody collects its price again", async () => {
        const { cart, session_id, mend } = await failed()
        await failingForDays(store, session_id)
        expect(await settle(store, ROZETKAPAY, session_id)).toEqual({ is: "declined" })
        await mend()
        const { id } = await store.shopper.openSession(cart, ROZETKAPAY)
        await store.gateway.pay(id)
        expect(await store.shopper.complete(cart)).toMatchObject({ code: "confirming" })
        expect(await settle(store, ROZETKAPAY, id)).toEqual({ is: "order_placed" })
        const order = await shopper.theOrder()
        expect(Object.keys(order.metadata ?? {})).toEqual([])
        expect(order.shipping_methods?.[0]?.data?.rozetkapay_delivery ?? null).toBeNull()
        await expectBothLedgers(store.admin, store.gateway, order, { captured: "1399.99" })
      })
    })

    it("takes a card on the same page as well", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka().payByCard(session_id)
      await store.gateway.quiet()
      const order = await shopper.theOrder()
      expect(order.metadata).not.toHaveProperty("pays_on_delivery")
      await expectBothLedgers(store.admin, store.gateway, order, { captured: "1399.99" })
    })

    const collectionOf = async (cart_id: string): Promise<string> => {
      const { data } = await store.container.resolve("query").graph({
        entity: "cart_payment_collection",
        fields: ["payment_collection_id"],
        filters: { cart_id },
      })
      const [found] = data
      if (!found) throw new Error("The cart has no payment collection")
      return found.payment_collection_id
    }
  },
)
