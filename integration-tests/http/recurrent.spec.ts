import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { deleteCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { errorMessage } from "../../src/log/error-message"
import { comeBack } from "../drivers/checkout"
import { Customer } from "../drivers/customer"
import { tablesWith } from "../drivers/database-text"
import { eventually } from "../drivers/eventually"
import { send } from "../drivers/json-http"
import { Shopper } from "../drivers/shopper"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { charge, settle } from "../drivers/workflows"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const CARD = { plain: "4111111111111111", secure: "4242424242424242" }
const OFF_SESSION = { off_session: true }

runStore("Later payments without the shopper", BOTH_KINDS, (store) => {
  const witness = witnessOf(store)

  const direct = (token: string, more: object = {}) => ({
    mode: "direct",
    payment_method: { type: "cc_token", token },
    ...more,
  })

  /** A customer whose first order was paid on RozetkaPay's page, with the consent to later ones. */
  const remembered = async (provider = ROZETKAPAY) => {
    const customer = await Customer.register(store)
    const cart = await customer.fillCart()
    const session = await customer.openSession(cart, provider, { remember: true })
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    const [recurrent] = (await store.gateway.recurrents()).filter(
      ({ external_id }) => external_id === session.id,
    )
    if (!recurrent) throw new Error("RozetkaPay gave no recurrent id")
    return { customer, cart, session, id: recurrent.recurrent_id }
  }
  const requestsOfCharges = () => store.gateway.requests({ endpoint: "recurrent" })

  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, capture, money }) => {
    const ordered = async (customer: Customer) => {
      const cart = await customer.fillCart()
      const session = await customer.openSession(cart, provider, OFF_SESSION)
      expect(session.data).toMatchObject({ mode: "direct", checkout_url: null })
      const { order } = await customer.complete(cart)
      if (!order) throw new Error("No order was placed")
      await store.gateway.quiet()
      return order
    }

    it("is remembered on RozetkaPay's page, and the next order is paid without the card", async () => {
      const { customer } = await remembered(provider)
      expect(await customer.consent(provider)).toMatchObject({
        given: true,
        mask: expect.stringMatching(/^4.*1111$/),
        currency_code: "uah",
      })
      const order = await ordered(customer)
      await expectBothLedgers(store.admin, store.gateway, order, money)
      expect(await requestsOfCharges()).toHaveLength(1)
    })

    it("is remembered with a card token, and the later payment is refunded or captured like any other", async () => {
      const customer = await Customer.register(store)
      const cart = await customer.fillCart()
      const token = await store.gateway.token("cc_token", CARD.plain)
      await customer.openSession(cart, provider, direct(token, { remember: true }))
      expect((await customer.complete(cart)).order?.total).toBe(1319.99)
      expect(await customer.consent(provider)).toMatchObject({ given: true })

      const order = await ordered(customer)
      const payment = store.admin.paymentOf(await store.admin.order(order.id))
      if (!capture) expect((await store.admin.capture(payment, 1000)).status).toBe(200)
      expect((await store.admin.refund(payment, 19.99)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        ...(capture ? { captured: "1319.99" } : { captured: "1000.00", held: "319.99" }),
        refunded: "19.99",
      })
    })

    it("gives the money back when the order that was paid so is cancelled", async () => {
      const { customer } = await remembered(provider)
      const order = await ordered(customer)
      expect((await store.admin.cancel(order)).status).toBe(200)
      await bothLedgersBecome(
        store.admin,
        store.gateway,
        order,
        capture ? { captured: "1319.99", refunded: "1319.99" } : { canceled: "1319.99" },
      )
    })

    it("is charged by the workflow of a subscription: paid or held, then refunded or canceled", async () => {
      const { customer } = await remembered(provider)
      const result = await charge(store, {
        id: "subscription-7/2026-12",
        customer_id: customer.id,
        amount: "250.50",
        description: "Підписка на грудень",
        provider_id: provider,
      })
      if (result.is === "refused" || result.is === "not_yet") throw new Error(result.is)
      expect(result).toMatchObject({ is: capture ? "paid" : "held", amount: "250.50" })
      await store.gateway.quiet()
      const charged = await store.gateway.payment(result.session_id)
      expect(charged.ledger).toMatchObject(capture ? { captured: "250.50" } : { held: "250.50" })
      expect(charged.metadata).toMatchObject({ description: "Підписка на грудень" })

      const payments = store.container.resolve(Modules.PAYMENT)
      if (capture) await payments.refundPayment({ payment_id: result.payment_id, amount: "50.50" })
      else await payments.cancelPayment(result.payment_id)
      await store.gateway.quiet()
      expect((await store.gateway.payment(result.session_id)).ledger).toMatchObject(
        capture ? { refunded: "50.50" } : { held: "0.00", canceled: "250.50" },
      )
    })
  })

  describe("the consent", () => {
    it("is kept when the shopper comes back before the callback, and by both at once only once", async () => {
      await store.gateway.callbacks("hold")
      const customer = await Customer.register(store)
      const cart = await customer.fillCart()
      const session = await customer.openSession(cart, ROZETKAPAY, { remember: true })
      await store.gateway.pay(session.id, { card: CARD.secure, three_ds: "approve" })
      await comeBack(store, { cart, session, externalId: session.id })
      const first = await customer.consent(ROZETKAPAY)
      expect(first.given).toBe(true)
      await Promise.all([store.gateway.flushCallbacks(), settle(store, ROZETKAPAY, session.id)])
      await store.gateway.callbacks("normal")
      await store.gateway.quiet()
      expect(await customer.consent(ROZETKAPAY)).toEqual(first)
    })

    it("is not given by a payment that did not ask for it, nor by one that was declined", async () => {
      const customer = await Customer.register(store)
      const cart = await customer.fillCart()
      const asked = await customer.openSession(cart, ROZETKAPAY, { remember: true })
      await store.gateway.pay(asked.id, { card: "4444333322221111" })
      await store.gateway.quiet()
      const plain = await customer.openSession(cart, ROZETKAPAY)
      await store.gateway.pay(plain.id)
      await store.gateway.quiet()
      expect((await store.admin.theOrderOf(cart)).payment_status).toBe("captured")
      expect(await customer.consent(ROZETKAPAY)).toMatchObject({ given: false, mask: null })
    })

    it("can't be asked of a guest, nor charged: 400, and RozetkaPay hears nothing", async () => {
      const cart = await store.shopper.fillCart()
      const browser = { "accept-language": "en-GB,en;q=0.9" }
      const foreigner = new Shopper(store.url, store.seed, browser)
      for (const data of [{ remember: true }, OFF_SESSION]) {
        const refused = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, data)
        expect(refused.status).toBe(400)
        expect(refused.text).toMatch(/Увійдіть у свій обліковий запис/)
        const english = await foreigner.tryToOpenSession(cart, ROZETKAPAY, data)
        expect(english.text).toMatch(/Please log in/)
      }
      expect(await store.gateway.payments()).toEqual([])
      const key = { "x-publishable-api-key": store.seed.publishableKey }
      const guest = await send(`${store.url}/store/rozetkapay/consent`, { headers: key })
      expect(guest.status).toBe(401)
    })

    it("is one customer's own: another can neither see nor use it", async () => {
      const { customer } = await remembered()
      const stranger = await Customer.register(store)
      const cart = await stranger.fillCart()
      const claims = { ...OFF_SESSION, customer_id: customer.id, customer: { id: customer.id } }
      const refused = await stranger.tryToOpenSession(cart, ROZETKAPAY, claims)
      expect(refused.status).toBe(400)
      expect(refused.text).toMatch(/не дозволяли оплату без картки/)
      expect(await stranger.consent(ROZETKAPAY)).toMatchObject({ given: false })

      // Even with the sealed text copied from one account holder to the other.
      await stranger.openSession(cart, ROZETKAPAY)
      const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const copied = await database("account_holder")
        .where({ external_id: stranger.id })
        .update({
          metadata: database("account_holder")
            .select("metadata")
            .where({ external_id: customer.id, provider_id: ROZETKAPAY })
            .limit(1),
        })
      expect(copied).toBe(1)
      const again = await stranger.tryToOpenSession(cart, ROZETKAPAY, OFF_SESSION)
      expect(again.status).toBe(400)
      expect(await requestsOfCharges()).toEqual([])
    })

    it("is of one provider: another merchant of the store can't charge it", async () => {
      const { customer } = await remembered()
      const cart = await customer.fillCart()
      const other = await customer.tryToOpenSession(cart, HOLD_FIRST.provider, OFF_SESSION)
      expect(other.status).toBe(400)
      expect(await customer.consent(HOLD_FIRST.provider)).toMatchObject({ given: false })
    })

    it("is withdrawn by the customer for good: an old payment that is synced again does not bring it back", async () => {
      const { customer, cart, session } = await remembered()
      expect(await customer.consent(ROZETKAPAY, "DELETE")).toMatchObject({ given: false })
      const order = await store.admin.theOrderOf(cart)
      await store.admin.refund(store.admin.paymentOf(order), 10)
      await store.gateway.quiet()
      await settle(store, ROZETKAPAY, session.id)
      expect(await customer.consent(ROZETKAPAY)).toMatchObject({ given: false })

      const refused = await customer.tryToOpenSession(
        await customer.fillCart(),
        ROZETKAPAY,
        OFF_SESSION,
      )
      expect(refused.status).toBe(400)
      const charged = await charge(store, {
        id: "after",
        customer_id: customer.id,
        amount: 10,
        provider_id: ROZETKAPAY,
      })
      expect(charged).toMatchObject({ is: "refused", code: "no_consent", retry: "never" })
      expect(await requestsOfCharges()).toEqual([])

      const next = await customer.openSession(await customer.fillCart(), ROZETKAPAY, {
        remember: true,
      })
      await store.gateway.pay(next.id)
      await store.gateway.quiet()
      expect(await customer.consent(ROZETKAPAY)).toMatchObject({ given: true })
    })

    it("goes with the customer who is deleted", async () => {
      const { customer } = await remembered()
      await deleteCustomersWorkflow(store.container).run({ input: { ids: [customer.id] } })
      await eventually("the account holder is gone", async () => {
        const query = store.container.resolve(ContainerRegistrationKeys.QUERY)
        const filters = { external_id: customer.id }
        const { data } = await query.graph({ entity: "account_holder", fields: ["id"], filters })
        return data.length === 0
      })
      const of = { customer_id: customer.id, provider_id: ROZETKAPAY }
      expect(await charge(store, { ...of, id: "late", amount: 5 })).toMatchObject({
        is: "refused",
        retry: "never",
      })
    })

    it("is nowhere to be read: not in any table, log line, answer or session", async () => {
      const { customer, id, cart } = await remembered()
      const next = await customer.fillCart()
      await customer.openSession(next, ROZETKAPAY, OFF_SESSION)
      await customer.complete(next)
      const of = { customer_id: customer.id, provider_id: ROZETKAPAY }
      const charged = await charge(store, { ...of, id: "hidden", amount: 5 })
      await store.gateway.quiet()
      const seen = JSON.stringify([
        charged,
        await customer.consent(ROZETKAPAY),
        await customer.sessions(cart),
        await customer.sessions(next),
        await store.admin.theOrderOf(next),
      ])
      expect(seen).not.toContain(id)
      expect(witness.logged(id)).toEqual([])
      expect(await tablesWith(store, id)).toEqual([])
      // The search itself finds what is there.
      expect(await tablesWith(store, customer.id)).toContain("account_holder")
    })
  })

  describe("a charge by the workflow", () => {
    const of = (customer: Customer, more: object) => ({
      customer_id: customer.id,
      provider_id: ROZETKAPAY,
      amount: "99.90",
      ...more,
    })
    const captured = async () => {
      const amounts = (await store.gateway.payments()).map(({ ledger }) => ledger.captured)
      return amounts.filter((amount) => amount === "99.90").length
    }

    it("happens once for one id, again, and by many at the same moment", async () => {
      const { customer } = await remembered()
      const many = await Promise.all(
        [1, 2, 3, 4].map(() => charge(store, of(customer, { id: "order-1" }))),
      )
      const again = await charge(store, of(customer, { id: "order-1" }))
      for (const one of many) expect(one).toEqual(again)
      expect(again.is).toBe("paid")
      expect(await captured()).toBe(1)
      expect((await charge(store, of(customer, { id: "order-2" }))).is).toBe("paid")
      expect(await captured()).toBe(2)
    })

    it("says whether a refusal is for good or for now, and says it again for the same id", async () => {
      const { customer, id } = await remembered()
      await store.gateway.recurrent(id, { refuse: "insufficient_funds", times: 1 })
      const poor = await charge(store, of(customer, { id: "poor" }))
      expect(poor).toMatchObject({ is: "refused", code: "insufficient_funds", retry: "later" })
      expect(await charge(store, of(customer, { id: "poor" }))).toEqual(poor)
      expect((await charge(store, of(customer, { id: "richer" }))).is).toBe("paid")

      await store.gateway.recurrent(id, { refuse: "card_is_lost_or_stolen" })
      const lost = await charge(store, of(customer, { id: "lost" }))
      expect(lost).toMatchObject({ code: "card_is_lost_or_stolen", retry: "never" })
      await store.gateway.recurrent(id, { revoked: true })
      const revoked = await charge(store, of(customer, { id: "revoked" }))
      expect(revoked).toMatchObject({ code: "recurrent_not_found", retry: "never" })
      expect(await charge(store, of(customer, { id: "revoked" }))).toEqual(revoked)
      expect(await captured()).toBe(1)
    })

    it("is refused alike when RozetkaPay tells a decline as an error", async () => {
      const { customer, id } = await remembered()
      await store.gateway.quirks({ decline_answer: "error" })
      await store.gateway.recurrent(id, { refuse: "card_expired", times: 1 })
      const refused = await charge(store, of(customer, { id: "expired" }))
      expect(refused).toMatchObject({ is: "refused", code: "card_expired", retry: "never" })
      expect(await charge(store, of(customer, { id: "expired" }))).toEqual(refused)
    })

    it.each([
      "drop_after",
      "500_after",
    ])("is made once when its answer is lost (%s)", async (kind) => {
      const { customer } = await remembered()
      await store.gateway.fault({ endpoint: "recurrent", kind })
      expect((await charge(store, of(customer, { id: "lost-answer" }))).is).toBe("paid")
      expect((await charge(store, of(customer, { id: "lost-answer" }))).is).toBe("paid")
      expect(await captured()).toBe(1)
    })

    it("is not known yet while RozetkaPay is silent, and is told by the same id when it speaks", async () => {
      const { customer } = await remembered()
      await store.gateway.callbacks("lose")
      await store.gateway.fault({ endpoint: "recurrent", kind: "drop_after" })
      await store.gateway.fault({ endpoint: "info", kind: "500_before", times: 0 })
      expect((await charge(store, of(customer, { id: "silent" }))).is).toBe("not_yet")
      expect((await charge(store, of(customer, { id: "silent" }))).is).toBe("not_yet")
      await store.gateway.clearFaults()
      expect((await charge(store, of(customer, { id: "silent" }))).is).toBe("paid")
      expect(await requestsOfCharges()).toHaveLength(1)
      expect(await captured()).toBe(1)
    })

    it("is not sent a second time right after a lost one that RozetkaPay does not show", async () => {
      const { customer } = await remembered()
      await store.gateway.fault({ endpoint: "recurrent", kind: "drop_before" })
      const first = await charge(store, of(customer, { id: "vanished" }))
      expect(first.is).toBe("not_yet")
      expect(await charge(store, of(customer, { id: "vanished" }))).toEqual(first)
      expect(await requestsOfCharges()).toHaveLength(1)

      // Two minutes later nothing can be under way any more: sent again under the same key.
      if (first.is !== "not_yet") throw new Error(first.is)
      const payments = store.container.resolve(Modules.PAYMENT)
      const { metadata } = await payments.retrievePaymentCollection(first.payment_collection_id)
      const record = { ...Object(metadata?.rozetkapay_charge), sent_at: "2026-01-01T00:00:00.000Z" }
      await payments.updatePaymentCollections(first.payment_collection_id, {
        metadata: { rozetkapay_charge: record },
      })
      const last = await charge(store, of(customer, { id: "vanished" }))
      expect(last).toMatchObject({ is: "paid", session_id: first.session_id })
      expect(await captured()).toBe(1)
    })

    it("is finished by the next run, or by the callback alone, when a crash cut it off after the money was captured", async () => {
      const { customer } = await remembered()
      await store.gateway.callbacks("hold")
      await store.gateway.fault({ endpoint: "recurrent", kind: "drop_after" })
      await store.gateway.fault({ endpoint: "info", kind: "500_before", times: 0 })
      const cut = await charge(store, of(customer, { id: "cut" }))
      if (cut.is !== "not_yet") throw new Error(cut.is)
      await store.gateway.clearFaults()
      await store.gateway.flushCallbacks()
      await store.gateway.callbacks("normal")
      await store.gateway.quiet()
      const [payment] = await store.container
        .resolve(Modules.PAYMENT)
        .listPayments({ payment_session_id: cut.session_id })
      expect(await charge(store, of(customer, { id: "cut" }))).toMatchObject({
        is: "paid",
        payment_id: payment?.id,
      })
      expect(await captured()).toBe(1)
    })

    it.each([
      ["its collection was written", "createPaymentSession"],
      ["its session was written", "updatePaymentCollections"],
      ["it was about to be sent", "updatePaymentSession"],
    ] as const)("is made once when it broke off after %s, and is run again", async (_, method) => {
      const { customer } = await remembered()
      const payments = store.container.resolve(Modules.PAYMENT)
      const broken = jest.spyOn(payments, method).mockRejectedValueOnce(new Error("broke off"))
      const cut = await charge(store, of(customer, { id: "cut-off" })).catch(errorMessage)
      expect(broken).toHaveBeenCalled()
      expect(cut).toBe("broke off")
      broken.mockRestore()
      const result = await charge(store, of(customer, { id: "cut-off" }))
      expect(result).toMatchObject({ is: "paid", amount: "99.90" })
      expect(await captured()).toBe(1)
      if (result.is !== "paid") throw new Error(result.is)
      const sessions = await payments.listPaymentSessions({
        payment_collection_id: result.payment_collection_id,
      })
      expect(sessions.map(({ id }) => id)).toEqual([result.session_id])
    })

    it("that was made is told as made, also when the database went away right after it", async () => {
      const { customer } = await remembered()
      await store.gateway.callbacks("lose")
      const payments = store.container.resolve(Modules.PAYMENT)
      const update = payments.updatePaymentSession.bind(payments)
      const broken = jest.spyOn(payments, "updatePaymentSession")
      broken.mockImplementationOnce(async (session) => {
        await update(session)
        throw new Error("the database went away")
      })
      const result = await charge(store, of(customer, { id: "went-away" }))
      broken.mockRestore()
      expect(result).toMatchObject({ is: "paid", amount: "99.90" })
      expect(await charge(store, of(customer, { id: "went-away" }))).toEqual(result)
      expect(await captured()).toBe(1)
    })

    it("that can't be right is told to the developer, and nothing is sent", async () => {
      const { customer } = await remembered()
      const complaintOf = (more: object) =>
        charge(store, of(customer, { id: "wrong", ...more })).then(
          () => "none",
          (error: unknown) => errorMessage(error),
        )
      for (const amount of ["-1", -0.01, 0, "0.00"]) {
        expect(await complaintOf({ amount })).toMatch(/above zero/)
      }
      for (const amount of ["ten", "", "1e3", Number.NaN, Number.POSITIVE_INFINITY, null, {}]) {
        expect(await complaintOf({ amount })).toMatch(/must be a number in the major unit/)
      }
      expect(await complaintOf({ amount: "10.005" })).toMatch(/10\.005 has more decimals than UAH/)
      expect(await complaintOf({ amount: 10.5, currency_code: "jpy" })).toMatch(/than JPY/)
      expect(await complaintOf({ amount: 1e15 })).toMatch(/too large/)
      expect(await complaintOf({ id: "" })).toMatch(/check id/)
      expect(await complaintOf({ currency_code: "zzz" })).toMatch(/currency_code/)
      expect(await complaintOf({ currency_code: "eur" })).toMatch(/UAH/)
      expect(await complaintOf({ provider_id: "nobody" })).toMatch(/no RozetkaPay provider/)
      expect(await complaintOf({ provider_id: undefined })).toMatch(/several/)
      expect(await requestsOfCharges()).toEqual([])
      expect((await charge(store, of(customer, { id: "right" }))).is).toBe("paid")
      expect(await complaintOf({ id: "right", amount: 5 })).toMatch(/another charge/)
    })
  })

  it("a declined later payment is told in the shopper's words, and the cart is paid by card", async () => {
    const { customer, id } = await remembered()
    await store.gateway.recurrent(id, { refuse: "insufficient_funds", times: 1 })
    const cart = await customer.fillCart()
    const refused = await customer.tryToOpenSession(cart, ROZETKAPAY, OFF_SESSION)
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/недостатньо коштів/i)
    const token = await store.gateway.token("cc_token", CARD.plain)
    await customer.openSession(cart, ROZETKAPAY, direct(token))
    expect((await customer.complete(cart)).order?.total).toBe(1319.99)
  })

  it("a later payment whose answer is lost is charged once and becomes its order", async () => {
    const { customer } = await remembered()
    await store.gateway.fault({ endpoint: "recurrent", kind: "drop_after" })
    const cart = await customer.fillCart()
    const session = await customer.openSession(cart, ROZETKAPAY, OFF_SESSION)
    await store.gateway.quiet()
    await store.admin.theOrderOf(cart)
    expect((await store.gateway.payment(session.id)).operations).toHaveLength(1)
  })
})
