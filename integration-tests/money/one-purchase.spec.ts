import { comeBack, openCheckout } from "../drivers/checkout"
import { sendLink } from "../drivers/payment-link"
import type { Cart } from "../drivers/shopper"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("One purchase, however many pages of it are paid at one moment", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(KINDS)("$title", (kind) => {
    const { provider, total, backIn, money, goods } = kind

    /** Two requests at one instant: Medusa keeps both sessions, and both pages can be paid. */
    const openTwo = async (cart: Cart): Promise<string[]> => {
      await store.shopper.collection(cart)
      const answers = await Promise.all([
        store.shopper.tryToOpenSession(cart, provider),
        store.shopper.tryToOpenSession(cart, provider),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      return (await store.gateway.payments()).map(({ external_id }) => external_id)
    }

    const payAll = (ids: string[]) => Promise.all(ids.map((id) => store.gateway.pay(id)))

    /** Of these payments one is kept, whole, and the others are back. */
    const expectOneKept = async (ids: string[]) => {
      const ledgers = await Promise.all(
        ids.map(async (id) => (await store.gateway.payment(id)).ledger),
      )
      const kept = ledgers.filter((ledger) => ledger[backIn] === "0.00")
      expect(kept).toMatchObject([money])
      expect(ledgers.filter((ledger) => ledger[backIn] === total)).toHaveLength(ids.length - 1)
    }

    it("places one order of two pages of a cart that are paid at one moment, and returns the other payment", async () => {
      const cart = await store.shopper.fillCart(goods)
      const ids = await openTwo(cart)
      expect(ids).toHaveLength(2)
      await payAll(ids)
      await store.gateway.quiet()
      await store.admin.theOrderOf(cart)
      await expectOneKept(ids)
      expect((await reconcile(store)).differences).toEqual([])
    })

    it("tells each of two browsers its own outcome when both callbacks were lost, and keeps one payment", async () => {
      const cart = await store.shopper.fillCart(goods)
      const ids = await openTwo(cart)
      await store.gateway.callbacks("lose")
      await payAll(ids)
      const session = (await store.shopper.sessions(cart))[0]
      if (!session) throw new Error("The cart has no session")
      const addresses = await Promise.all(
        ids.map((externalId) => comeBack(store, { cart, session, externalId })),
      )
      const order = await store.admin.theOrderOf(cart)
      await expectOneKept(ids)
      const placed = addresses.filter(({ pathname }) => pathname.includes(order.id))
      expect(placed).toHaveLength(1)
      const other = addresses.find(({ pathname }) => !pathname.includes(order.id))
      expect(other?.searchParams.get("payment_error")).toBe("returned")
    })

    it("keeps one of two pages of a payment link that are paid at one moment", async () => {
      const { order, cart } = await sendLink(store)
      const ids = await openTwo(cart)
      expect(ids).toHaveLength(2)
      await payAll(ids)
      await store.gateway.quiet()
      const ledgers = await Promise.all(
        ids.map(async (id) => (await store.gateway.payment(id)).ledger),
      )
      const returned = ledgers.filter((ledger) => ledger[backIn] === "1319.99")
      expect(returned).toHaveLength(1)
      const where = kind.capture ? { taken: "1319.99" } : { held: "1319.99" }
      await bothLedgersBecome(store.admin, store.gateway, order, where)
      const [back] = ids.filter((_, index) => ledgers[index] === returned[0])
      expect(await witness.hears("rozetkapay.payment.returned", String(back))).toMatchObject({
        reason: "paid_otherwise",
      })
    })

    it("opens no page of a link that is paid already, and RozetkaPay hears nothing", async () => {
      const { cart } = await sendLink(store)
      const session = await store.shopper.openSession(cart, provider)
      await store.gateway.pay(String(session.data.external_id))
      await store.gateway.quiet()
      const before = await store.gateway.requests()
      const again = await store.shopper.tryToOpenSession(cart, provider)
      expect(again.status).toBe(400)
      expect(again.text).toMatch(/already_ordered|paid/)
      expect(await store.gateway.requests()).toHaveLength(before.length)
    })

    it("refuses to open a cart's page anew while its payment, whose callback was lost, is there: the order is placed", async () => {
      const { cart, externalId } = await openCheckout(store, kind)
      await store.gateway.callbacks("lose")
      await store.gateway.pay(externalId)
      const again = await store.shopper.tryToOpenSession(cart, provider)
      expect(again.status).toBe(400)
      expect(again.text).toContain("paid")
      await store.admin.theOrderOf(cart)
      expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
    })
  })
})
