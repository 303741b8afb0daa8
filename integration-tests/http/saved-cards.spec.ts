import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { deliver, signature } from "../drivers/callback-signer"
import { bySavedCard, Customer } from "../drivers/customer"
import { send } from "../drivers/json-http"
import { witnessOf } from "../drivers/witness"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY, STOREFRONT } from "../setup/store"

const CARD = {
  plain: "4111111111111111",
  other: "5555555555554444",
  secure: "4242424242424242",
  rejected: "4444333322221111",
}
const NOBODYS = "0ee67270-297d-4ed4-993c-5b4ba95c4daf"
const CHANGES = ["wallet_add", "wallet_delete", "wallet_default"]

const actionAnswer = z.strictObject({ action_url: z.url() })

runStore("Saved cards", { capture: true }, (store) => {
  const witness = witnessOf(store)
  const holderOf = async (customer: Customer): Promise<string | undefined> => {
    const { data } = await store.container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "account_holder", fields: ["id"], filters: { external_id: customer.id } })
    return data[0]?.id
  }
  const changesAsked = async () =>
    (await store.gateway.requests()).filter(({ endpoint }) => CHANGES.includes(endpoint)).length

  it("a customer saves a card by the widget's token, and sees its face but never its token", async () => {
    const customer = await Customer.register(store)
    expect(await customer.cards()).toEqual([])
    const fromWidget = await store.gateway.widgetCard(CARD.plain)
    const saved = await customer.saveCard(fromWidget)
    expect(saved).toMatchObject({ brand: "VISA", name: null })
    expect(saved.mask).toMatch(/^411111.*1111$/)
    expect(saved.expiry).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/)
    expect(saved.bank).not.toBeNull()
    expect(await customer.cards()).toEqual([saved])
    expect(customer.heard.join()).not.toContain(fromWidget.token)
    expect(customer.heard.join()).not.toMatch(/token|4111111111111111/)
    expect(witness.logged(fromWidget.token)).toEqual([])
  })

  it("a card that the bank wants to see first is saved when the customer has confirmed it there", async () => {
    const customer = await Customer.register(store)
    const answer = await customer.ask("POST", "", await store.gateway.widgetCard(CARD.secure))
    expect(answer.status).toBe(200)
    expect(actionAnswer.parse(answer.json).action_url).toMatch(store.gateway.url)
    expect(await customer.cards()).toEqual([])
    const { redirect_to } = await store.gateway.finishCard(customer.id, { three_ds: "approve" })
    expect(redirect_to).toBe(`${STOREFRONT}/ua/account/cards`)
    expect(await customer.cards()).toMatchObject([{ brand: "VISA" }])
    await store.gateway.quiet()
    const { url, body } = await store.gateway.newestCallback(customer.id)
    const received = await deliver(url, body, { signature: signature(body, MERCHANT.password) })
    expect(received.status).toBe(200)
    expect(received.json).toEqual({ is: "synced", outcome: "saved_card" })
    expect(await customer.cards()).toHaveLength(1)
    expect((await deliver(url, body, { signature: signature(body, "wrong") })).status).toBe(401)
  })

  it("a card that was not confirmed at the bank is not saved", async () => {
    const customer = await Customer.register(store)
    await customer.ask("POST", "", await store.gateway.widgetCard(CARD.secure))
    await store.gateway.finishCard(customer.id, { three_ds: "reject" })
    await store.gateway.quiet()
    expect(await customer.cards()).toEqual([])
  })

  it("a customer saves a card on RozetkaPay's page and comes back to the storefront of their country", async () => {
    const customer = await Customer.register(store)
    const answer = await customer.ask("POST", "", { country_code: "pl", make_default: true })
    expect(actionAnswer.parse(answer.json).action_url).toMatch(store.gateway.url)
    const finished = await store.gateway.finishCard(customer.id, { card: CARD.plain })
    expect(finished.redirect_to).toBe(`${STOREFRONT}/pl/account/cards`)
    await store.gateway.quiet()
    expect(await customer.cards()).toMatchObject([{ brand: "VISA", is_default: true }])
  })

  it("a card that the bank rejects, or a token that was used, is told in the shopper's words", async () => {
    const customer = await Customer.register(store)
    const rejected = await customer.ask("POST", "", await store.gateway.widgetCard(CARD.rejected))
    expect(rejected.status).toBe(422)
    expect(rejected.text).toMatch(/Картку не вдалося зберегти/)
    const card = await store.gateway.widgetCard(CARD.plain)
    await customer.saveCard(card)
    const again = await customer.ask("POST", "", card)
    expect(again.status).toBe(422)
    expect(again.text).not.toContain(card.token)
    expect(await customer.cards()).toHaveLength(1)
  })

  it("a customer names another default card, and forgets one", async () => {
    const customer = await Customer.register(store)
    const first = await customer.saveCard({
      ...(await store.gateway.widgetCard(CARD.plain)),
      make_default: true,
    })
    const second = await customer.saveCard(await store.gateway.widgetCard(CARD.other))
    const named = await customer.ask("POST", `/${second.id}/default`)
    expect(named.json).toEqual({ card: { ...second, is_default: true } })
    const defaults = (await customer.cards()).filter((card) => card.is_default)
    expect(defaults.map(({ id }) => id)).toEqual([second.id])

    const deleted = await customer.ask("DELETE", `/${first.id}`)
    expect(deleted.json).toEqual({ id: first.id, object: "rozetkapay_card", deleted: true })
    expect((await customer.cards()).map(({ id }) => id)).toEqual([second.id])
    expect((await customer.ask("DELETE", `/${first.id}`)).status).toBe(404)
  })

  it("another customer's card can be neither seen, named, deleted nor paid with, as if it did not exist", async () => {
    const owner = await Customer.register(store)
    const stranger = await Customer.register(store)
    const { id } = await owner.saveCard(await store.gateway.widgetCard(CARD.plain))
    const asked = await changesAsked()
    expect(await stranger.cards()).toEqual([])
    for (const path of [`/${id}`, `/${NOBODYS}`]) {
      const answers = [
        await stranger.ask("DELETE", path),
        await stranger.ask("POST", `${path}/default`),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404])
      expect(answers[0]?.text).toMatch(/немає такої/)
    }
    expect(await changesAsked()).toBe(asked)

    const cart = await stranger.fillCart()
    const refusals = [
      await stranger.tryToOpenSession(cart, ROZETKAPAY, bySavedCard(id)),
      await stranger.tryToOpenSession(cart, ROZETKAPAY, bySavedCard(NOBODYS)),
    ]
    expect(refusals[0]?.status).toBe(404)
    expect(refusals[0]?.text).toMatch(/немає такої/)
    expect(refusals[0]?.text).toBe(refusals[1]?.text)
    expect(await stranger.sessions(cart)).toEqual([])
    expect(await store.gateway.payments()).toEqual([])
    expect(await owner.cards()).toHaveLength(1)
  })

  it("guests have no saved cards: they are asked to log in, and RozetkaPay is asked nothing", async () => {
    const owner = await Customer.register(store)
    const { id } = await owner.saveCard(await store.gateway.widgetCard(CARD.plain))
    const asked = (await store.gateway.requests()).length
    const headers = { "x-publishable-api-key": store.seed.publishableKey }
    const cards = `${store.url}/store/rozetkapay/cards`
    const answers = [
      await send(cards, { headers }),
      await send(cards, { method: "POST", headers, body: {} }),
      await send(`${cards}/${id}`, { method: "DELETE", headers }),
      await send(`${cards}/${id}/default`, { method: "POST", headers, body: {} }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])

    const cart = await store.shopper.fillCart()
    const saving = {
      mode: "direct",
      payment_method: {
        type: "cc_token",
        token: await store.gateway.token("cc_token", CARD.plain),
      },
      save: true,
    }
    for (const data of [bySavedCard(id), saving]) {
      const refused = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, data)
      expect(refused.status).toBe(400)
      expect(refused.text).toMatch(/Увійдіть/)
    }
    expect(await store.shopper.sessions(cart)).toEqual([])
    expect((await store.gateway.requests()).length).toBe(asked)
  })

  it("a customer keeps the card of a payment, and pays the next order with it", async () => {
    const customer = await Customer.register(store)
    const first = await customer.fillCart()
    await customer.openSession(first, ROZETKAPAY, {
      mode: "direct",
      payment_method: {
        type: "cc_token",
        token: await store.gateway.token("cc_token", CARD.plain),
      },
      save: true,
    })
    expect((await customer.complete(first)).order?.total).toBe(1319.99)
    const [kept] = await customer.cards()
    if (!kept) throw new Error("The card of the payment was not kept")

    const second = await customer.fillCart({ socks: 2 })
    const session = await customer.openSession(second, ROZETKAPAY, bySavedCard(kept.id))
    expect(session.data).toMatchObject({ mode: "direct", checkout_url: null })
    expect(JSON.stringify(session)).not.toContain(kept.id)
    expect((await customer.complete(second)).order?.total).toBe(499)
    await store.gateway.quiet()
    expect((await store.gateway.payment(session.id)).ledger).toMatchObject({ captured: "499.00" })
  })

  it("a saved card with 3-D Secure sends the customer to the bank, and the order is placed after it", async () => {
    const customer = await Customer.register(store)
    await customer.ask("POST", "", await store.gateway.widgetCard(CARD.secure))
    await store.gateway.finishCard(customer.id)
    const [card] = await customer.cards()
    const cart = await customer.fillCart()
    const session = await customer.openSession(cart, ROZETKAPAY, bySavedCard(card?.id ?? ""))
    expect(session.data.checkout_url).toMatch(`${store.gateway.url}/3ds/`)
    await store.gateway.answerAtTheBank(session.id, "approve")
    await store.gateway.quiet()
    expect((await store.admin.theOrderOf(cart)).summary?.paid_total).toBe(1319.99)
  })

  it.each([
    ["a card number", { number: "4242 4242 4242 4242" }],
    ["a card number as a token", { token: "4242424242424242", card_mask: "x", expires_at: "y" }],
    ["a CVV", { card: { cvv: "123" } }],
    [
      "a card number as a mask",
      { token: "a-token-of-it", card_mask: "42424242424*4242", expires_at: "y" },
    ],
    ["half of what the widget gave", { token: "a-token-of-it" }],
    [
      "a session's payment method",
      { payment_method: { type: "cc_token", token: "a-token-of-it" } },
    ],
    ["a country that is an address", { country_code: "//evil.example" }],
  ])("%s is refused before anything is sent to RozetkaPay", async (_, body) => {
    const customer = await Customer.register(store)
    const refused = await customer.ask("POST", "", body)
    expect(refused.status).toBe(400)
    expect(refused.text).not.toMatch(/4242|a-token-of-it|evil/)
    expect(await changesAsked()).toBe(0)
  })

  it("says so in a sentence while RozetkaPay is down, and that a lost answer may have saved the card", async () => {
    const customer = await Customer.register(store)
    await store.gateway.fault({ endpoint: "wallet", kind: "500_before", times: 0 })
    const down = await customer.ask("GET")
    expect(down.status).toBe(503)
    expect(down.text).toMatch(/RozetkaPay зараз не відповідає/)
    const cart = await customer.fillCart()
    const unpaid = await customer.tryToOpenSession(cart, ROZETKAPAY, bySavedCard(NOBODYS))
    expect(unpaid.status).toBe(400)
    expect(unpaid.text).toMatch(/RozetkaPay зараз не відповідає/)
    await store.gateway.clearFaults()

    await store.gateway.fault({ endpoint: "wallet_add", kind: "drop_after" })
    const lost = await customer.ask("POST", "", await store.gateway.widgetCard(CARD.plain))
    expect(lost.status).toBe(503)
    expect(lost.text).toMatch(/Поки невідомо/)
    expect(await customer.cards()).toHaveLength(1)
    expect(await changesAsked()).toBe(1)
  })

  it("a customer whom RozetkaPay does not know, and fields that it leaves out, are no trouble", async () => {
    await store.gateway.quirks({
      unknown_customer: "customer_profile_not_found",
      empty_fields: "absent",
    })
    const customer = await Customer.register(store)
    expect(await customer.cards()).toEqual([])
    const { id } = await customer.saveCard(await store.gateway.widgetCard(CARD.plain))
    expect((await customer.ask("DELETE", `/${id}`)).status).toBe(200)
    expect((await customer.ask("DELETE", `/${id}`)).status).toBe(404)
  })

  it("a store's own code lists, saves and deletes cards through Medusa's payment module", async () => {
    const payments = store.container.resolve(Modules.PAYMENT)
    const customer = await Customer.register(store)
    const of = {
      provider_id: ROZETKAPAY,
      context: { account_holder: { data: { id: customer.id } } },
    }
    const made = await payments.createPaymentMethods({
      ...of,
      data: await store.gateway.widgetCard(CARD.plain),
    })
    const [seen] = await customer.cards()
    expect(made.id).toBe(seen?.id)
    const listed = await payments.listPaymentMethods(of)
    const { id, ...data } = seen ?? { id: "" }
    expect(listed).toEqual([{ id, data, provider_id: ROZETKAPAY }])

    const stranger = await Customer.register(store)
    const strangers = { ...of, context: { account_holder: { data: { id: stranger.id } } } }
    await expect(payments.deletePaymentMethods({ ...strangers, id, data: {} })).rejects.toThrow()
    expect(await customer.cards()).toHaveLength(1)
    await payments.deletePaymentMethods({ ...of, id, data: {} })
    expect(await customer.cards()).toEqual([])
    await expect(
      payments.listPaymentMethods({ provider_id: ROZETKAPAY, context: {} }),
    ).rejects.toThrow(/customer/)
  })

  it("a customer's account holder takes their cards along when it is deleted, and goes even while RozetkaPay is down", async () => {
    const payments = store.container.resolve(Modules.PAYMENT)
    const [gone, left] = [await Customer.register(store), await Customer.register(store)]
    for (const customer of [gone, left]) {
      await customer.saveCard(await store.gateway.widgetCard(CARD.plain))
      await customer.openSession(await customer.fillCart(), ROZETKAPAY)
    }
    await payments.deleteAccountHolder((await holderOf(gone)) ?? "")
    expect(await gone.cards()).toEqual([])

    await store.gateway.fault({ endpoint: "wallet_delete", kind: "500_before", times: 0 })
    await payments.deleteAccountHolder((await holderOf(left)) ?? "")
    expect(await holderOf(left)).toBeUndefined()
    expect(await left.cards()).toHaveLength(1)
    expect(witness.logged("may be left", left.id)).toHaveLength(1)
  })

  it("a customer whose account holder was cut off from them by a crash can still pay", async () => {
    const link = store.container.resolve(ContainerRegistrationKeys.LINK)
    const customer = await Customer.register(store)
    await customer.openSession(await customer.fillCart(), ROZETKAPAY)
    const holder = await holderOf(customer)
    const cut = {
      [Modules.CUSTOMER]: { customer_id: customer.id },
      [Modules.PAYMENT]: { account_holder_id: holder },
    }
    await link.dismiss(cut)
    const session = await customer.openSession(await customer.fillCart(), ROZETKAPAY)
    expect(session.data.checkout_url).not.toBeNull()
    const query = store.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "customer",
      fields: ["account_holders.id"],
      filters: { id: customer.id },
    })
    expect(data).toMatchObject([{ account_holders: [{ id: holder }] }])
  })
})
