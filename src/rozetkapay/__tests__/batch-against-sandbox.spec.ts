import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { z } from "zod"
import { type Sandbox, startSandbox } from "../../../sandbox"
import { orderIdOf } from "../../core/order-id"
import { sessionId } from "../../core/session-id"
import { gatewayLedger } from "../../providers/current-api/gateway-ledger"
import { eventOf } from "../../providers/current-api/webhook-event"
import { batchLedger } from "../../providers/rozetkapay-batch/batch-ledger"
import { batchOutcome, operationsOfOrders } from "../batch/batch-outcome"
import { type CreateBatchRequest, RozetkaPayClient } from "../client"
import { type BatchCallback, readBatchCallback } from "../webhook/batch-callback"
import { isGenuineCallback } from "../webhook/callback-signature"

const LOGIN = "platform"
const PASSWORD = " a secret: with spaces "

let sandbox: Sandbox
let shop: Server
let callbackUrl: string
let client: RozetkaPayClient
const callbacks: BatchCallback[] = []
const contract = z.object({ violations: z.array(z.unknown()) })

beforeAll(async () => {
  sandbox = await startSandbox({ merchants: [{ login: LOGIN, password: PASSWORD }] })
  client = new RozetkaPayClient({ login: LOGIN, password: PASSWORD, apiUrl: sandbox.url })
  shop = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const rawBody = Buffer.concat(chunks)
    const signature = request.headers["x-rozetkapay-signature"]
    if (isGenuineCallback({ rawBody, signature, password: PASSWORD })) {
      callbacks.push(readBatchCallback(rawBody))
    }
    response.end()
  })
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
  const { port } = shop.address() as AddressInfo
  callbackUrl = `http://127.0.0.1:${port}/callback`
})
beforeEach(async () => {
  await control("reset")
  callbacks.length = 0
})
afterEach(async () => {
  // All tests name their payment alike: none may leave a callback on its way to the next.
  await idle()
  const response = await fetch(`${sandbox.url}/sandbox/contract`)
  expect(contract.parse(await response.json()).violations).toEqual([])
})
afterAll(async () => {
  await sandbox.close()
  shop.closeAllConnections()
  await new Promise((resolve) => shop.close(resolve))
})

const control = async (path: string, body: unknown = {}) => {
  const headers = { "content-type": "application/json" }
  const request = { method: "POST", headers, body: JSON.stringify(body) }
  const response = await fetch(`${sandbox.url}/sandbox/${path}`, request)
  return response.json()
}
const idle = async () => {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const response = await fetch(`${sandbox.url}/sandbox/idle`)
    if (z.object({ idle: z.boolean() }).parse(await response.json()).idle) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error("callbacks did not come to rest within a minute")
}

const SELLERS = ["olena", "taras"]
const orderOf = (seller: string) => ({
  apiKey: `seller-${seller}`,
  externalId: orderIdOf(sessionId("payses_1"), seller),
})
const asked = SELLERS.map((seller) => orderOf(seller).externalId)
const batch = (confirm: boolean) => ({
  batchExternalId: "payses_1",
  currency: "UAH",
  confirm,
  callbackUrl,
  metadata: { medusa_session: "payses_1" },
  orders: [
    { ...orderOf("olena"), amount: "1000.00", description: "Olena" },
    { ...orderOf("taras"), amount: "249.99", description: "Taras" },
  ],
})
const create = (confirm: boolean) => client.batch.create({ ...batch(confirm), mode: "hosted" })
const pay = () => control("payments/payses_1/pay")
const ledger = async (twoStep: boolean) => {
  const infos = await Promise.all(SELLERS.map((seller) => client.batch.orderInfo(orderOf(seller))))
  const terms = { twoStep, currency: "UAH" }
  return batchLedger(
    infos.map((info) => gatewayLedger(info, terms)),
    "UAH",
  )
}

describe("a payment to several sellers, from the client to a gateway and back", () => {
  test("is paid on the page, read order by order, and refunded by seller", async () => {
    const created = await create(true)
    expect(created.action?.value).toContain("/checkout/")
    expect(batchOutcome(created, asked).whole).toBe("pending")
    expect(await ledger(false)).toMatchObject({ authorized: "0.00", pending: false })
    await pay()
    expect(await ledger(false)).toMatchObject({ authorized: "1249.99", captured: "1249.99" })
    const refund = { ...orderOf("taras"), amount: "49.99", currency: "UAH", callbackUrl }
    expect((await client.batch.refundOrder(refund)).details).toMatchObject({ status: "success" })
    expect(await ledger(false)).toMatchObject({ refunded: "49.99" })
  })

  test("is held, taken of one seller in part, and the rest canceled", async () => {
    await create(false)
    await pay()
    const confirmed = await client.batch.confirm({
      batchExternalId: "payses_1",
      currency: "UAH",
      orders: [{ ...orderOf("olena"), amount: "400.50" }],
    })
    expect(batchOutcome(confirmed, asked.slice(0, 1)).whole).toBe("success")
    await client.batch.cancelOrder({ ...orderOf("taras"), amount: "100.00", currency: "UAH" })
    expect(await ledger(true)).toMatchObject({ captured: "400.50", canceled: "100.00" })
    await client.batch.cancel({ batchExternalId: "payses_1" })
    expect(await ledger(true)).toMatchObject({ captured: "400.50", canceled: "849.49" })
  })

  test("is seen as partly successful when one seller's project refuses", async () => {
    await control("sellers/seller-taras", { refuse: "entity_blocked" })
    const { token } = z
      .object({ token: z.string() })
      .parse(await control("tokens", { card: "visa" }))
    const direct: CreateBatchRequest = {
      ...batch(true),
      mode: "direct",
      customer: { paymentMethod: { type: "cc_token", token } },
    }
    const answer = await client.batch.create(direct)
    expect(batchOutcome(answer, asked)).toMatchObject({
      whole: "partly",
      orders: [{ outcome: "success" }, { outcome: "failure", code: "entity_blocked" }],
    })
    expect(await ledger(false)).toMatchObject({ authorized: "1000.00", decline: null })
  })

  test("its callbacks, of the batch and of its orders, say the same, signed for the platform", async () => {
    await create(true)
    await pay()
    await idle()
    const [whole] = callbacks.flatMap((one) => (one.about === "batch" ? [one.batch] : []))
    const orders = callbacks.flatMap((one) => (one.about === "order" ? [one] : []))
    expect(orders.map(({ batchExternalId }) => batchExternalId)).toEqual(["payses_1", "payses_1"])
    const byId = (a: { externalId: string | null }, b: { externalId: string | null }) =>
      String(a.externalId).localeCompare(String(b.externalId))
    const facts = (all: (typeof orders)[number]["operation"][]) =>
      [...all].sort(byId).map(({ externalId, operation, isSuccess, metadata, details }) => {
        const { operationId, amount, currency, status } = { ...details }
        return { externalId, operation, isSuccess, metadata, operationId, amount, currency, status }
      })
    expect(facts(whole ? operationsOfOrders(whole) : [])).toEqual(
      facts(orders.map(({ operation }) => operation)),
    )
    const events = orders.map(({ operation }) => operation)
    const known = events.map((one) =>
      gatewayLedger(null, { twoStep: false, currency: "UAH" }, [eventOf(one)]),
    )
    expect(batchLedger(known, "UAH")).toMatchObject({ captured: "1249.99" })
  })

  test("is the same where an order is shown only to who names its seller", async () => {
    await control("quirks", { batch_order_access: "on_behalf_of" })
    await create(true)
    expect(await ledger(false)).toMatchObject({ authorized: "0.00" })
    await pay()
    expect(await ledger(false)).toMatchObject({ captured: "1249.99" })
    await client.batch.refundOrder(orderOf("olena"))
    expect(await ledger(false)).toMatchObject({ refunded: "1000.00" })
  })
})
