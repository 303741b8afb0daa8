import { signCallback } from "../signature"
import { PASSWORD, Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

test("a payment is announced by a signed callback that repeats the metadata", async () => {
  await shop.create("o1")
  await shop.pay("o1")
  await shop.idle()
  expect(shop.received).toHaveLength(1)
  const [callback] = shop.received
  expect(callback?.headers["x-rozetkapay-signature"]).toBe(
    signCallback(PASSWORD, callback?.raw ?? ""),
  )
  expect(callback?.body).toMatchObject({
    external_id: "o1",
    operation: "payment",
    is_success: true,
    metadata: { session: "o1" },
    details: {
      amount: "1249.99",
      currency: "UAH",
      status: "success",
      status_code: "transaction_successful",
      method: "purchase",
      operation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      payment_id: expect.stringMatching(/^\d{18}$/),
    },
    payment_method: {
      type: "cc_token",
      cc_token: { mask: "411111******1111", token: expect.stringContaining("never-store") },
    },
  })
})

test("a declined attempt is announced as a failure, with the bank's reason", async () => {
  await shop.create("o1")
  await shop.pay("o1", { card: "4000000000000044" })
  await shop.idle()
  expect(shop.received.map(({ body }) => body)).toMatchObject([
    {
      is_success: false,
      operation: "payment",
      details: { status: "failure", status_code: "insufficient_funds" },
    },
  ])
})

test("confirm, cancel and refund are announced, each under its own name", async () => {
  await shop.create("o1", { confirm: false })
  await shop.pay("o1")
  await shop.operate("confirm", { external_id: "o1", amount: 1000 })
  await shop.operate("cancel", { external_id: "o1" })
  await shop.operate("refund", { external_id: "o1", amount: 1 })
  await shop.idle()
  const operations = shop.received.map(({ body }) => Object(body).operation)
  expect(operations.sort()).toEqual(["cancel", "confirm", "payment", "refund"])
})

test.each([
  201, 204, 302, 401, 500, 503,
])("HTTP %s does not acknowledge a callback: it comes again until it gets 200", async (status) => {
  shop.statuses = [status, status]
  await shop.create("o1")
  await shop.pay("o1")
  await shop.idle()
  expect(shop.received).toHaveLength(3)
  expect(new Set(shop.received.map(({ raw }) => raw)).size).toBe(1)
  expect((await shop.look("callbacks?external_id=o1")).body).toMatchObject({
    callbacks: [{ state: "acknowledged", attempts: [{ status }, { status }, { status: 200 }] }],
  })
})

test("after the last resend the gateway gives up", async () => {
  shop.statuses = [500, 500, 500, 500, 500]
  await shop.create("o1")
  await shop.pay("o1")
  await shop.idle()
  expect(shop.received).toHaveLength(4)
  expect((await shop.look("callbacks")).body).toMatchObject({ callbacks: [{ state: "given_up" }] })
})

test("a merchant that can be asked again gets the last operation once more", async () => {
  await shop.create("o1", { confirm: false })
  await shop.control("callbacks", { mode: "lose" })
  await shop.pay("o1")
  await shop.operate("confirm", { external_id: "o1" })
  await shop.control("callbacks", { mode: "normal" })
  expect(shop.received).toHaveLength(0)
  const asked = await shop.operate("callback/resend", { external_id: "o1", operation: "payment" })
  expect(asked).toMatchObject({ status: 204, text: "" })
  await shop.operate("callback/resend", { external_id: "o1" })
  await shop.idle()
  expect(shop.received.map(({ body }) => Object(body).operation).sort()).toEqual([
    "confirm",
    "payment",
  ])
})

test("held callbacks wait for the flush and then come in the order asked", async () => {
  await shop.control("callbacks", { mode: "hold" })
  await shop.create("o1", { confirm: false })
  await shop.pay("o1")
  await shop.operate("confirm", { external_id: "o1" })
  await shop.operate("refund", { external_id: "o1" })
  expect(shop.received).toHaveLength(0)
  expect((await shop.control("callbacks/flush", { order: "reverse" })).body).toEqual({ sent: 3 })
  expect(shop.received.map(({ body }) => Object(body).operation)).toEqual([
    "refund",
    "confirm",
    "payment",
  ])
})

test("callbacks are doubled on demand", async () => {
  await shop.control("callbacks", { mode: "double" })
  await shop.create("o1")
  await shop.pay("o1")
  await shop.idle()
  expect(shop.received).toHaveLength(2)
})

test("whoever waits for rest no longer than so long is told that there is none yet", async () => {
  await shop.create("o1")
  await shop.control("callbacks", { mode: "late", late_ms: 3_600_000 })
  await shop.pay("o1")
  expect((await shop.look("idle?within_ms=20")).body).toEqual({ idle: false, pending: 1 })
})

describe("in time that the test lets pass", () => {
  beforeEach(async () => {
    await shop.create("o1", { confirm: false })
    await shop.pay("o1")
    await shop.idle()
    shop.received.length = 0
    jest.useFakeTimers({ doNotFake: ["Date", "nextTick", "queueMicrotask", "setImmediate"] })
  })
  afterEach(() => jest.useRealTimers())

  test("callbacks are delayed on demand", async () => {
    await shop.control("callbacks", { mode: "late", late_ms: 80 })
    await shop.operate("confirm", { external_id: "o1", amount: 10 })
    jest.advanceTimersByTime(79)
    expect((await shop.look("idle")).body).toEqual({ idle: false, pending: 1 })
    expect(shop.received).toHaveLength(0)
    jest.advanceTimersByTime(1)
    jest.useRealTimers()
    await shop.idle()
    expect(shop.received).toHaveLength(1)
  })

  test("callbacks of one moment are turned round on demand", async () => {
    await shop.control("callbacks", { mode: "reverse", late_ms: 60 })
    await shop.operate("confirm", { external_id: "o1", amount: 20 })
    jest.advanceTimersByTime(59)
    await shop.operate("refund", { external_id: "o1", amount: 5 })
    expect((await shop.look("idle")).body).toEqual({ idle: false, pending: 2 })
    jest.advanceTimersByTime(1)
    jest.useRealTimers()
    await shop.idle()
    expect(shop.received.map(({ body }) => Object(body).operation)).toEqual(["refund", "confirm"])
  })
})

test("a callback can be sent many times at one moment, and the answers are shown", async () => {
  await shop.create("o1")
  await shop.pay("o1")
  await shop.idle()
  shop.statuses = [503]
  const { body } = await shop.control("callbacks/send", {
    external_id: "o1",
    operation: "payment",
    copies: 20,
    concurrently: true,
  })
  const answers: { status: number; body: string }[] = Object(body).answers
  expect(answers).toHaveLength(20)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(19)
  expect(answers[0]?.body).toBe("noted")
  expect(shop.received).toHaveLength(21)
})

test("a reset forgets payments, callbacks, faults, quirks and the log", async () => {
  await shop.control("quirks", { hold_method: "purchase" })
  await shop.control("faults", { endpoint: "info", kind: "429", times: 0 })
  await shop.create("o1")
  await shop.pay("o1")
  await shop.control("reset")
  expect((await shop.look("payments")).body).toEqual({ payments: [] })
  expect((await shop.look("callbacks")).body).toEqual({ callbacks: [] })
  expect((await shop.look("faults")).body).toEqual({ faults: [] })
  expect((await shop.look("requests")).body).toEqual({ requests: [] })
  expect((await shop.look("quirks")).body).toMatchObject({ hold_method: "auth" })
  expect((await shop.look("idle")).body).toEqual({ idle: true, pending: 0 })
})
