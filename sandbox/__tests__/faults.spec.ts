import { Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
  await shop.create("o1", { amount: 100 })
  await shop.pay("o1")
})
afterEach(() => shop.close())

const refundOne = () => shop.operate("refund", { external_id: "o1", amount: 1 })
const refunded = async () => Object(await shop.ledger("o1")).refunded

test.each([
  "drop_before",
  "timeout_before",
  "500_before",
  "502_before",
  "429",
])("%s: nothing was done", async (kind) => {
  await shop.control("faults", { endpoint: "refund", kind, ms: 50 })
  const answer = await refundOne().catch(() => null)
  expect(answer?.status ?? 0).not.toBe(200)
  expect(await refunded()).toBe("0.00")
  expect((await refundOne()).status).toBe(200)
  expect(await refunded()).toBe("1.00")
})

test.each([
  "drop_after",
  "timeout_after",
  "500_after",
  "502_after",
  "malformed_after",
])("%s: the work was done, its answer is lost", async (kind) => {
  await shop.control("faults", { endpoint: "refund", kind, ms: 50 })
  const answer = await refundOne().catch(() => null)
  expect(Object(answer?.body).is_success).toBeUndefined()
  expect(await refunded()).toBe("1.00")
})

test("429 says how long to wait", async () => {
  await shop.control("faults", { endpoint: "info", kind: "429", reset: 7 })
  const answer = await shop.info("o1")
  expect(answer).toMatchObject({ status: 429, body: { code: "too_many_requests" } })
  expect(answer.headers.get("x-ratelimit-limit")).toMatch(/^\d+$/)
  expect(answer.headers.get("x-ratelimit-remaining")).toBe("0")
  expect(answer.headers.get("x-ratelimit-reset")).toBe("7")
})

test("latency delays an answer and changes nothing else", async () => {
  await shop.control("faults", { endpoint: "*", kind: "latency", ms: 60, times: 1 })
  const started = Date.now()
  expect((await shop.info("o1")).status).toBe(200)
  expect(Date.now() - started).toBeGreaterThanOrEqual(55)
})

test("a fault strikes as often as asked, the payment and the merchant asked, until cleared", async () => {
  await shop.control("faults", {
    endpoint: "info",
    kind: "500_before",
    times: 0,
    external_id: "o2",
  })
  expect((await shop.info("o1")).status).toBe(200)
  for (let call = 0; call < 3; call += 1) expect((await shop.info("o2")).status).toBe(500)
  expect((await shop.look("faults")).body).toMatchObject({ faults: [{ hits: 3 }] })
  await shop.call("DELETE", "/sandbox/faults")
  expect((await shop.info("o2")).status).toBe(400)
  await shop.control("faults", { endpoint: "info", kind: "500_before", times: 0, login: "another" })
  expect((await shop.info("o1")).status).toBe(200)
})

test("a misspelt fault is refused by name", async () => {
  const answer = await shop.control("faults", { endpoint: "refunds", kind: "drop" })
  expect(answer.status).toBe(400)
  expect(answer.text).toContain("endpoint")
  expect(answer.text).toContain("kind")
})

test("a sandbox that is closed in the middle of a timeout leaves nothing running", async () => {
  const other = await Shop.open({ resendAfterMs: [60_000] })
  await other.control("faults", { endpoint: "info", kind: "timeout_before" })
  other.statuses = [500]
  await other.create("o1")
  await other.pay("o1")
  const hanging = other.info("o1").catch(() => "dropped")
  await new Promise((resolve) => setTimeout(resolve, 50))
  await other.close()
  expect(await hanging).toBe("dropped")
})
