import { retell } from "../drivers/callback-signer"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { expectAsked } from "../drivers/gateway-operations"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { settle } from "../drivers/workflows"
import { AT_ONCE_KINDS, everyKind } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("An answer of RozetkaPay's that can not be counted", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(AT_ONCE_KINDS)("$title", (kind) => {
    /** What the gateway told of one payment, with other words, as if it were of another. */
    const tell = async (
      { of, as }: { of: string; as: string },
      change: (text: string) => string,
      name = of,
    ) => {
      const [others, own] = [of, as].map((id) => id.replace("payses_", ""))
      const callback = await store.gateway.newestCallback(name)
      return retell(callback, kind.secret, (text) => change(text.replaceAll(others, own)))
    }

    it("is not yet when its currency is unknown: no order, nothing returned, and it is not asked for again", async () => {
      const { cart, externalId } = await openCheckout(store, kind)
      const other = await openCheckout(store, kind)
      await store.gateway.callbacks("lose")
      await store.gateway.pay(other.externalId)
      const answer = await tell({ of: other.externalId, as: externalId }, (text) =>
        text.replaceAll('"UAH"', '"ZZZ"'),
      )
      expect(answer.status).toBe(200)
      expect(answer.json).toMatchObject({ outcome: "waiting" })
      const problem = ["can not be understood", externalId, '"ZZZ" is not known']
      expect(witness.logged(...problem)).toHaveLength(1)
      expect((await store.shopper.complete(cart)).reason).toMatch(/Зачекайте.*хвилину/)
      expect(await store.admin.ordersOf(cart)).toEqual([])
      await expectAsked(store.gateway, externalId, {})

      // Once the answer can be counted, it counts.
      await store.gateway.callbacks("normal")
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: kind.total })
    })

    it("lets no refund be sent when something was refunded and nobody says how much", async () => {
      const { order, externalId } = await placeOrder(store, kind)
      const other = await placeOrder(store, kind)
      await store.gateway.callbacks("lose")
      await store.gateway.cabinet(other.externalId, "refund", { amount: 100 })
      const { name, orders = [name] } = await store.gateway.payment(other.externalId)
      const withoutAmounts = (text: string) =>
        text.replace(/"amount":("[^"]*"|[\d.]+)/g, '"amount":null')
      const said = await tell({ of: other.externalId, as: externalId }, withoutAmounts, orders[0])
      expect(said.status).toBe(200)
      const { status, text } = await store.admin.refund(store.admin.paymentOf(order), 100)
      expect(status).toBe(400)
      expect(text).toMatch(/can not be understood.*Nothing was sent/)
      expect(await settle(store, kind.provider, externalId)).toMatchObject({ is: "order_placed" })
      await expectAsked(store.gateway, externalId, {})
      await expectBothLedgers(store.admin, store.gateway, order, { captured: kind.total })
    })
  })
})
