import { z } from "zod"
import { type Sandbox, startSandbox } from "../../../../sandbox"
import { externalId, externalIdOf } from "../../../core/external-id"
import { amountOf, moneyOf } from "../../../core/money"
import { orderIdOf } from "../../../core/order-id"
import { sessionId } from "../../../core/session-id"
import type {
  PaymentReference,
  PaymentToStart,
  WebhookEvent,
} from "../../../provider/payment-gateway"
import { startGateway } from "../../../rozetkapay/__tests__/local-gateway"
import { RozetkaPayClient } from "../../../rozetkapay/client"
import { sinceYesterday } from "../../current-api/__tests__/since-yesterday"
import { operationOf } from "../../current-api/operation-of"
import { BatchGateway } from "../batch-gateway"

const KEYS = { login: "platform", password: "secret" }
const SELLERS = {
  olena: { apiKey: "seller-olena", name: "Олена" },
  taras: { apiKey: "seller-taras", name: "Тарас" },
}
const PARTS = { olena: "1000.00", taras: "249.99" }
const SESSION = sessionId("payses_1")
const ID = externalIdOf(SESSION)
const idOf = (seller: string) => orderIdOf(SESSION, seller)

let sandbox: Sandbox
let gateway: BatchGateway
let memory: WebhookEvent[]
let now: number

beforeAll(async () => {
  sandbox = await startSandbox({ merchants: [KEYS] })
})
beforeEach(async () => {
  await control("reset")
  memory = []
  now = Date.now()
  gateway = new BatchGateway(
    new RozetkaPayClient({ ...KEYS, apiUrl: sandbox.url }),
    SELLERS,
    {
      of: () => memory,
      remember: (_, told) => memory.push(told),
    },
    () => now,
  )
})
afterAll(() => sandbox.close())

const control = async (path: string, body: unknown = {}): Promise<unknown> => {
  const headers = { "content-type": "application/json" }
  const request = { method: "POST", headers, body: JSON.stringify(body) }
  return (await fetch(`${sandbox.url}/sandbox/${path}`, request)).json()
}
const askedFor = async (endpoint: string): Promise<number> => {
  const answer = await fetch(`${sandbox.url}/sandbox/requests?endpoint=${endpoint}`)
  return z.object({ requests: z.array(z.unknown()) }).parse(await answer.json()).requests.length
}

const reference = (twoStep: boolean): PaymentReference => ({
  externalId: ID,
  twoStep,
  currency: "UAH",
  callbackUrl: "http://127.0.0.1:9/callback",
  orders: Object.keys(PARTS).map(idOf),
})
const toStart = (twoStep: boolean, more: Partial<PaymentToStart> = {}): PaymentToStart => ({
  ...reference(twoStep),
  amount: amountOf("1249.99", "UAH"),
  resultUrl: "https://shop.example/thanks",
  description: "Goods",
  customer: {},
  products: [],
  metadata: {},
  instrument: null,
  remember: false,
  split: Object.entries(PARTS).map(([seller, part]) => ({
    seller,
    externalId: idOf(seller),
    amount: amountOf(part, "UAH"),
    description: `Goods of ${seller}`,
    products: [],
  })),
  ...more,
})
const pay = async (twoStep: boolean) => {
  const { checkoutUrl } = await gateway.start(toStart(twoStep))
  expect(checkoutUrl).toContain("/checkout/")
  await control(`payments/${ID}/pay`)
}
const ledger = (twoStep: boolean) => gateway.ledger(reference(twoStep), memory)

describe("a payment to several sellers behind the port", () => {
  test("is nothing until it is paid, then the sum of its orders", async () => {
    await gateway.start(toStart(false))
    expect(await ledger(false)).toMatchObject({ authorized: "0.00", pending: false })
    await control(`payments/${ID}/pay`)
    expect(await ledger(false)).toMatchObject({ authorized: "1249.99", captured: "1249.99" })
  })

  test("is captured by one request for all sellers, and canceled by one", async () => {
    await pay(true)
    expect(await gateway.capture(reference(true), moneyOf("125.00", "UAH"))).toEqual({ is: "done" })
    expect(await ledger(true)).toMatchObject({ captured: "125.00" })
    expect(await askedFor("batch_confirm")).toBe(1)
    expect(await gateway.cancel(reference(true), moneyOf("1124.99", "UAH"))).toEqual({
      is: "done",
    })
    expect(await ledger(true)).toMatchObject({ captured: "125.00", canceled: "1124.99" })
    expect(await askedFor("batch_cancel")).toBe(0)
  })

  test("lets go seller by seller what a cancelled batch has not", async () => {
    await pay(true)
    await control("sellers/seller-taras", { refuse: "entity_blocked", operation: "cancel" })
    expect(await gateway.cancel(reference(true), moneyOf("1249.99", "UAH"))).toEqual({
      is: "done",
    })
    expect(await ledger(true)).toMatchObject({ canceled: "1249.99", captured: "0.00" })
    expect([await askedFor("batch_cancel"), await askedFor("cancel")]).toEqual([1, 1])
  })

  test("of which a seller has left the options can't be counted, so nothing is moved", async () => {
    await pay(false)
    const { olena } = SELLERS
    const without = new BatchGateway(
      new RozetkaPayClient({ ...KEYS, apiUrl: sandbox.url }),
      { olena },
      { of: () => [], remember: () => undefined },
    )
    const { unclear, captured } = await without.ledger(reference(false), [])
    expect(unclear).toContain(idOf("taras"))
    expect(captured).toBe("0.00")
  })

  test("that is paid only in part is not decided on before the other part is", async () => {
    await control("quirks", { info_after_decline: "data_not_found" })
    await control("sellers/seller-taras", { refuse: "entity_blocked" })
    await pay(false)
    expect(await ledger(false)).toMatchObject({ pending: true, authorized: "0.00" })
    const refusal: WebhookEvent = {
      externalId: ID,
      paymentId: null,
      operations: [
        {
          ...operationOf("authorize", await successOf("olena")),
          order: idOf("taras"),
          id: "another",
          status: "failure",
          decline: { code: "entity_blocked", description: null },
        },
      ],
      metadata: {},
    }
    expect(await gateway.ledger(reference(false), [refusal])).toMatchObject({
      pending: false,
      authorized: "1000.00",
      captured: "1000.00",
    })
  })

  test("asks for the callback of an order that stays silent beside one that is paid", async () => {
    await control("quirks", { info_after_decline: "data_not_found" })
    await control("sellers/seller-taras", { refuse: "entity_blocked" })
    await pay(false)
    const asked: number[] = []
    for (const later of [0, 1_000, 31_000, 1_000, 31_000]) {
      now += later
      await ledger(false)
      asked.push(await askedFor("resend"))
    }
    expect(asked).toEqual([0, 0, 1, 1, 2])
  })

  test("asks for no callback of a payment whose orders are all paid, or all unpaid", async () => {
    await gateway.start(toStart(false))
    for (const step of [() => undefined, () => control(`payments/${ID}/pay`)]) {
      await step()
      await ledger(false)
      now += 60_000
      await ledger(false)
    }
    expect(await askedFor("resend")).toBe(0)
  })

  test("that was refused in the store says why", async () => {
    const { token } = z
      .object({ token: z.string() })
      .parse(await control("tokens", { card: "4000000000000044" }))
    const started = await gateway.start(
      toStart(false, { instrument: { type: "cc_token", token, save: false } }),
    )
    expect(started).toMatchObject({ checkoutUrl: null, decline: { code: "insufficient_funds" } })
    expect(memory.flatMap(({ operations }) => operations.map(({ order }) => order)).sort()).toEqual(
      reference(false).orders?.sort(),
    )
  })

  test("is not paid by its page being opened, whatever the answer calls that", async () => {
    const { close, url } = await startGateway(
      {
        body: {
          id: "1",
          batch_external_id: ID,
          action_required: true,
          action: { type: "url", value: "https://pay.example/checkout/1" },
          batch_details: { amount: "1249.99", currency: "UAH" },
          order_details: Object.entries(PARTS).map(([seller, amount]) => ({
            external_id: idOf(seller),
            operation_id: `of ${seller}`,
            amount,
            status: "success",
            method: "create",
          })),
        },
      },
      { status: 400, body: { code: "data_not_found" } },
    )
    const opened = new BatchGateway(new RozetkaPayClient({ ...KEYS, apiUrl: url }), SELLERS, {
      of: () => memory,
      remember: (_, told) => memory.push(told),
    })
    await opened.start(toStart(false))
    const ledger = await opened.ledger(reference(false), memory)
    await close()
    expect(ledger).toMatchObject({ authorized: "0.00", captured: "0.00" })
  })

  test("stands in the login's reports as one, and can be announced by its orders", async () => {
    await pay(false)
    const rows = await gateway.operations(sinceYesterday())
    expect(rows.map(({ externalId, says, amount }) => [externalId, says, amount])).toEqual(
      expect.arrayContaining([
        [ID, "charge", "1000.00"],
        [ID, "charge", "249.99"],
      ]),
    )
    await gateway.resendCallback(ID)
    expect(await askedFor("resend")).toBe(2)
    await gateway.resendCallback(externalId("payses_other"))
    expect(await askedFor("resend")).toBe(2)
  })

  test("leaves one merchant's payments on the same login to the provider whose they are", async () => {
    await pay(false)
    const alone = { external_id: "payses_of_cards", amount: 100, currency: "UAH", state: "taken" }
    await control("payments", alone)
    const rows = await gateway.operations(sinceYesterday())
    expect(new Set(rows.map(({ externalId }) => externalId))).toEqual(new Set([ID]))
  })
})

/** The details of an order's attempt to pay, as RozetkaPay writes them. */
const successOf = async (seller: keyof typeof SELLERS) => {
  const client = new RozetkaPayClient({ ...KEYS, apiUrl: sandbox.url })
  const info = await client.batch.orderInfo({
    externalId: idOf(seller),
    apiKey: SELLERS[seller].apiKey,
  })
  const [details] = info?.purchaseDetails ?? []
  if (!details) throw new Error(`${seller} was not paid`)
  return details
}
