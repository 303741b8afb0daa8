import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type Sandbox, startSandbox } from "../../../sandbox"
import { legacyLedger } from "../../providers/rozetkapay-legacy/legacy-ledger"
import {
  cardTokenOf,
  type LegacyClientOptions,
  LegacyRozetkaPayClient,
  type LegacyTransaction,
} from "../client"
import { readLegacyWebhook } from "../webhook"

const keys = {
  posId: "dc728de1-51ef-4ef1-80f7-3b44b07b5667",
  apiKey: "key",
  apiSecret: "a secret: with spaces",
  endpointsKey: "endpoints-key",
}

let sandbox: Sandbox
let shop: Server
let serverUrl: string
const webhooks: (LegacyTransaction | null)[] = []

beforeAll(async () => {
  sandbox = await startSandbox({ legacyMerchants: [keys] })
  shop = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const rawBody = Buffer.concat(chunks)
    webhooks.push(readLegacyWebhook({ rawBody, apiSecret: keys.apiSecret }))
    response.end()
  })
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
  const { port } = shop.address() as AddressInfo
  serverUrl = `http://127.0.0.1:${port}/webhook`
})
afterAll(async () => {
  await sandbox.close()
  shop.closeAllConnections()
  await new Promise((resolve) => shop.close(resolve))
})

const clientOf = (options: Partial<LegacyClientOptions> = {}) =>
  new LegacyRozetkaPayClient({ ...keys, apiUrl: sandbox.url, ...options })

const control = (path: string, body: unknown = {}) =>
  fetch(`${sandbox.url}/sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })

const order = (orderId: string) => ({
  orderId,
  amount: "100.10",
  currency: "UAH",
  description: "Замовлення",
  serverUrl,
  resultUrl: "https://shop.example/thanks",
})

const change = (orderId: string) => ({ orderId, currency: "UAH", serverUrl })

async function ledgerOf(client: LegacyRozetkaPayClient, orderId: string) {
  const transactions = await client.orderTransactions(orderId)
  return legacyLedger(transactions, { twoStep: true, currency: "UAH" })
}

async function allDelivered() {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const { idle } = await (await fetch(`${sandbox.url}/sandbox/idle`)).json()
    if (idle) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error("webhooks did not come to rest within a minute")
}

test.each([
  "hmac",
  "sha1",
  "plain",
] as const)("a hold is captured in part, voided for the rest and refunded, signed by %s", async (authentication) => {
  const client = clientOf({ authentication })
  const id = `hold-${authentication}`
  await client.checkKeys()
  const { checkoutUrl } = await client.openHostedPage({ ...order(id), twoStep: true })
  const page = await fetch(checkoutUrl ?? "")
  expect(await page.text()).toContain("Замовлення")
  expect(await ledgerOf(client, id)).toMatchObject({ authorized: "0.00", pending: false })
  await control(`payments/${id}/pay`)
  await client.capture({ ...change(id), amount: "60.05" })
  await client.void(change(id))
  await client.refund({ ...change(id), amount: "10.01" })
  expect(await client.refund({ ...change(id), amount: "50.05" })).toMatchObject({
    status: "failure",
    statusCode: "4002",
  })
  expect(await ledgerOf(client, id)).toMatchObject({
    unclear: null,
    authorized: "100.10",
    captured: "60.05",
    canceled: "40.05",
    refunded: "10.01",
  })
  expect(await client.openHostedPage({ ...order(id), twoStep: true })).toMatchObject({
    checkoutUrl: null,
    transaction: { status: "failure", statusCode: "4119" },
  })
})

test("every movement is announced by a webhook that the secret proves", async () => {
  await allDelivered()
  expect(webhooks).not.toContain(null)
  const ofOne = webhooks.filter((one) => one?.orderId === "hold-hmac")
  // Sent one by one as soon as there is something to tell, they may overtake each other.
  const byMethod = new Map(ofOne.map((one) => [one?.method, one]))
  expect([...byMethod.keys()].sort()).toEqual(["auth", "capture", "refund", "void"])
  expect(ofOne).toHaveLength(4)
  for (const [method, amount] of [
    ["auth", "100.1"],
    ["capture", "60.05"],
    ["void", "40.05"],
    ["refund", "10.01"],
  ])
    expect(byMethod.get(method)).toMatchObject({ amount, status: "success" })
  expect(byMethod.get("auth")?.receiptUrl).toMatch(/^http/)
})

test("wrong keys are told as such", async () => {
  for (const wrong of [
    { apiSecret: "other" },
    { endpointsKey: "other" },
    { posId: "other" },
    { apiKey: "other" },
  ]) {
    await expect(clientOf(wrong).checkKeys()).rejects.toMatchObject({ isWrongKeys: true })
  }
})

describe("direct payments", () => {
  const payment = (orderId: string) => ({ ...order(orderId), amount: "300", twoStep: false })
  const card = { number: "4111111111111111", month: 2, year: 30, cvv: "111" }
  const mobileToken = async (kind: string) => {
    const answer = await control("tokens", { kind })
    return (await answer.json()).token
  }

  test("a card pays, and its token pays again", async () => {
    const client = clientOf()
    const paid = await client.cardData.payByCard({ ...payment("card"), card })
    expect(paid).toMatchObject({ status: "success", card: { mask: "411111******1111" } })
    const cardToken = cardTokenOf(paid) ?? ""
    expect(await client.payByCardToken({ ...payment("token"), cardToken })).toMatchObject({
      status: "success",
    })
  })

  test("Google Pay and Apple Pay pay by their tokens", async () => {
    const { payways } = clientOf()
    const google = { ...payment("gpay"), token: await mobileToken("google_pay") }
    expect(await payways.payByGooglePay(google)).toMatchObject({
      status: "success",
      payway: "gpay",
    })
    const apple = { ...payment("apple"), token: await mobileToken("apple_pay") }
    expect(await payways.payByApplePay(apple)).toMatchObject({ payway: "applepay" })
    await expect(payways.payByApplePay({ ...apple, orderId: "apple2" })).rejects.toMatchObject({
      kind: "rejected",
      code: "A-400",
    })
  })

  test("Privat24, parts, EvoCredit and Przelewy24 send the shopper on", async () => {
    const { payways } = clientOf()
    const waiting = [
      await payways.payByPrivat24(payment("p24")),
      await payways.payByPrivatParts({ ...payment("parts"), partsCount: "25" }),
      await payways.payByEvoCredit(payment("evo")),
      await payways.payByPrzelewy24(payment("przelewy")),
    ]
    for (const one of waiting) {
      expect(one).toMatchObject({
        status: "pending",
        userActionRequired: true,
        userActionUrl: expect.stringContaining("/3ds/"),
      })
    }
    expect(waiting[2]?.gatewayProperties).toHaveProperty("credit_register_id")
  })

  test("card data: lookup, transfers, credits and P2P credits", async () => {
    const { cardData } = clientOf()
    const to = { recipientCardNumber: "5555555555554444" }
    expect(await cardData.lookup({ ...order("look"), card })).toMatchObject({
      method: "lookup",
      status: "success",
    })
    const sent = await cardData.transfer({ ...order("p2p"), ...to, from: card })
    expect(sent).toMatchObject({ method: "p2p", status: "success" })
    const token = cardTokenOf(sent) ?? ""
    expect(
      await cardData.transfer({ ...order("p2p-token"), ...to, from: { token } }),
    ).toMatchObject({ status: "success" })
    for (const [id, recipient] of [
      ["credit", { number: card.number }],
      ["credit-token", { token }],
    ] as const) {
      expect(await cardData.credit({ ...order(id), to: recipient })).toMatchObject({
        method: "credit",
        status: "success",
      })
    }
    await cardData.payByCard({ ...payment("out"), card })
    const part = { ...change("out"), amount: "25" }
    expect(await cardData.p2pCredit({ ...part, cardNumber: card.number })).toMatchObject({
      method: "credit",
      amount: "25",
    })
    expect(await cardData.p2pCredit({ ...part, cardToken: token })).toMatchObject({ amount: "25" })
    expect(await cardData.p2pCredit({ ...change("out"), cardToken: token })).toMatchObject({
      amount: "250",
    })
  })
})

test("operations are read one by one and by period, and announced again", async () => {
  const client = clientOf()
  const reference = { orderId: "hold-hmac", method: "capture" }
  expect(await client.operationInfo(reference)).toMatchObject([{ amount: "60.05" }])
  expect(await client.operationInfo({ ...reference, method: "p2p" })).toEqual([])
  const hour = 3_600_000
  const period = { from: new Date(Date.now() - hour), to: new Date() }
  const methods = (await client.transactionsOf(period)).map(({ method }) => method)
  expect(new Set(methods)).toEqual(
    new Set(["auth", "capture", "void", "refund", "purchase", "lookup", "p2p", "credit"]),
  )
  await allDelivered()
  const before = webhooks.length
  await client.resendWebhook(reference)
  await allDelivered()
  expect(webhooks.slice(before)).toMatchObject([{ method: "capture", amount: "60.05" }])
  await client.checkHealth()
})
