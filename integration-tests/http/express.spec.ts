import { deliver, paymentCallback, signature } from "../drivers/callback-signer"
import { comeBack, resultUrl } from "../drivers/checkout"
import { ExpressShopper } from "../drivers/express-shopper"
import { BY_COURIER, GatewayExpress, TO_BRANCH, TO_LOCKER } from "../drivers/gateway-express"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { reconcile } from "../drivers/workflows"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY, STOREFRONT, type Store } from "../setup/store"

/** The shirt and the courier. */
const TOTAL = 1399.99
const PAID = { captured: "1399.99" }

const rozetka = (store: Store) => new GatewayExpress(store.gateway)
const callbackUrl = (store: Store) => `${store.url}/hooks/rozetkapay/${ROZETKAPAY}`
const PHONE = "+380501112233"

runStore(
  "A store where one buys in one click",
  { capture: false, options: { express: { shippingOption: "courier" } } },
  (store) => {
    const shopper = new ExpressShopper(store)

    it("asks RozetkaPay for goods and delivery together, in lines that are the amount to the kopiyka", async () => {
      const cart = await shopper.cart({ shirt: 1, socks: 2 })
      const { checkout_url, session_id } = await shopper.press(cart)
      const { checkout_url: opened } = await store.gateway.payment(session_id)
      expect(opened?.split("?")[0]).toBe(checkout_url.split("?")[0])
      const [{ body }] = await store.gateway.requests({ external_id: session_id })
      expect(body).toMatchObject({
        mode: "express_checkout",
        amount: 1898.99,
        currency: "UAH",
        confirm: true,
        products: [{}, {}, {}],
      })
      // Medusa gives no order to lines that it has made in one millisecond.
      expect(body).toHaveProperty(
        "products",
        expect.arrayContaining([
          expect.objectContaining({ quantity: "1", net_amount: "1319.99" }),
          expect.objectContaining({ quantity: "2", net_amount: "249.50" }),
          expect.objectContaining({ quantity: "1", net_amount: "80.00" }),
        ]),
      )
      expect(await shopper.seen(cart)).toMatchObject({ total: 1898.99 })
      expect(await store.shopper.sessions(cart)).toMatchObject([
        { id: session_id, data: { mode: "express_checkout", capture: true, checkout_url } },
      ])
    })

    it.each([
      ["a branch", TO_BRANCH, "Нова пошта, Відділення №1", "Київ"],
      ["a locker", TO_LOCKER, "Нова пошта, Поштомат №26317", "Одеса"],
      ["a courier", BY_COURIER, "Нова пошта, кур’єр, вул. Івана Франка, буд. 61, кв. 4", "Львів"],
    ])("places the order that goes to %s, for what was paid", async (_, delivery, address_1, city) => {
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      await rozetka(store).payByCard(session_id, { delivery })
      await store.gateway.quiet()
      const order = await shopper.theOrder()
      expect(order).toMatchObject({
        total: TOTAL,
        email: "olena@example.com",
        payment_status: "captured",
        summary: { paid_total: TOTAL },
        customer: { email: "olena@example.com", has_account: false },
        shipping_address: {
          first_name: "Олена",
          last_name: "Пчілка",
          phone: PHONE,
          city,
          address_1,
          country_code: "ua",
        },
        shipping_methods: [{ amount: 80, data: { rozetkapay_delivery: { details: delivery } } }],
        metadata: { rozetkapay_delivery: { patronym: "Петрівна", details: delivery } },
      })
      expect(order.metadata).not.toHaveProperty("pays_on_delivery")
      await expectBothLedgers(store.admin, store.gateway, order, PAID)
      // The cart shows the same, and who comes back sees the order.
      expect(await shopper.seen(cart)).toMatchObject({ email: "olena@example.com" })
      const page = await comeBack(store, { externalId: session_id })
      expect(page.href).toBe(`${STOREFRONT}/ua/order/${order.id}/confirmed`)
      expect((await reconcile(store)).differences).toEqual([])
    })

    it.each([
      ["flat", "flat"],
      ["nested", "nested"],
    ])("understands a delivery that is told %s", async (_, form) => {
      await store.gateway.quirks({ express_delivery_form: form })
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).payByCard(session_id, { delivery: BY_COURIER })
      await store.gateway.quiet()
      expect((await shopper.theOrder()).shipping_address).toMatchObject({
        city: "Львів",
        address_1: "Нова пошта, кур’єр, вул. Івана Франка, буд. 61, кв. 4",
      })
    })

    it.each([
      ["the names that RozetkaPay's plugins read", { express_recipient_names: "plugins" }],
      ["the payer alone", { express_recipient_in: "customer" }],
    ])("finds the recipient by %s", async (_, quirks) => {
      await store.gateway.quirks(quirks)
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).payByCard(session_id)
      await store.gateway.quiet()
      expect((await shopper.theOrder()).shipping_address).toMatchObject({
        first_name: "Олена",
        last_name: "Пчілка",
        phone: PHONE,
      })
    })

    it.each([
      ["data_form", "json"],
      ["data_form", "raw_body"],
      ["data_form_percent", "json"],
      ["data_form_percent", "raw_body"],
    ] as const)("takes a callback that comes as a form (%s), signed over its %s", async (sentAs, over) => {
      await rozetka(store).callbacksAs(sentAs, over)
      const { session_id } = await shopper.press(await shopper.cart())
      await store.gateway.callbacks("lose")
      await rozetka(store).payByCard(session_id)
      const answers = await store.gateway.sendCallbacks({ external_id: session_id })
      expect(answers).toMatchObject([{ status: 200 }])
      expect(await shopper.theOrder()).toMatchObject({ total: TOTAL })
    })

    it("refuses a form that is forged, can't be decoded, or holds no JSON", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      const json = paymentCallback({ external_id: session_id, amount: "1399.99", currency: "UAH" })
      const form = `data=${encodeURIComponent(json)}`
      const contentType = "application/x-www-form-urlencoded"
      const send = (body: string, signed?: string) =>
        deliver(callbackUrl(store), body, { contentType, signature: signed })
      const by = (body: string, password = MERCHANT.password) => signature(body, password)

      expect((await send(form)).status).toBe(401)
      expect((await send(form, by(json, "another password"))).status).toBe(401)
      expect((await send(`${form}x`, by(json))).status).toBe(401)
      for (const broken of ["data=%E0%A4%A", "data=hello", "data=", "data=%7B%22a%22"]) {
        expect((await send(broken, by(broken))).status).toBe(400)
      }
      expect((await send(`data=${"a".repeat(300_000)}`, by("a"))).status).toBe(413)
      expect(await shopper.orders()).toEqual([])
    })

    it("gives an order without an e-mail the documented one, and a customer of that name", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).payByCard(session_id, { email: null })
      await store.gateway.quiet()
      const email = `${session_id.toLowerCase()}@express.invalid`
      expect(await shopper.theOrder()).toMatchObject({ email, customer: { email } })
    })

    it("keeps the e-mail that the cart has when RozetkaPay tells none", async () => {
      const { session_id } = await shopper.press(
        await shopper.cart({ shirt: 1 }, { email: "cart@example.com" }),
      )
      await rozetka(store).payByCard(session_id, { email: null })
      await store.gateway.quiet()
      expect(await shopper.theOrder()).toMatchObject({ email: "cart@example.com" })
    })

    it("writes nothing into its rows that is longer than they should be, or a page's own words", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).payByCard(session_id, {
        delivery: {
          delivery_type: "W",
          provider: "<img src=x onerror=alert(1)>",
          city: `Київ\u0000\u202e\ud800${"ї".repeat(5_000)}`,
          warehouse_number: `<script>alert(1)</script>${"9".repeat(5_000)}`,
        },
        recipient: {
          first_name: "О".repeat(5_000),
          last_name: "';DROP TABLE cart;--",
          phone: "not a number",
        },
      })
      await store.gateway.quiet()
      const order = await shopper.theOrder()
      const { first_name, last_name, phone, city, address_1 } = order.shipping_address ?? {}
      expect([...String(first_name)]).toHaveLength(100)
      expect(last_name).toBe("';DROP TABLE cart;--")
      expect([...String(city)].length).toBeLessThanOrEqual(100)
      expect(String(address_1).length).toBeLessThanOrEqual(250)
      expect(phone ?? "").toMatch(/^(\+\d+)?$/)
      const written = JSON.stringify([
        order.shipping_address,
        order.metadata,
        order.shipping_methods,
      ])
      expect(written).not.toMatch(/[<>]|\\u0000|\\ud800|\u202e/)
      expect(written.length).toBeLessThan(5_000)
      await expectBothLedgers(store.admin, store.gateway, order, PAID)
    })

    it("keeps a buyer waiting while RozetkaPay does not say where the goods go", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).payByCard(session_id, {
        delivery: null,
        recipient: null,
        customer: null,
      })
      await store.gateway.quiet()
      expect(await shopper.orders()).toEqual([])
      const { ledger } = await store.gateway.payment(session_id)
      expect(ledger.captured).toBe("1399.99")
      const page = await comeBack(store, { externalId: session_id })
      expect(page.pathname).toContain("/waiting/")
    })

    it("lets a declined shopper pay by another card, and one who left come back", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).decline(session_id)
      await store.gateway.quiet()
      const refused = await comeBack(store, { externalId: session_id })
      expect(refused.searchParams.get("payment_error")).toBeTruthy()
      await rozetka(store).leave(session_id)
      expect(await shopper.orders()).toEqual([])
      await rozetka(store).payByCard(session_id)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, await shopper.theOrder(), PAID)
    })

    it("opens the same page for a second press, also of the same instant", async () => {
      const cart = await shopper.cart()
      const [one, other] = await Promise.all([shopper.press(cart), shopper.press(cart)])
      expect(other).toEqual(one)
      expect(await shopper.press(cart)).toEqual(one)
      expect(await store.gateway.payments()).toHaveLength(1)
    })

    it("opens by Medusa's own route as well", async () => {
      const cart = await shopper.cart()
      const session = await store.shopper.openSession(cart, ROZETKAPAY, {
        mode: "express_checkout",
      })
      expect(session).toMatchObject({ amount: TOTAL, data: { mode: "express_checkout" } })
      await rozetka(store).payByCard(session.id)
      await store.gateway.quiet()
      expect(await shopper.theOrder()).toMatchObject({ total: TOTAL, email: "olena@example.com" })
    })

    it("never becomes an order without an address when the storefront completes the cart first", async () => {
      const cart = await shopper.cart()
      const { session_id } = await shopper.press(cart)
      await store.gateway.callbacks("lose")
      expect(await store.shopper.complete(cart)).toMatchObject({ code: "unfinished" })
      await rozetka(store).payByCard(session_id)
      expect(await store.shopper.complete(cart)).toMatchObject({ code: "confirming" })
      expect(await shopper.orders()).toEqual([])
      await comeBack(store, { externalId: session_id })
      expect(await shopper.theOrder()).toMatchObject({ email: "olena@example.com" })
    })

    it("refuses what can't be bought so, with a code and before RozetkaPay hears of it", async () => {
      const empty = await shopper.tryToPress(await shopper.cart({}))
      expect([empty.status, empty.text]).toEqual([
        400,
        expect.stringContaining("cart_without_items"),
      ])
      const unknown = await shopper.tryToPress({ id: "cart_nobodys" })
      expect([unknown.status, unknown.text]).toEqual([404, expect.stringContaining("no_such_cart")])
      const none = await shopper.tryToPress({ id: "../../x" })
      expect(none.status).toBe(404)
      expect(await store.gateway.requests({ endpoint: "create" })).toEqual([])
    })

    it("refunds an express order like any other", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).payByCard(session_id)
      await store.gateway.quiet()
      const { id } = await shopper.theOrder()
      const payment = store.admin.paymentOf(await store.admin.order(id))
      expect((await store.admin.refund(payment, 80)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, { id }, { ...PAID, refunded: "80.00" })
      expect(await resultUrl(store, { externalId: session_id })).toContain(`/return/${session_id}`)
    })

    it("tells a buyer who wants to pay on delivery that this shop does not take it", async () => {
      const { session_id } = await shopper.press(await shopper.cart())
      await rozetka(store).orderOnDelivery(session_id)
      await store.gateway.quiet()
      const page = await comeBack(store, { externalId: session_id })
      expect(page.pathname).toBe("/ua/checkout")
      expect(page.searchParams.get("payment_error")).toBe("pay_on_delivery_not_accepted")
      expect(await shopper.orders()).toEqual([])
      expect((await reconcile(store)).differences).toEqual([])
    })
  },
)
