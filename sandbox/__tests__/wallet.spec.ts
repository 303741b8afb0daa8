import { signCallback } from "../signature"
import { PASSWORD, payByToken, payDirectly, Shop, tokenFor } from "./shop"

const VISA = "4111111111111111"
const VISA_3DS = "4242424242424242"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const api = (method: string, path: string, customer: string, body?: unknown) =>
  shop.call(
    method,
    `/api/customers/v1/wallet${path}${path.includes("?") ? "&" : "?"}external_id=${customer}`,
    body,
  )
const list = async (customer: string): Promise<unknown[]> =>
  Object((await api("GET", "", customer)).body).wallet
const save = async (customer: string, card = VISA): Promise<string> => {
  const { body } = await shop.control("wallets", { external_id: customer, card })
  return String(Object(body).card.option_id)
}
const byWallet = (option_id: string) => ({ type: "wallet", wallet: { option_id } })
const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const addByToken = async (customer: string, card: string, more: Record<string, unknown> = {}) =>
  api("POST", "", customer, {
    mode: "direct",
    callback_url: shop.callback_url,
    result_url: "https://shop.example/cards",
    payment_method: {
      type: "cc_token",
      cc_token: {
        token: await tokenFor(shop, card),
        mask: "424242******4242",
        expires_at: "2027-01-02T15:04:05",
      },
    },
    ...more,
  })
const addHosted = (customer: string, more: Record<string, unknown> = {}) =>
  api("POST", "", customer, {
    mode: "hosted",
    callback_url: shop.callback_url,
    result_url: "https://shop.example/cards",
    ...more,
  })
const actionOf = (answer: { body: unknown }) => String(Object(answer.body).action.value)

test("a wallet nobody has used is empty, or its customer is unknown", async () => {
  expect(await list("cus_1")).toEqual([])
  await shop.control("quirks", { unknown_customer: "customer_profile_not_found" })
  expect((await api("GET", "", "cus_1")).body).toMatchObject({
    code: "customer_profile_not_found",
    type: "customer_error",
  })
  expect((await shop.call("GET", "/api/customers/v1/wallet")).body).toMatchObject({
    code: "customer_id_not_passed",
  })
})

test("a token adds a card at once, with no callback, and is spent by it", async () => {
  const added = await addByToken("cus_1", VISA, { make_default: true })
  expect(added.body).toMatchObject({
    status: "success",
    action_required: false,
    action: null,
    operation: "add_payment_method",
    customer: { external_id: "cus_1" },
    payment_method: { is_default: true, type: "card", card: { mask: "411111******1111" } },
  })
  await shop.idle()
  expect(shop.received).toHaveLength(0)
  expect(await list("cus_1")).toMatchObject([
    { type: "card", is_default: true, card: { mask: "411111******1111", payment_system: "VISA" } },
  ])
  const { body } = await shop.look("requests?endpoint=wallet_add")
  const spent = Object(body).requests[0].body.payment_method.cc_token.token
  expect(
    (await payDirectly(shop, "o1", { type: "cc_token", cc_token: { token: spent } })).body,
  ).toMatchObject({ code: "invalid_card_token" })
})

test("a 3-D Secure card is confirmed at the bank's page and by a signed callback, resent until 200", async () => {
  shop.statuses = [500]
  const asked = await addByToken("cus_1", VISA_3DS)
  expect(asked.body).toMatchObject({ status: "pending", action_required: true })
  const option_id = String(Object(asked.body).payment_method.option_id)
  expect(await list("cus_1")).toEqual([])
  expect((await payDirectly(shop, "o1", byWallet(option_id))).body).toMatchObject({
    code: "card_verification_required",
  })
  const status = (path = `/confirmation/status?option_id=${option_id}`) => api("GET", path, "cus_1")
  expect((await status()).body).toMatchObject({ is_confirmed: false, status: "pending" })
  expect(await (await fetch(`${actionOf(asked)}?lang=en`)).text()).toContain("Nothing is charged")
  const approved = await send(actionOf(asked), { answer: "approve" })
  expect(approved.headers.get("location")).toBe("https://shop.example/cards")
  await shop.idle()
  expect(shop.received).toHaveLength(2)
  const [first] = shop.received
  expect(first?.body).toMatchObject({
    operation: "add_payment_method",
    status: "success",
    customer: { external_id: "cus_1" },
    payment_method: { option_id },
  })
  expect(first?.headers["x-rozetkapay-signature"]).toBe(signCallback(PASSWORD, first?.raw ?? ""))
  expect((await status()).body).toMatchObject({ is_confirmed: true, status: "success" })
  expect((await payDirectly(shop, "o1", byWallet(option_id))).body).toMatchObject({
    action_required: true,
  })
})

test("a card rejected by the bank or by its holder is announced as a failure and not listed", async () => {
  expect((await addByToken("cus_1", "4444333322221111")).body).toMatchObject({ status: "failure" })
  const asked = await addByToken("cus_1", VISA_3DS)
  const rejected = await send(actionOf(asked), { answer: "reject" })
  expect(rejected.headers.get("location")).toBe("https://shop.example/cards")
  await shop.idle()
  expect(shop.received.map(({ body }) => body)).toMatchObject([{ status: "failure" }])
  expect(await list("cus_1")).toEqual([])
})

test("the hosted page saves a card in both languages, after a try that failed", async () => {
  const opened = await addHosted("cus_1")
  expect(opened.body).toMatchObject({ status: "init", action_required: true })
  const url = actionOf(opened)
  const page = await (await fetch(`${url}?lang=uk`)).text()
  expect(page).toContain("Зберегти картку")
  expect(page).not.toContain("<script")
  const card = (number: string) => ({ card: number, expiry: "12/30", cvv: "123" })
  expect((await send(url, card("4111"))).status).toBe(422)
  const declined = await send(`${url}?lang=en`, card("4444333322221111"))
  const target = new URL(declined.headers.get("location") ?? "", shop.sandbox.url)
  expect(await (await fetch(target)).text()).toContain("The card was not saved")
  await shop.idle()
  const asked = await send(url, card(VISA_3DS))
  const bank = new URL(asked.headers.get("location") ?? "", shop.sandbox.url)
  expect(bank.pathname).toMatch(/\/bank$/)
  const saved = await send(bank.href, { answer: "approve" })
  expect(saved.headers.get("location")).toBe("https://shop.example/cards")
  expect(await (await fetch(`${url}?lang=en`)).text()).toContain("The card is saved")
  await shop.idle()
  expect(shop.received.map(({ body }) => Object(body).status)).toEqual(["failure", "success"])
  expect(await list("cus_1")).toMatchObject([{ card: { mask: "424242******4242" } }])
})

test("leaving the page saves nothing", async () => {
  const url = actionOf(await addHosted("cus_1"))
  const left = await fetch(`${url}/leave`, { redirect: "manual" })
  expect(left.headers.get("location")).toBe("https://shop.example/cards")
  expect(await list("cus_1")).toEqual([])
  expect((await api("POST", "", "cus_1", { mode: "hosted" })).body).toMatchObject({
    code: "invalid_request_body",
    param: "callback_url",
  })
})

test("a test finishes an addition without a browser", async () => {
  await addHosted("cus_1")
  expect(
    (await shop.control("wallets/cus_1/finish", { card: VISA_3DS, three_ds: "leave" })).body,
  ).toMatchObject({ status: "pending" })
  expect((await shop.control("wallets/cus_1/finish")).body).toMatchObject({
    status: "success",
    card: { card_mask: "424242******4242", is_confirmed: true },
    redirect_to: "https://shop.example/cards",
  })
  expect((await shop.control("wallets/cus_1/finish")).status).toBe(409)
})

test("the default is named, cards are found and deleted, always of one's own", async () => {
  const visa = await save("cus_1")
  const master = await save("cus_1", "5555555555554444")
  const foreign = await save("cus_2")
  const option = (option_id: string) => ({ option_id, type: "card" })
  expect((await api("POST", "/settings/set", "cus_1", option(master))).body).toEqual({
    option_id: master,
    type: "card",
    success: true,
  })
  expect(await list("cus_1")).toMatchObject([
    { option_id: visa, is_default: false },
    { option_id: master, is_default: true },
  ])
  expect((await api("GET", `/find?option_id=${visa}`, "cus_1")).body).toMatchObject({
    option_id: visa,
  })
  const notFound = { status: 400, body: { code: "payment_method_not_found" } }
  expect(await api("GET", `/find?option_id=${foreign}`, "cus_1")).toMatchObject(notFound)
  expect(await api("POST", "/settings/set", "cus_1", option(foreign))).toMatchObject(notFound)
  expect(await api("DELETE", "", "cus_1", option(foreign))).toMatchObject(notFound)
  expect((await api("DELETE", "", "cus_1", option(visa))).body).toEqual({
    delete: true,
    option_id: visa,
    type: "card",
  })
  expect(await list("cus_1")).toHaveLength(1)
  expect(await api("DELETE", "", "cus_1", option(visa))).toMatchObject(notFound)
})

test("a saved card pays for its own customer only", async () => {
  const own = await save("cus_1")
  const foreign = await save("cus_2")
  expect((await payDirectly(shop, "o1", byWallet(own))).body).toMatchObject({
    is_success: true,
    payment_method: { type: "cc_token", cc_token: { saved_card: true } },
  })
  expect((await payDirectly(shop, "o2", byWallet(foreign))).body).toMatchObject({
    code: "payment_method_not_found",
    type: "payment_method_error",
  })
  const guest = { mode: "direct", customer: { payment_method: byWallet(own) } }
  expect((await shop.create("o2", guest)).body).toMatchObject({ code: "customer_id_not_passed" })
  expect((await shop.look("payments/o2")).status).toBe(404)
})

test("a saved card without money is saved, and refused when it pays", async () => {
  const empty = await save("cus_1", "4000000000000044")
  expect((await payDirectly(shop, "o1", byWallet(empty))).body).toMatchObject({
    is_success: false,
    details: { status_code: "insufficient_funds" },
  })
})

test("a direct payment saves its card when asked, and only once it has succeeded", async () => {
  const method = async (card: string) => ({
    type: "cc_token",
    cc_token: { token: await tokenFor(shop, card), save_to_wallet: true },
  })
  await payDirectly(shop, "o1", await method("4444333322221111"))
  expect(await list("cus_1")).toEqual([])
  expect((await payDirectly(shop, "o1", await method(VISA))).body).toMatchObject({
    payment_method: { cc_token: { saved_card: true } },
  })
  await payByToken(shop, "o2", "5555555555554444")
  expect(await list("cus_1")).toMatchObject([{ card: { mask: "411111******1111" } }])
  const guest = { mode: "direct", customer: { payment_method: await method(VISA) } }
  expect((await shop.create("o3", guest)).body).toMatchObject({ code: "customer_id_not_passed" })
})

test("the hosted page saves the card only if the shopper ticks its box, and offers it to customers only", async () => {
  const customer = { external_id: "cus_1", locale: "EN" }
  const open = async (id: string, more: Record<string, unknown>) =>
    String(Object((await shop.create(id, more)).body).action.value)
  const card = { card: VISA, expiry: "12/30", cvv: "123" }
  const known = await open("o1", { customer })
  expect(await (await fetch(known)).text()).toContain("Save the card for next purchases")
  await send(known, card)
  expect(await list("cus_1")).toEqual([])
  await send(await open("o2", { customer }), { ...card, save: "yes" })
  expect(await list("cus_1")).toHaveLength(1)
  const guest = await open("o3", {})
  expect(await (await fetch(guest)).text()).not.toContain('name="save"')
  await send(guest, { ...card, save: "yes" })
  await shop.create("o4", { customer })
  await shop.pay("o4", { card: VISA_3DS, save: true })
  expect(await list("cus_1")).toHaveLength(2)
})

test("the same card again is one card, or two, and a default may come by itself", async () => {
  const first = await save("cus_1")
  expect(await save("cus_1")).toBe(first)
  await shop.control("quirks", { same_card_again: "new_option", wallet_keeps_a_default: true })
  expect(await save("cus_1")).not.toBe(first)
  expect((await api("GET", "/find", "cus_1")).body).toMatchObject({ is_default: true })
})

test("faults strike each endpoint of the wallet", async () => {
  await shop.control("faults", { endpoint: "wallet_add", kind: "500_after" })
  expect((await addByToken("cus_1", VISA)).status).toBe(500)
  expect(await list("cus_1")).toHaveLength(1)
  await shop.control("faults", { endpoint: "wallet", kind: "429", external_id: "cus_1" })
  expect((await api("GET", "", "cus_1")).status).toBe(429)
})
