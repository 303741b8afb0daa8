import { Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

test("info may lag behind the callbacks until it is let go", async () => {
  await shop.create("held", { confirm: false })
  await shop.pay("held")
  await shop.create("new")
  await shop.control("info", { stopped: true })
  await shop.operate("confirm", { external_id: "held" })
  await shop.pay("new")
  await shop.idle()
  expect(shop.received.map(({ body }) => body)).toMatchObject([
    { external_id: "held", operation: "payment" },
    { external_id: "held", operation: "confirm" },
    { external_id: "new", operation: "payment", details: { status: "success" } },
  ])
  expect((await shop.info("held")).body).toMatchObject({ purchased: true, confirmed: false })
  expect((await shop.info("new")).body).toMatchObject({ code: "data_not_found" })
  await shop.control("info", { stopped: false })
  expect((await shop.info("held")).body).toMatchObject({ confirmed: true })
  expect((await shop.info("new")).body).toMatchObject({ purchased: true })
})

test("info may lag for some calls, and catches up by itself", async () => {
  await shop.create("o1")
  await shop.control("info", { stopped: true, calls: 2 })
  await shop.pay("o1")
  expect((await shop.info("o1")).status).toBe(400)
  expect((await shop.info("o1")).status).toBe(400)
  expect((await shop.info("o1")).body).toMatchObject({ purchased: true })
  expect((await shop.look("info")).body).toEqual({ stopped: false, calls_left: null })
})

test("the orders of a batch lag with it, and a reset lets info go", async () => {
  const orders = [{ api_key: "seller-1", amount: 10, external_id: "b1-1", description: "Tea" }]
  const batch = { batch_external_id: "b1", currency: "UAH", mode: "hosted", orders }
  await shop.call("POST", "/api/payments/batch/v1/new", batch)
  await shop.control("info", { stopped: true })
  await shop.pay("b1")
  expect((await shop.info("b1-1")).body).toMatchObject({ code: "data_not_found" })
  await shop.control("reset")
  expect((await shop.look("info")).body).toMatchObject({ stopped: false })
})

test("the callback of somebody else's payment without a callback_url can not be resent", async () => {
  const theirs = { external_id: "theirs", amount: 100, currency: "UAH", state: "captured" }
  await shop.control("payments", theirs)
  const resent = await shop.call("POST", "/api/payments/v1/callback/resend", {
    external_id: "theirs",
  })
  expect(resent).toMatchObject({ status: 400, body: { code: "callback_url_missing" } })
  expect((await shop.info("theirs")).body).toMatchObject({ purchased: true })
})
