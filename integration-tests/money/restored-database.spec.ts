import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectOperations } from "../drivers/gateway-operations"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

const list = z.object({
  unexplained: z.array(
    z.object({ external_id: z.string(), amount: z.string(), currency_code: z.string() }),
  ),
})

runStore("A database that is not the one of the payments", everyKind(), (store) => {
  const witness = witnessOf(store)
  const sql = (text: string, values: string[] = []) =>
    store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)
  const unexplained = async () =>
    (await store.admin.api.get(list, "/admin/rozetkapay/unexplained")).unexplained

  /** A backup of this morning: everything of today is missing. */
  const loseToday = () =>
    sql(
      `truncate payment_collection, payment_session, payment, capture, refund, cart, "order",
       cart_payment_collection, order_cart, order_payment_collection cascade`,
    )

  describe.each(KINDS)("$title", (kind) => {
    const { provider, total, money, backIn, capture } = kind

    it("keeps the money of sales that a restored database has forgotten, and shows it to staff", async () => {
      const { externalId } = await placeOrder(store, kind)
      await loseToday()
      await reconcile(store, { report_days: 2, provider_id: provider })
      await store.gateway.sendCallbacks({ external_id: externalId })
      await store.gateway.quiet()
      expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
      await expectOperations(store.gateway, externalId, {})
      expect(await witness.hears("rozetkapay.payment.unexplained", externalId)).toMatchObject({
        amount: total,
        reason: "unknown_purchase",
      })
      expect(witness.told(externalId)).toHaveLength(1)
      expect(await unexplained()).toEqual([
        expect.objectContaining({ external_id: externalId, amount: total, currency_code: "uah" }),
      ])
    })

    it("keeps the rest when a part of such a sale is moved in the cabinet", async () => {
      const { externalId } = await placeOrder(store, kind)
      await loseToday()
      await store.gateway.cabinet(externalId, capture ? "refund" : "confirm", { amount: 100 })
      await store.gateway.quiet()
      const { ledger } = await store.gateway.payment(externalId)
      if (capture) expect(ledger.refunded).toBe("100.00")
      else expect(ledger).toMatchObject({ captured: "100.00", canceled: "0.00", refunded: "0.00" })
      expect(witness.told(externalId).filter(({ name }) => name.endsWith("returned"))).toEqual([])
    })

    it("lists each of several such payments, noted at one instant, also after staff have saved the store's own metadata", async () => {
      const stores = z.object({ stores: z.array(z.object({ id: z.string() })) })
      const [row] = (await store.admin.api.get(stores, "/admin/stores")).stores
      if (!row) throw new Error("There is no store")
      const saveStore = (metadata: object) =>
        store.admin.api.post(z.unknown(), `/admin/stores/${row.id}`, { metadata })
      await saveStore({ colour: "green" })
      const ids: string[] = []
      for (let sale = 0; sale < 3; sale += 1) {
        ids.push((await placeOrder(store, kind)).externalId)
      }
      await loseToday()
      await Promise.all(ids.map((external_id) => store.gateway.sendCallbacks({ external_id })))
      await store.gateway.quiet()
      const listed = async () => (await unexplained()).map(({ external_id }) => external_id).sort()
      expect(await listed()).toEqual([...ids].sort())
      const metadata = z.object({ store: z.object({ metadata: z.unknown() }) })
      const saved = await store.admin.api.get(metadata, `/admin/stores/${row.id}`)
      expect(saved.store.metadata).toEqual({ colour: "green" })
      await saveStore({ colour: "blue" })
      expect(await listed()).toEqual([...ids].sort())

      const [first = "", ...others] = ids
      await store.admin.api.attempt(`/admin/rozetkapay/unexplained/${first}/return`)
      expect(await listed()).toEqual([...others].sort())
      const litter = await sql(
        `select count(*) from payment_collection where id like 'pay_col_rozetkapay_unexplained%'`,
      )
      expect(Number(litter.rows[0].count)).toBe(2)
      const again = await store.admin.api.attempt(`/admin/rozetkapay/unexplained/${first}/return`)
      expect(again.status).toBe(404)
      expect(again.text).toContain("has no note of unexplained money")
    })

    it("goes back whole when staff decide so, once, from however many windows", async () => {
      const { externalId } = await placeOrder(store, kind)
      await loseToday()
      await store.gateway.sendCallbacks({ external_id: externalId })
      await eventually("it is listed", async () => (await unexplained()).length === 1)
      const path = `/admin/rozetkapay/unexplained/${externalId}/return`
      const answers = await Promise.all([
        store.admin.api.attempt(path),
        store.admin.api.attempt(path),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
      await store.gateway.quiet()
      expect((await store.gateway.payment(externalId)).ledger[backIn]).toBe(total)
      expect(await unexplained()).toEqual([])
    })

    it("is listed once, and goes back when staff decide so, also after the store's secrets were changed", async () => {
      const { externalId } = await placeOrder(store, kind)
      await loseToday()
      await store.gateway.sendCallbacks({ external_id: externalId })
      await eventually("it is listed", async () => (await unexplained()).length === 1)
      // The name that another secret had given it.
      await sql(
        `update payment_collection set id = 'pay_col_rozetkapay_unexplained_' || md5(id)
         where id like 'pay_col_rozetkapay_unexplained%'`,
      )
      await store.gateway.sendCallbacks({ external_id: externalId })
      await store.gateway.quiet()
      expect(await unexplained()).toHaveLength(1)
      const returned = await store.admin.api.attempt(
        `/admin/rozetkapay/unexplained/${externalId}/return`,
      )
      expect(returned.status).toBe(200)
      await store.gateway.quiet()
      expect((await store.gateway.payment(externalId)).ledger[backIn]).toBe(total)
      expect(await unexplained()).toEqual([])
    })

    it.each([
      ["asks again", true],
      ["leaves it to RozetkaPay's callback", false],
    ])("is not called returned while RozetkaPay's answer is lost; who %s hears once how much went back", async (_, asksAgain) => {
      const { externalId } = await placeOrder(store, kind)
      await loseToday()
      await store.gateway.sendCallbacks({ external_id: externalId })
      await eventually("it is listed", async () => (await unexplained()).length === 1)
      const path = `/admin/rozetkapay/unexplained/${externalId}/return`
      await store.gateway.callbacks("lose")
      await store.gateway.lag(true)
      await store.gateway.fault({
        endpoint: kind.endpoints[kind.back],
        kind: "drop_after",
        times: kind.orders,
      })
      const lost = await store.admin.api.attempt(path)
      expect(lost.status).toBe(503)
      expect(lost.json).toMatchObject({ code: "return_not_known" })
      expect(witness.told(externalId).filter(({ name }) => name.endsWith("returned"))).toEqual([])
      expect(await unexplained()).toHaveLength(1)

      await store.gateway.clearFaults()
      await store.gateway.lag(false)
      if (asksAgain) {
        const known = await store.admin.api.attempt(path)
        expect(known).toMatchObject({ status: 200, json: { returned: total } })
      } else {
        await store.gateway.sendCallbacks({ external_id: externalId })
      }
      await store.gateway.quiet()
      expect((await store.gateway.payment(externalId)).ledger[backIn]).toBe(total)
      expect(await witness.hears("rozetkapay.payment.returned", externalId)).toMatchObject({
        amount: total,
        reason: "orphaned",
      })
      expect(await unexplained()).toEqual([])
      await store.gateway.sendCallbacks({ external_id: externalId })
      await store.gateway.quiet()
      expect(witness.told(externalId).filter(({ name }) => name.endsWith("returned"))).toHaveLength(
        1,
      )
    })

    it("moves nothing of a payment that another installation opened, of which this database is a copy", async () => {
      const { cart, externalId } = await openCheckout(store, kind)
      await sql(
        `update payment_session set data = jsonb_set(data, '{installation}', '"of-production"') where id = ?`,
        [externalId],
      )
      await store.gateway.callbacks("lose")
      await store.gateway.pay(externalId)
      await reconcile(store)
      expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
      expect(await store.admin.ordersOf(cart)).toEqual([])
      expect(await witness.hears("rozetkapay.payment.unexplained", externalId)).toMatchObject({
        reason: "other_installation",
      })
    })
  })
})
