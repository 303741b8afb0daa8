import { existsSync } from "node:fs"
import { z } from "zod"
import { type Sandbox, startSandbox } from "../../../../sandbox"
import { openApiPath } from "../../../../sandbox/beside-repository"
import { externalId } from "../../../core/external-id"
import { held, kept } from "../../../core/ledger"
import { amountOf } from "../../../core/money"
import type { PaymentReference, PaymentToStart } from "../../../provider/payment-gateway"
import { withGateway } from "../../../rozetkapay/__tests__/local-gateway"
import { RozetkaPayClient } from "../../../rozetkapay/client"
import { parseCallback } from "../../../rozetkapay/webhook/callback"
import { sinceYesterday } from "../../current-api/__tests__/since-yesterday"
import { eventOf } from "../../current-api/webhook-event"
import { CardGateway } from "../card-gateway"

const uah = (amount: string) => ({ amount: amountOf(amount, "UAH"), currency: "UAH" })

/** RozetkaPay's own document, which the sandbox compares every request with. */
const openapiDocument = (): string | null => {
  const path = openApiPath()
  if (existsSync(path)) return path
  if (process.env.CI === "true")
    throw new Error("RozetkaPay's OpenAPI document must be at hand in CI")
  console.warn("RozetkaPay's OpenAPI document is not at hand: requests are not compared with it")
  return null
}

/** What the callbacks tell of the card. */
const CARD = { brand: "visa", mask: "411111******1111", method: "card" }
const contract = z.object({ violations: z.array(z.unknown()) })
const callbacks = z.object({ callbacks: z.array(z.looseObject({ body: z.string() })) })

let sandbox: Sandbox
let gateway: CardGateway
let number = 0

beforeAll(async () => {
  sandbox = await startSandbox({ openapi: openapiDocument(), resendAfterMs: [] })
  gateway = new CardGateway(
    new RozetkaPayClient({
      login: "sandbox-login",
      password: "sandbox-password",
      apiUrl: sandbox.url,
    }),
  )
})

afterEach(async () => {
  const { violations } = contract.parse(await look("contract"))
  await control("reset")
  expect(violations).toEqual([])
})

afterAll(() => sandbox.close())

const control = async (path: string, body: unknown = {}): Promise<unknown> => {
  const response = await fetch(`${sandbox.url}/sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  expect([path, response.status]).toEqual([path, 200])
  return response.json()
}

const look = async (path: string): Promise<unknown> =>
  (await fetch(`${sandbox.url}/sandbox/${path}`)).json()

const newPayment = (twoStep: boolean, amount = "1249.99"): PaymentToStart => {
  number += 1
  return {
    externalId: externalId(`payses_${number}`),
    twoStep,
    currency: "UAH",
    amount: amountOf(amount, "UAH"),
    callbackUrl: `${sandbox.url}/nobody-listens-here`,
    resultUrl: "https://shop.example/back",
    description: "Сорочка × 1",
    customer: { email: "olena@shop.example", firstName: "Олена", locale: "UK" },
    products: [
      {
        id: "item_1",
        name: "Сорочка",
        quantity: "1",
        netAmount: amountOf(amount, "UAH"),
        currency: "UAH",
        taxGroup: 1,
      },
    ],
    metadata: { medusa_session: `payses_${number}` },
    instrument: null,
    remember: false,
  }
}

const started = async (twoStep: boolean, amount?: string): Promise<PaymentToStart> => {
  const payment = newPayment(twoStep, amount)
  await gateway.start(payment)
  return payment
}

const paid = async (twoStep: boolean, amount?: string): Promise<PaymentToStart> => {
  const payment = await started(twoStep, amount)
  await control(`payments/${payment.externalId}/pay`)
  return payment
}

const sums = async (payment: PaymentReference) => {
  const { authorized, captured, canceled, refunded } = await gateway.ledger(payment, [])
  return [authorized, captured, canceled, refunded]
}

describe("RozetkaPay's card payments", () => {
  test("a payment is started with a page for the shopper, and nothing is paid yet", async () => {
    const payment = newPayment(false)
    const { checkoutUrl, paymentId } = await gateway.start(payment)
    expect(checkoutUrl).toMatch(`${sandbox.url}/checkout/`)
    expect(paymentId).toMatch(/^\d+$/)
    expect(await gateway.ledger(payment, [])).toMatchObject({
      authorized: "0.00",
      pending: false,
      decline: null,
    })
    expect((await fetch(checkoutUrl ?? "")).status).toBe(200)
  })

  test("the kopiykas arrive as they left: 1249.99 is paid as 1249.99, 0.10 as 0.10", async () => {
    for (const amount of ["1249.99", "0.10", "99999999.99"]) {
      expect(await sums(await paid(false, amount))).toEqual([amount, amount, "0.00", "0.00"])
    }
  })

  test("a refused card says why; the same payment can then be paid with another", async () => {
    const payment = await started(false)
    await control(`payments/${payment.externalId}/pay`, { card: "4000000000000044" })
    expect(await gateway.ledger(payment, [])).toMatchObject({
      authorized: "0.00",
      decline: { code: "insufficient_funds" },
    })
    await gateway.start(payment)
    await control(`payments/${payment.externalId}/pay`)
    expect(await gateway.ledger(payment, [])).toMatchObject({ captured: "1249.99", decline: null })
  })

  test("a shopper who left the bank's page is neither paid nor refused", async () => {
    const payment = await started(false)
    const left = { card: "4242424242424242", three_ds: "leave" }
    await control(`payments/${payment.externalId}/pay`, left)
    expect(await gateway.ledger(payment, [])).toMatchObject({
      authorized: "0.00",
      pending: true,
      decline: null,
    })
  })

  test("a paid payment can not be started again: nobody pays twice for one session", async () => {
    const payment = await paid(false)
    await expect(gateway.start(payment)).rejects.toMatchObject({
      kind: "rejected",
      code: "transaction_already_paid",
    })
  })

  test("a hold is captured in parts, canceled for the rest, and refunded in parts", async () => {
    const payment = await paid(true, "100")
    expect(await sums(payment)).toEqual(["100.00", "0.00", "0.00", "0.00"])
    await expect(gateway.capture(payment, uah("40.01"))).resolves.toEqual({ is: "done" })
    await expect(gateway.capture(payment, uah("19.99"))).resolves.toEqual({ is: "done" })
    await expect(gateway.cancel(payment, uah("40"))).resolves.toEqual({ is: "done" })
    await expect(gateway.refund(payment, uah("10.50"))).resolves.toEqual({ is: "done" })
    const ledger = await gateway.ledger(payment, [])
    expect(await sums(payment)).toEqual(["100.00", "60.00", "40.00", "10.50"])
    expect([held(ledger), kept(ledger)]).toEqual(["0.00", "49.50"])
  })

  test("a refund beyond the merchant's balance is pending, counts, and stops counting when it fails", async () => {
    const payment = await paid(false, "100")
    await control("merchants/sandbox-login", { balance: "5.00" })
    await expect(gateway.refund(payment, uah("30"))).resolves.toEqual({ is: "pending" })
    expect(await sums(payment)).toEqual(["100.00", "100.00", "0.00", "30.00"])
    await control(`payments/${payment.externalId}/refunds/fail`)
    expect(await sums(payment)).toEqual(["100.00", "100.00", "0.00", "0.00"])
  })

  test("a chargeback is money back, and a dispute that was won brings it again", async () => {
    const payment = await paid(false, "100")
    await control(`payments/${payment.externalId}/bank/chargeback`, { amount: 60 })
    expect(await sums(payment)).toEqual(["100.00", "100.00", "0.00", "60.00"])
    await control(`payments/${payment.externalId}/bank/representment`, { amount: 60 })
    expect(await sums(payment)).toEqual(["100.00", "100.00", "0.00", "0.00"])
  })

  test("refusals come with RozetkaPay's code", async () => {
    const hold = await paid(true, "100")
    await expect(gateway.refund(hold, uah("1"))).resolves.toMatchObject({
      is: "refused",
      code: "action_not_allowed",
    })
    await expect(gateway.capture(hold, uah("100.01"))).resolves.toMatchObject({
      is: "refused",
      code: "confirm_amount_cannot_be_more_than_the_transaction_amount",
    })
    const unpaid = await started(true)
    await expect(gateway.cancel(unpaid, uah("1"))).resolves.toMatchObject({ is: "refused" })
    expect(await sums(hold)).toEqual(["100.00", "0.00", "0.00", "0.00"])
  })

  test.each([
    "drop_after",
    "500_after",
    "502_after",
    "malformed_after",
  ])("a capture that was done but whose answer was lost (%s) is unknown, and was sent once", async (kind) => {
    const payment = await paid(true, "100")
    await control("faults", { endpoint: "confirm", kind, times: 1 })
    await expect(gateway.capture(payment, uah("40"))).resolves.toMatchObject({ is: "unknown" })
    expect(await sums(payment)).toEqual(["100.00", "40.00", "0.00", "0.00"])
  })

  test.each([
    "drop_before",
    "500_before",
  ])("a refund that was never done (%s) is unknown too, and is not repeated blindly", async (kind) => {
    const payment = await paid(false, "100")
    await control("faults", { endpoint: "refund", kind, times: 1 })
    await expect(gateway.refund(payment, uah("40"))).resolves.toMatchObject({ is: "unknown" })
    expect(await sums(payment)).toEqual(["100.00", "100.00", "0.00", "0.00"])
  })

  test("too many requests: surely nothing was done", async () => {
    const payment = await paid(true, "100")
    await control("faults", { endpoint: "cancel", kind: "429", times: 0, reset: 60 })
    await expect(gateway.cancel(payment, uah("100"))).resolves.toMatchObject({
      is: "unavailable",
    })
    expect(await sums(payment)).toEqual(["100.00", "0.00", "0.00", "0.00"])
  })

  test.each([
    { one_step_confirmed: true },
    { amounts_as_numbers: true, empty_fields: "absent", empty_lists: "empty" },
    { hold_method: "purchase", hold_status_code: "amount_was_successfully_blocked" },
    { pending_refund_in_info: true, pending_is_success: true },
  ])("what nobody knows of RozetkaPay's answers makes no difference: %j", async (quirks) => {
    await control("quirks", quirks)
    const hold = await paid(true, "100")
    await gateway.capture(hold, uah("70"))
    await gateway.cancel(hold, uah("30"))
    const payment = await paid(false, "100")
    await gateway.refund(payment, uah("20"))
    await control("merchants/sandbox-login", { balance: "0.00" })
    await expect(gateway.refund(payment, uah("15"))).resolves.toEqual({ is: "pending" })
    expect(await sums(hold)).toEqual(["100.00", "70.00", "30.00", "0.00"])
    expect(await sums(payment)).toEqual(["100.00", "100.00", "0.00", "35.00"])
  })

  test("a partial capture that lets the bank cancel the rest leaves nothing on hold", async () => {
    await control("quirks", { partial_confirm_releases_rest: true })
    const payment = await paid(true, "100")
    await gateway.capture(payment, uah("70"))
    expect(await sums(payment)).toEqual(["100.00", "70.00", "30.00", "0.00"])
  })

  test("the callbacks of a payment's whole life tell the same as info", async () => {
    const payment = await paid(true, "100")
    await gateway.capture(payment, uah("60"))
    await gateway.cancel(payment, uah("40"))
    await gateway.refund(payment, uah("12.34"))
    const sent = callbacks.parse(await look(`callbacks?external_id=${payment.externalId}`))
    const events = sent.callbacks.map(({ body }) => eventOf(parseCallback(Buffer.from(body))))
    expect(events).toHaveLength(4)
    const { howPaid, ...money } = await gateway.ledger(payment, [])
    // Which card it was only they tell.
    const ledger = { ...money, howPaid: { ...howPaid, ...CARD } }
    expect(await gateway.ledger(payment, events)).toEqual(ledger)
    expect(await gateway.ledger(payment, [...events, ...events].reverse())).toEqual(ledger)
  })

  test("RozetkaPay's own ledgers show every operation that moved money, and no other", async () => {
    const hold = await paid(true, "100")
    await gateway.capture(hold, uah("60.01"))
    await gateway.cancel(hold, uah("39.99"))
    await gateway.refund(hold, uah("10"))
    const bought = await paid(false, "0.10")
    await control(`payments/${(await started(false)).externalId}/pay`, { card: "4000000000000044" })
    const moved = await gateway.operations(sinceYesterday())
    expect(
      moved.map(({ externalId, kind, says, amount, currency }) => [
        externalId,
        says ?? kind,
        amount,
        currency,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [hold.externalId, "hold", "100.00", "UAH"],
        [hold.externalId, "capture", "60.01", "UAH"],
        [hold.externalId, "cancel", "39.99", "UAH"],
        [hold.externalId, "refund", "10.00", "UAH"],
        [bought.externalId, "charge", "0.10", "UAH"],
      ]),
    )
    expect(moved).toHaveLength(5)
  })

  test("a payment's signed callback comes once more when it is asked for", async () => {
    const payment = await paid(false)
    const sentOf = async () =>
      callbacks.parse(await look(`callbacks?external_id=${payment.externalId}`)).callbacks.length
    const before = await sentOf()
    await gateway.resendCallback(payment.externalId)
    expect(await sentOf()).toBe(before + 1)
  })

  test.each([
    ["no page", { is_success: true, action: null }],
    ["a page that is no url", { is_success: true, action: { type: "url", value: "soon" } }],
    ["a script as a page", { action: { type: "url", value: "javascript:alert(1)" } }],
    ["something else to do", { action: { type: "qr", value: "https://pay.example" } }],
  ])("a create that answers with %s is no start: the shopper is sent nowhere", async (_, body) => {
    await withGateway([{ body: { id: "1", ...body } }], async (client) => {
      await expect(new CardGateway(client).start(newPayment(false))).rejects.toMatchObject({
        kind: "malformed",
      })
    })
  })

  test.each([
    [{ details: { status: "success" } }, "done"],
    [{ details: { status: "pending" } }, "pending"],
    [{ details: { status: "init" } }, "pending"],
    [{ details: { status: "failure", status_code: "refund_period_is_expired" } }, "refused"],
    [{ is_success: true, details: { status: "processing" } }, "unknown"],
    [{ is_success: true, details: null }, "unknown"],
  ])("a refund answered by %j is %s", async (body, is) => {
    await withGateway([{ body: { id: "1", ...body } }], async (client) => {
      await expect(
        new CardGateway(client).refund(newPayment(false), uah("1")),
      ).resolves.toMatchObject({ is })
    })
  })

  test("the amount is always sent: without one RozetkaPay would move everything", async () => {
    const done = { body: { id: "1", details: { status: "success" } } }
    await withGateway([done], async (client, { requests }) => {
      const cards = new CardGateway(client)
      await cards.capture(newPayment(true), uah("0.10"))
      await cards.cancel(newPayment(true), uah("1249.99"))
      await cards.refund(newPayment(true), uah("90071992547409.91"))
      expect(requests.map(({ url }) => url)).toEqual([
        "/api/payments/v1/confirm",
        "/api/payments/v1/cancel",
        "/api/payments/v1/refund",
      ])
      const written = requests.map(({ body }) => /"amount":([^,}]*)/.exec(body)?.[1])
      expect(written.map((amount) => amount?.replace(/0$/, ""))).toEqual([
        "0.1",
        "1249.99",
        "90071992547409.91",
      ])
      for (const { body } of requests) {
        expect(JSON.parse(body)).toMatchObject({
          currency: "UAH",
          callback_url: expect.stringContaining("http"),
        })
      }
    })
  })
})
