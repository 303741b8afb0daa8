import { z } from "zod"
import type { Order } from "../drivers/admin"
import { ApiClient } from "../drivers/api-client"
import { retell } from "../drivers/callback-signer"
import { comeBack } from "../drivers/checkout"
import {
  AT_ONCE_IN_PARTS,
  askBank,
  banksOf,
  buyInParts,
  IN_APP,
  ON_PAGE,
} from "../drivers/instalments"
import { send } from "../drivers/json-http"
import { ADDRESS } from "../drivers/shopper"
import { expectBothLedgers, type Ledger } from "../drivers/two-ledgers"
import { PARTS, PARTS_HOLD } from "../setup/further-instances"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"
import { MERCHANT, STOREFRONT, type Store } from "../setup/store"

const HOLD = idOfSecond(PARTS_HOLD)

const offers = z.object({
  banks: z.array(
    z.object({
      bank: z.string(),
      name: z.string(),
      product_name: z.string(),
      logo_url: z.string(),
      periods: z.array(
        z.object({ parts: z.number(), monthly: z.string(), last: z.string(), fee: z.string() }),
      ),
      min: z.string(),
      max: z.string().nullable(),
      available: z.boolean(),
      reason: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
})

const storefrontOf = (store: Store) =>
  new ApiClient(store.url, {
    "x-publishable-api-key": store.seed.publishableKey,
    "accept-language": "uk",
  })

const offered = (store: Store, query: string) =>
  storefrontOf(store).get(offers, `/store/rozetkapay/payparts?provider_id=parts&${query}`)

const page = (url: unknown, accept = "text/html") =>
  send(String(url), { headers: { accept, "accept-language": "uk" } })

runStore(
  "A store that sells in instalments",
  { capture: true, second: [PARTS, PARTS_HOLD] },
  (store) => {
    const ledgers = (order: Order, expected: Partial<Ledger>) =>
      expectBothLedgers(store.admin, store.gateway, order, expected)

    describe("shows the banks", () => {
      it("with what a cart costs a month, to the kopiyka, and beside it what it costs the merchant", async () => {
        const cart = await store.shopper.fillCart()
        const { banks } = await offered(store, `cart_id=${cart.id}`)
        const monobank = banks.find(({ bank }) => bank === "monobank")
        expect(monobank).toMatchObject({
          name: "monobank",
          product_name: "Покупка частинами monobank",
          logo_url: expect.stringMatching(/^http/),
          min: "1",
          max: "250000",
          available: true,
          reason: null,
        })
        expect(monobank?.periods[0]).toEqual({
          parts: 3,
          monthly: "439.99",
          last: "440.01",
          fee: "3.3",
        })
      })

      it("for a product's page by its price, and says why a bank is not for it", async () => {
        const { banks } = await offered(store, "amount=299.99")
        expect(banks.find(({ bank }) => bank === "privatbank")).toMatchObject({
          available: false,
          reason: { code: "amount_below_least", message: expect.stringContaining("300.00 UAH") },
        })
        expect(banks.find(({ bank }) => bank === "monobank")?.available).toBe(true)
        const dollars = await offered(store, "amount=400&currency_code=usd")
        expect(new Set(dollars.banks.map(({ reason }) => reason?.code))).toEqual(
          new Set(["currency_not_supported"]),
        )
      })

      it("by the last good answer while RozetkaPay is down, and asks it seldom", async () => {
        await offered(store, "amount=1000")
        await store.gateway.fault({ endpoint: "payparts_banks", kind: "500_before", times: 0 })
        for (let ask = 0; ask < 5; ask += 1) await offered(store, "amount=1000")
        expect(await store.gateway.requests({ endpoint: "payparts_banks" })).toEqual([])
      })

      it("among all ways to pay a cart, with what is still to be said", async () => {
        const cart = await store.shopper.fillCart()
        const ways = z.object({ methods: z.array(z.looseObject({ provider_id: z.string() })) })
        const answer = await storefrontOf(store).get(
          ways,
          `/store/rozetkapay/methods?cart_id=${cart.id}`,
        )
        expect(answer.methods).toContainEqual(
          expect.objectContaining({
            provider_id: AT_ONCE_IN_PARTS,
            method: "monobank",
            available: true,
            needs: ["parts"],
            data: { bank: "monobank" },
          }),
        )
      })

      it.each([
        ["cart_id=cart_nobody", 404, "no_such_cart"],
        ["amount=0", 400, "amount_not_said"],
        ["amount=1e9", 400, "amount_not_said"],
        ["amount=100&currency_code=xxx", 400, "amount_not_said"],
        ["", 400, "amount_not_said"],
      ])("and answers ?%s by %i %s", async (query, status, code) => {
        const path = `/store/rozetkapay/payparts?provider_id=parts&${query}`
        expect(await storefrontOf(store).call("GET", path)).toMatchObject({
          status,
          json: { code },
        })
      })
    })

    describe("asks the customer in the bank's app", () => {
      it("and says which app on the page where the shopper waits; the signed callback places the order", async () => {
        const { cart, session, externalId } = await askBank(store)
        expect(session.data).toMatchObject({
          external_id: session.id,
          mode: "direct",
          choice: IN_APP,
          checkout_url: `${store.url}/hooks/rozetkapay/${AT_ONCE_IN_PARTS}/waiting/${externalId}`,
        })
        const waiting = await page(session.data.checkout_url)
        expect(waiting).toMatchObject({
          status: 200,
          text: expect.stringContaining("Відкрийте застосунок monobank"),
        })
        expect((await store.shopper.complete(cart)).code).toBe("confirming")
        const { instalments, request } = await banksOf(store).order(externalId)
        expect(instalments).toMatchObject({ bank: "monobank", parts: 4, phone: ADDRESS.phone })
        expect(request).toMatchObject({
          amount: 1319.99,
          auto_confirm_after_success: true,
          products: [{ quantity: 1, price: 1319.99 }],
          metadata: { medusa_session: externalId },
        })

        await banksOf(store).customerAgrees(externalId)
        await store.gateway.quiet()
        const order = await store.admin.theOrderOf(cart)
        await ledgers(order, { captured: "1319.99" })
        expect((await store.admin.order(order.id)).payment_status).toBe("captured")
        const done = await page(session.data.checkout_url)
        expect(done.headers.get("location")).toBe(`${STOREFRONT}/ua/order/${order.id}/confirmed`)
      })

      it("also when `info` shows nothing until the customer has signed", async () => {
        await store.gateway.quirks({ payparts_waiting_in_info: "data_not_found" })
        const { session } = await askBank(store)
        const waiting = await page(session.data.checkout_url, "application/json")
        expect(waiting.json).toEqual({ status: "waiting", redirect_to: null })
      })

      it("and tells the shopper by a code when the customer or the bank says no; the cart goes on", async () => {
        const first = await askBank(store)
        await banksOf(store).customerRefuses(first.externalId)
        await store.gateway.quiet()
        const back = await page(first.session.data.checkout_url)
        const there = new URL(back.headers.get("location") ?? "")
        expect(there.searchParams.get("payment_error")).toBe("transaction_is_canceled_by_payer")
        expect([...there.searchParams.keys()]).toEqual(["step", "payment_error"])
        const again = await store.shopper.openSession(first.cart, AT_ONCE_IN_PARTS, {
          bank: "abank",
          parts: 2,
        })
        await banksOf(store).bankRejects(again.id, "user_not_found")
        await store.gateway.quiet()
        expect((await store.shopper.complete(first.cart)).reason).toContain("номером телефону")
        expect(await store.admin.ordersOf(first.cart)).toEqual([])
      })

      it("and ends an order that the customer has never answered", async () => {
        const { cart, session, externalId } = await askBank(store)
        await banksOf(store).bankGivesUpWaiting(externalId)
        await store.gateway.quiet()
        const answer = await page(session.data.checkout_url, "application/json")
        expect(answer.json).toMatchObject({ status: "declined" })
        expect(await store.admin.ordersOf(cart)).toEqual([])
      })
    })

    describe("sends the shopper to the bank's page", () => {
      it.each([
        ON_PAGE,
        { bank: "oschadbank", parts: 3 },
      ])("of $bank, and takes the order when they come back, without any callback", async (choice) => {
        await store.gateway.callbacks("lose")
        const checkout = await askBank(store, { choice })
        const { customer_url } = (await banksOf(store).order(checkout.externalId)).instalments
        expect(checkout.session.data).toMatchObject({ checkout_url: customer_url, mode: "hosted" })
        await banksOf(store).customerAgrees(checkout.externalId)
        const there = await comeBack(store, checkout)
        const order = await store.admin.theOrderOf(checkout.cart)
        expect(there.href).toBe(`${STOREFRONT}/ua/order/${order.id}/confirmed`)
        await ledgers(order, { captured: "1319.99" })
      })
    })

    describe("refuses in words what no bank would take, and sends nothing", () => {
      const refused = async (data: object, code: string) => {
        const cart = await store.shopper.fillCart()
        const answer = await store.shopper.tryToOpenSession(cart, AT_ONCE_IN_PARTS, data)
        expect(answer).toMatchObject({ status: 400, json: { code } })
        expect(await store.gateway.requests({ endpoint: "payparts_create" })).toEqual([])
      }

      it.each([
        [{}, "bank_unknown"],
        [{ bank: "nobank", parts: 3 }, "bank_unknown"],
        [{ bank: "monobank" }, "parts_not_available"],
        [{ bank: "monobank", parts: 2 }, "parts_not_available"],
        [{ bank: "monobank", parts: 3.5 }, "parts_not_available"],
      ])("%j by %s", async (data, code) => refused(data, code))

      it("a cart above what the bank lends", async () => {
        const cart = await store.shopper.fillCart({ shirt: 40 })
        const data = { bank: "izibank", parts: 3 }
        const answer = await store.shopper.tryToOpenSession(cart, AT_ONCE_IN_PARTS, data)
        expect(answer).toMatchObject({ status: 400, json: { code: "amount_above_most" } })
        expect(await store.gateway.requests({ endpoint: "payparts_create" })).toEqual([])
      })
    })

    it("holds what was signed until staff capture it, as a whole", async () => {
      const { order, externalId } = await buyInParts(store, { provider: HOLD })
      await ledgers(order, { held: "1319.99" })
      const { operations } = await banksOf(store).order(externalId)
      expect(operations[0].status_code).toBe("contract_was_signed_on_client_side")
      const payment = store.admin.paymentOf(order)
      const part = await store.admin.capture(payment, 1000)
      expect(part.status).toBe(400)
      expect(part.text).toContain("as a whole only")
      await ledgers(order, { held: "1319.99" })
      expect((await store.admin.capture(payment)).status).toBe(200)
      await store.gateway.quiet()
      await ledgers(order, { captured: "1319.99" })
      expect((await store.admin.atRozetkaPay(payment)).remarks).toMatchObject(IN_APP)
    })

    it("believes a bank that knows one step only, whatever was asked for", async () => {
      await banksOf(store).bank("monobank", { one_stage: true })
      const { order } = await buyInParts(store, { provider: HOLD })
      await ledgers(order, { captured: "1319.99" })
    })

    it("refuses a callback with another signature, and changes nothing", async () => {
      await store.gateway.callbacks("lose")
      const { cart, externalId } = await askBank(store)
      await banksOf(store).customerAgrees(externalId)
      const callback = await store.gateway.newestCallback(externalId)
      expect((await retell(callback, `${MERCHANT.password} `)).status).toBe(401)
      expect(await store.admin.ordersOf(cart)).toEqual([])
      expect((await retell(callback, MERCHANT.password)).status).toBe(200)
      await store.admin.theOrderOf(cart)
    })
  },
)
