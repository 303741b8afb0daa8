import { comeBack } from "../drivers/checkout"
import { bySavedCard, Customer } from "../drivers/customer"
import { tablesWith } from "../drivers/database-text"
import { Shopper } from "../drivers/shopper"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const CARD = { plain: "4111111111111111", secure: "4242424242424242", poor: "4000000000000044" }

const FINGERPRINT = {
  browser_color_depth: "24",
  browser_java_enabled: "false",
  browser_language: "uk",
  browser_screen_height: "844",
  browser_screen_width: "390",
  browser_time_zone: "Europe/Kyiv",
  browser_time_zone_offset: "-120",
}

runStore("Paying without leaving the store", BOTH_KINDS, (store) => {
  const witness = witnessOf(store)
  type Kind = Parameters<typeof store.gateway.token>[0]

  const direct = (type: string, token: string, more: object = {}) => ({
    mode: "direct",
    payment_method: { type, [type]: { token } },
    fingerprint: FINGERPRINT,
    ...more,
  })

  /** What RozetkaPay did with the money of an order, one word each. */
  const moves = async (order: { id: string }) => {
    const payment = store.admin.paymentOf(await store.admin.order(order.id))
    const { operations } = await store.gateway.payment(String(payment.data?.external_id))
    return operations.map(({ operation }) => operation)
  }
  const byToken = (kind: Kind) => async () => ({
    shopper: store.shopper,
    data: direct(kind, await store.gateway.token(kind, CARD.plain)),
  })
  const bySavedOne = async (provider_id: string) => {
    const customer = await Customer.register(store)
    const card = await store.gateway.widgetCard(CARD.plain)
    const { id } = await customer.saveCard({ ...card, provider_id })
    return { shopper: customer, data: bySavedCard(id) }
  }
  const withoutTheShopper = async (provider: string) => {
    const customer = await Customer.register(store)
    const token = await store.gateway.token("cc_token", CARD.plain)
    const first = await customer.fillCart()
    await customer.openSession(first, provider, direct("cc_token", token, { remember: true }))
    await customer.complete(first)
    await store.gateway.quiet()
    return { shopper: customer, data: { off_session: true } }
  }

  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, capture, money }) => {
    describe.each([
      ["a card's token", byToken("cc_token")],
      ["Google Pay", byToken("google_pay")],
      ["Apple Pay", byToken("apple_pay")],
      ["a saved card", bySavedOne],
      ["the consent of an earlier payment", withoutTheShopper],
    ])("an order that was paid by %s", (_, wayToPay) => {
      const placeOrder = async () => {
        const { shopper, data } = await wayToPay(provider)
        const cart = await shopper.fillCart()
        await shopper.openSession(cart, provider, data)
        const { order } = await shopper.complete(cart)
        if (!order) throw new Error("No order was placed")
        await store.gateway.quiet()
        await expectBothLedgers(store.admin, store.gateway, order, money)
        return order
      }

      it("is refunded in part, and its rest goes back when it is cancelled", async () => {
        const order = await placeOrder()
        const payment = store.admin.paymentOf(await store.admin.order(order.id))
        if (!capture) expect((await store.admin.capture(payment, 1000)).status).toBe(200)
        expect((await store.admin.refund(payment, 19.99)).status).toBe(200)
        await store.gateway.quiet()
        await expectBothLedgers(store.admin, store.gateway, order, {
          ...(capture ? { captured: "1319.99" } : { captured: "1000.00", held: "319.99" }),
          refunded: "19.99",
        })

        expect((await store.admin.cancel(order)).status).toBe(200)
        await bothLedgersBecome(
          store.admin,
          store.gateway,
          order,
          capture
            ? { captured: "1319.99", refunded: "1319.99" }
            : { captured: "1000.00", refunded: "1000.00", canceled: "319.99" },
        )
      })

      it("gives all of its money back when it is cancelled", async () => {
        const order = await placeOrder()
        expect((await store.admin.cancel(order)).status).toBe(200)
        await bothLedgersBecome(
          store.admin,
          store.gateway,
          order,
          capture ? { captured: "1319.99", refunded: "1319.99" } : { canceled: "1319.99" },
        )
        const operations = await moves(order)
        expect(operations.filter((one) => one === (capture ? "refund" : "cancel"))).toHaveLength(1)
      })
    })

    it.each([
      ["a card's token", "cc_token"],
      ["Google Pay", "google_pay"],
      ["Apple Pay", "apple_pay"],
    ] as const)("takes %s, and the order is placed for exactly its amount", async (_, kind) => {
      const cart = await store.shopper.fillCart()
      const token = await store.gateway.token(kind, CARD.plain)
      const session = await store.shopper.openSession(cart, provider, direct(kind, token))
      expect(session.data).toMatchObject({ mode: "direct", checkout_url: null })
      expect(session.data.external_id).toBe(session.id)
      const { order } = await store.shopper.complete(cart)
      expect(order?.total).toBe(1319.99)
      await store.gateway.quiet()
      expect((await store.gateway.payment(session.id)).ledger).toMatchObject(money)
      expect((await store.gateway.payments()).length).toBe(1)
    })

    it("sends the shopper to 3-D Secure and places the order when they are back", async () => {
      const cart = await store.shopper.fillCart()
      const token = await store.gateway.token("cc_token", CARD.secure)
      const session = await store.shopper.openSession(cart, provider, direct("cc_token", token))
      expect(session.data.checkout_url).toMatch(`${store.gateway.url}/3ds/`)
      expect((await store.shopper.complete(cart)).reason).toMatch(/Банк ще підтверджує платіж/)
      await store.gateway.answerAtTheBank(session.id, "approve")
      const back = await comeBack(store, { cart, session, externalId: session.id })
      expect(back.pathname).toMatch(/\/order\/order_.*\/confirmed/)
      await store.gateway.quiet()
      expect((await store.gateway.payment(session.id)).ledger).toMatchObject(money)
    })
  })

  it("is told in English when the shopper's browser asks for it, also when the order is not placed yet", async () => {
    const english = { "accept-language": "en-GB,en;q=0.9,uk;q=0.8" }
    const shopper = new Shopper(store.url, store.seed, english)
    const cart = await shopper.fillCart()
    const poor = await store.gateway.token("cc_token", CARD.poor)
    const refused = await shopper.tryToOpenSession(cart, ROZETKAPAY, direct("cc_token", poor))
    expect(refused.text).toMatch(/not enough money/)
    const secure = await store.gateway.token("cc_token", CARD.secure)
    await shopper.openSession(cart, ROZETKAPAY, direct("cc_token", secure))
    expect((await shopper.complete(cart)).reason).toMatch(/bank is still confirming/)
    await shopper.openSession(cart, ROZETKAPAY)
    expect((await shopper.complete(cart)).reason).toMatch(/pay on RozetkaPay's page first/)
  })

  it("is placed by the callback alone when the shopper closes the browser right after paying", async () => {
    const cart = await store.shopper.fillCart()
    const token = await store.gateway.token("cc_token", CARD.plain)
    await store.shopper.openSession(cart, ROZETKAPAY, direct("cc_token", token))
    await store.gateway.quiet()
    expect((await store.admin.theOrderOf(cart)).summary?.paid_total).toBe(1319.99)
  })

  it("a declined card is told in the shopper's words, and the same cart goes on with another", async () => {
    const cart = await store.shopper.fillCart()
    const poor = await store.gateway.token("cc_token", CARD.poor)
    const refused = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, direct("cc_token", poor))
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.status).toBeLessThan(500)
    expect(refused.text).toMatch(/недостатньо коштів/i)
    expect(refused.text).not.toContain(poor)
    expect(await store.shopper.sessions(cart)).toEqual([])

    const again = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, direct("cc_token", poor))
    expect(again.text).toMatch(/спробуйте ще раз/i)

    const token = await store.gateway.token("cc_token", CARD.plain)
    await store.shopper.openSession(cart, ROZETKAPAY, direct("cc_token", token))
    expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
  })

  it("a lost answer charges once: the order is placed for the money that was captured", async () => {
    const cart = await store.shopper.fillCart()
    const token = await store.gateway.token("cc_token", CARD.plain)
    await store.gateway.fault({ endpoint: "create", kind: "drop_after" })
    const session = await store.shopper.openSession(cart, ROZETKAPAY, direct("cc_token", token))
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    expect(order.summary?.paid_total).toBe(1319.99)
    const { operations } = await store.gateway.payment(session.id)
    expect(operations).toHaveLength(1)
  })

  it("a request that was lost on the way charges nothing, and the cart can be paid again", async () => {
    const cart = await store.shopper.fillCart()
    const token = await store.gateway.token("cc_token", CARD.plain)
    await store.gateway.fault({ endpoint: "create", kind: "drop_before" })
    await store.shopper.tryToOpenSession(cart, ROZETKAPAY, direct("cc_token", token))
    expect((await store.shopper.complete(cart)).order).toBeUndefined()
    await store.shopper.openSession(cart, ROZETKAPAY, direct("cc_token", token))
    expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
    await store.gateway.quiet()
    const captured = (await store.gateway.payments()).map(({ ledger }) => ledger.captured)
    expect(captured.filter((amount) => Number(amount) > 0)).toEqual(["1319.99"])
  })

  it("a cart that has become an order is not paid again: nothing is charged", async () => {
    const cart = await store.shopper.fillCart()
    const tokens = [1, 2].map(() => store.gateway.token("cc_token", CARD.plain))
    const [first, second] = await Promise.all(tokens)
    await store.shopper.openSession(cart, ROZETKAPAY, direct("cc_token", String(first)))
    await store.shopper.complete(cart)
    await store.gateway.quiet()
    const again = await store.shopper.tryToOpenSession(
      cart,
      ROZETKAPAY,
      direct("cc_token", String(second)),
    )
    expect(again.status).toBe(400)
    expect(again.text).toMatch(/вже став замовленням|уже став замовленням/)
    expect(await store.gateway.payments()).toHaveLength(1)
  })

  it("no token can be read anywhere: not in a table, a log line or an answer, paid, declined or lost", async () => {
    const answers: string[] = []
    const tokens: string[] = []
    const tryToPay = async (kind: Kind, card: string, fault?: string) => {
      const cart = await store.shopper.fillCart()
      const token = await store.gateway.token(kind, card)
      if (fault) await store.gateway.fault({ endpoint: "create", kind: fault })
      const data = direct(kind, token, { remember: false, junk: token })
      const answer = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, data)
      const done = answer.status === 200 ? await store.shopper.complete(cart) : null
      tokens.push(token)
      answers.push(answer.text, JSON.stringify([done, await store.shopper.sessions(cart)]))
    }
    await tryToPay("cc_token", CARD.plain)
    await tryToPay("google_pay", CARD.plain)
    await tryToPay("apple_pay", CARD.poor)
    await tryToPay("cc_token", CARD.secure)
    await tryToPay("cc_token", CARD.plain, "drop_after")
    await tryToPay("cc_token", CARD.plain, "500_before")
    await tryToPay("cc_token", CARD.plain, "malformed_after")
    await store.gateway.quiet()
    for (const token of tokens) {
      expect(answers.join("\n")).not.toContain(token)
      expect(witness.logged(token)).toEqual([])
      expect(await tablesWith(store, token)).toEqual([])
    }
    // The search itself finds what is there.
    expect(await tablesWith(store, "1319.99")).toContain("payment_session")
  })

  it.each([
    ["a card number", { card: { n: "4242 4242 4242 4242" } }],
    ["a CVV", { payment_method: { type: "cc", cc: { number: "x", cvv: "123" } } }],
    ["a decrypted wallet", { decrypted_apple_pay: { online_payment_cryptogram: "AgAAAA==" } }],
  ])("%s in a session request is refused before anything is stored or sent", async (_, data) => {
    const cart = await store.shopper.fillCart()
    const before = (await store.gateway.requests()).length
    const refused = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, data)
    expect(refused.status).toBe(400)
    expect(refused.json).toMatchObject({
      code: "card_data",
      message: expect.stringMatching(/токен/),
    })
    expect(await store.shopper.sessions(cart)).toEqual([])
    expect((await store.gateway.requests()).length).toBe(before)
  })

  it("a mistyped mode is refused by name, instead of sending the shopper to RozetkaPay's page", async () => {
    const cart = await store.shopper.fillCart()
    const mistyped = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, { mode: "direkt" })
    expect(mistyped.status).toBe(400)
    expect(mistyped.json).toMatchObject({
      code: "unknown_mode",
      message: expect.stringMatching(/"hosted", "direct" або "express_checkout"/),
    })
    expect(await store.shopper.sessions(cart)).toEqual([])
    const unsaid = await store.shopper.openSession(cart, ROZETKAPAY, { remember: false })
    expect(unsaid.data.mode).toBe("hosted")
  })
})
