import { checkoutUrl, Shop, tokenFor } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const verify = (more: Record<string, unknown>) =>
  shop.operate("lookup", {
    callback_url: shop.callback_url,
    result_url: "https://shop.example/cards",
    ...more,
  })
const byToken = async (card: string) => ({
  mode: "direct",
  customer: {
    payment_method: { type: "cc_token", cc_token: { token: await tokenFor(shop, card) } },
  },
})
const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })

test("a card is verified at once, charged nothing, and announced", async () => {
  const { body } = await verify(await byToken("4000000000000044"))
  expect(body).toMatchObject({
    is_success: true,
    operation: "lookup",
    details: { amount: "0.00", status: "success", method: "lookup" },
    payment_method: { cc_token: { mask: "400000******0044" } },
  })
  const external_id = String(Object(body).external_id)
  expect(await shop.ledger(external_id)).toMatchObject({ held: "0.00", captured: "0.00" })
  for (const name of ["confirm", "cancel", "refund"])
    expect((await shop.operate(name, { external_id })).body).toMatchObject({
      code: "action_not_allowed",
    })
  await shop.idle()
  expect(shop.received.map(({ body: callback }) => callback)).toMatchObject([
    { operation: "lookup", is_success: true, external_id },
  ])
})

test("the bank may reject the card, or ask its holder first", async () => {
  expect((await verify(await byToken("4444333322221111"))).body).toMatchObject({
    is_success: false,
    details: { status_code: "transaction_rejected" },
  })
  await shop.idle()
  const asked = await verify(await byToken("4242424242424242"))
  const bank = String(Object(asked.body).action.value)
  expect(await (await fetch(`${bank}?lang=en`)).text()).toContain("Nothing is charged")
  const approved = await send(bank, { answer: "approve" })
  expect(approved.headers.get("location")).toBe("https://shop.example/cards")
  await shop.idle()
  expect(shop.received.map(({ body }) => Object(body).is_success)).toEqual([false, true])
})

test("the hosted page verifies a card without a sum on it", async () => {
  const url = checkoutUrl(await verify({ mode: "hosted", customer: { locale: "EN" } }))
  const page = await (await fetch(url)).text()
  expect(page).toContain("Verify the card")
  expect(page).not.toContain("0.00")
  const done = await send(url, { card: "4111111111111111", expiry: "12/30", cvv: "123" })
  expect(done.headers.get("location")).toBe("https://shop.example/cards")
  expect(await (await fetch(url)).text()).toContain("The card is verified")
  await shop.idle()
  expect(shop.received.map(({ body }) => Object(body).operation)).toEqual(["lookup"])
})

test("faults strike a lookup, and one that names no card is refused", async () => {
  expect((await verify({ mode: "direct" })).body).toMatchObject({
    code: "invalid_request_body",
    param: "customer.payment_method",
  })
  await shop.control("faults", { endpoint: "lookup", kind: "429" })
  expect((await verify({ mode: "hosted" })).status).toBe(429)
})
