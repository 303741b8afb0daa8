import { Modules } from "@medusajs/framework/utils"
import { findProvider } from "../../src/provider/find-provider"
import { eventually } from "../drivers/eventually"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const CARD = { plain: "4111111111111111", secure: "4242424242424242", poor: "4000000000000044" }

runStore("A shopper who pays in the store and presses the button again", BOTH_KINDS, (store) => {
  // A failed test must not leave the next ones its clock.
  afterEach(() => jest.restoreAllMocks())

  const direct = (token: string) => ({
    mode: "direct",
    payment_method: { type: "cc_token", token },
  })

  /** Payments at RozetkaPay in which a card was asked for money. */
  const charged = async () =>
    (await store.gateway.payments()).filter(({ operations }) => operations.length > 0)

  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, capture, money }) => {
    it.each([
      ["the same token", null],
      ["another card", CARD.plain],
      ["a card without money", CARD.poor],
    ])("is charged once with %s, and the order is placed for it", async (_, card) => {
      const cart = await store.shopper.fillCart()
      await store.gateway.callbacks("hold")
      const token = await store.gateway.token("cc_token", CARD.plain)
      const paid = await store.shopper.openSession(cart, provider, direct(token))

      const next = card ? await store.gateway.token("cc_token", card) : token
      const again = await store.shopper.tryToOpenSession(cart, provider, direct(next))
      expect(again.status).toBe(400)
      expect(again.text).toMatch(/вже оплачено|уже оплачено/)
      expect(await store.gateway.payments()).toHaveLength(1)

      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
      await store.gateway.callbacks("normal")
      await store.gateway.flushCallbacks()
      await store.gateway.quiet()
      expect((await store.gateway.payment(paid.id)).ledger).toMatchObject(money)
    })

    it("in a flood of requests is charged once, and most are sent away without waiting", async () => {
      const cart = await store.shopper.fillCart()
      await store.shopper.openSession(cart, provider)
      await store.gateway.callbacks("hold")
      const token = await store.gateway.token("cc_token", CARD.plain)
      const found = await findProvider(store.container, provider)
      if (!found) throw new Error("no provider")
      const { gateway } = found.provider
      const start = gateway.start.bind(gateway)
      const statuses: number[] = []
      const answered = (status: number) => statuses.filter((one) => one === status).length
      const charge = jest.spyOn(gateway, "start").mockImplementationOnce(async (payment) => {
        await eventually("most are sent away while one is charged", async () => answered(409) >= 6)
        return start(payment)
      })
      await Promise.all(
        Array.from({ length: 12 }, async () => {
          const { status } = await store.shopper.tryToOpenSession(cart, provider, direct(token))
          statuses.push(status)
        }),
      )
      charge.mockRestore()
      expect(answered(200)).toBe(1)
      expect((await charged()).length).toBe(1)
    })

    it("at the very same instant with two cards is charged once, and the other is told so", async () => {
      const cart = await store.shopper.fillCart()
      await store.shopper.openSession(cart, provider)
      await store.gateway.callbacks("hold")
      await store.gateway.fault({ endpoint: "create", kind: "latency", ms: 500, times: 2 })
      const tokens = [1, 2].map(() => store.gateway.token("cc_token", CARD.plain))
      const [one, other] = await Promise.all(
        (await Promise.all(tokens)).map((token) =>
          store.shopper.tryToOpenSession(cart, provider, direct(token)),
        ),
      )
      const refused = one?.status === 200 ? other : one
      expect([one?.status, other?.status].sort()).toEqual([200, 400])
      expect(refused?.text).toMatch(/вже оплачено|уже оплачено/)
      expect((await charged()).length).toBe(1)

      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
      await store.gateway.callbacks("normal")
      await store.gateway.flushCallbacks()
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("is not charged again at the store's other provider", async () => {
      const cart = await store.shopper.fillCart()
      await store.gateway.callbacks("hold")
      const token = await store.gateway.token("cc_token", CARD.plain)
      await store.shopper.openSession(cart, provider, direct(token))

      const other = [AT_ONCE, HOLD_FIRST].map((one) => one.provider).find((id) => id !== provider)
      const next = direct(await store.gateway.token("cc_token", CARD.plain))
      const again = await store.shopper.tryToOpenSession(cart, String(other), next)
      expect(again.status).toBe(400)
      expect(again.text).toMatch(/вже оплачено|уже оплачено/)
      expect((await charged()).length).toBe(1)
      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
    })

    it("hangs up while the first card is charged, and is not charged for another", async () => {
      const cart = await store.shopper.fillCart()
      await store.shopper.openSession(cart, provider)
      await store.gateway.callbacks("hold")
      await store.gateway.fault({ endpoint: "create", kind: "latency", ms: 1_500, times: 1 })
      const data = direct(await store.gateway.token("cc_token", CARD.plain))
      const found = await findProvider(store.container, provider)
      if (!found) throw new Error("no provider")
      const captured = jest.spyOn(found.provider.inputs, "take")
      const hangUp = new AbortController()
      const first = fetch(
        `${store.url}/store/payment-collections/${cart.collectionId}/payment-sessions`,
        {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-publishable-api-key": store.seed.publishableKey,
          },
          body: JSON.stringify({ provider_id: provider, data }),
          signal: hangUp.signal,
        },
      ).then(
        () => "answered",
        () => "hung up",
      )
      await eventually("the payment is being started", async () => captured.mock.calls.length > 0)
      captured.mockRestore()
      hangUp.abort()
      expect(await first).toBe("hung up")

      const next = direct(await store.gateway.token("cc_token", CARD.plain))
      const again = await store.shopper.tryToOpenSession(cart, provider, next)
      expect(again.status).toBe(400)
      expect(again.text).toMatch(/вже оплачено|уже оплачено/)
      expect((await charged()).length).toBe(1)
      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
    })

    it("pays with another card after leaving 3-D Secure", async () => {
      const cart = await store.shopper.fillCart()
      const secure = await store.gateway.token("cc_token", CARD.secure)
      await store.shopper.openSession(cart, provider, direct(secure))
      const token = await store.gateway.token("cc_token", CARD.plain)
      const second = await store.shopper.openSession(cart, provider, direct(token))
      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
      await store.gateway.quiet()
      expect((await store.gateway.payment(second.id)).ledger).toMatchObject(money)
    })

    it("pays with another card once the money of a payment has gone back", async () => {
      const cart = await store.shopper.fillCart()
      await store.gateway.callbacks("lose")
      const token = await store.gateway.token("cc_token", CARD.plain)
      const first = await store.shopper.openSession(cart, provider, direct(token))
      await store.gateway.cabinet(first.id, capture ? "refund" : "cancel")
      const other = await store.gateway.token("cc_token", CARD.plain)
      await store.shopper.openSession(cart, provider, direct(other))
      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
    })
  })

  it("is told so after half a minute, and not charged, while another payment of the cart is still being started", async () => {
    const cart = await store.shopper.fillCart()
    await store.shopper.openSession(cart, ROZETKAPAY)
    const locking = store.container.resolve(Modules.LOCKING)
    const acquire = locking.acquire.bind(locking)
    const now = Date.now
    let waited = 0
    const clock = jest.spyOn(Date, "now").mockImplementation(() => now() + waited)
    const held = jest.spyOn(locking, "acquire").mockImplementation(async (keys, args) => {
      if (keys !== `rozetkapay-start:${cart.collectionId}`) return acquire(keys, args)
      waited = 31_000
      throw new Error("Failed to acquire lock")
    })
    const token = await store.gateway.token("cc_token", CARD.plain)
    const refused = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, direct(token))
    waited = 0
    const onThePage = await store.shopper.tryToOpenSession(cart, ROZETKAPAY)
    held.mockRestore()
    clock.mockRestore()
    expect(refused.status).toBe(409)
    expect(refused.json).toMatchObject({
      message: expect.stringMatching(/розпочато інший платіж/),
    })
    expect(onThePage.status).toBe(200)
    expect(await charged()).toEqual([])

    await store.shopper.openSession(cart, ROZETKAPAY, direct(token))
    expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
  })
})
