import { dropConnection } from "../../rozetkapay/__tests__/local-gateway"
import { documentExample } from "./document-examples"
import { KEYS, withLegacyGateway } from "./legacy-shop"

const change = { orderId: "123", currency: "UAH", amount: "10" }

test("the document's client-side error is a refusal with its code", async () => {
  const { client: body } = documentExample("errors")
  await withLegacyGateway([{ status: 400, body }], async (client) => {
    await expect(client.refund(change)).rejects.toMatchObject({
      kind: "rejected",
      code: "S-403",
      isWrongKeys: true,
      message: expect.stringContaining("POS_ID, API_KEY, API_SECRET or ENDPOINTS_KEY"),
    })
  })
})

test("the document's server-side error leaves a refund uncertain, and is not repeated", async () => {
  const { server: body } = documentExample("errors")
  await withLegacyGateway([{ status: 500, body }], async (client, { requests }) => {
    await expect(client.refund(change)).rejects.toMatchObject({
      kind: "outcome_unknown",
      errorId: "NYdKYdA4Zv3iOJSw",
    })
    expect(requests).toHaveLength(1)
  })
})

test("an Apple Pay token that is no good is refused with the document's code", async () => {
  const { refusal: body } = documentExample("apple-pay")
  await withLegacyGateway([{ status: 400, body }], async (client) => {
    const payment = { ...change, description: "Goods", twoStep: false, token: "x" }
    await expect(client.payways.payByApplePay(payment)).rejects.toMatchObject({
      kind: "rejected",
      code: "A-400",
      errorId: "KcJYneJ1owLPeRL5",
    })
  })
})

test.each([
  "API key not valid. Please pass a valid API key.",
  "Method doesn't allow unregistered callers (callers without established identity).",
])("a wrong ENDPOINTS_KEY is told as such: %s", async (message) => {
  await withLegacyGateway([{ status: 403, body: { code: 16, message } }], async (client) => {
    await expect(client.checkKeys()).rejects.toMatchObject({ kind: "rejected", isWrongKeys: true })
  })
})

test("401 means wrong keys, whatever its body", async () => {
  await withLegacyGateway([{ status: 401 }], async (client) => {
    await expect(client.checkKeys()).rejects.toMatchObject({ isWrongKeys: true })
  })
})

test("404 means no transactions when reading, and a refusal when moving money", async () => {
  const missing = { status: 404, body: { message: "Payment not found", args: {} } }
  await withLegacyGateway([missing, missing, missing], async (client) => {
    expect(await client.orderTransactions("123")).toEqual([])
    expect(await client.operationInfo({ orderId: "123", method: "void" })).toEqual([])
    await expect(client.refund(change)).rejects.toMatchObject({
      kind: "rejected",
      httpStatus: 404,
    })
  })
})

test.each([
  [404, "<html>Not found</html>"],
  [403, ""],
  [302, ""],
  [200, "{}"],
  [200, '{"message":"hm"}'],
])("HTTP %s with %j is nobody's word about the money", async (status, body) => {
  await withLegacyGateway([{ status, body }], async (client) => {
    await expect(client.refund(change)).rejects.toMatchObject({ kind: "malformed" })
  })
})

test("a rate limit is waited out as X-RATELIMIT-RESET says, for a refund too", async () => {
  const limited = { status: 429, headers: { "X-RATELIMIT-RESET": "0" }, body: { message: "Slow" } }
  const done = { body: { operation_id: "1", status: "success", status_code: "1004" } }
  await withLegacyGateway([limited, done], async (client, { requests }) => {
    expect(await client.refund(change)).toMatchObject({ status: "success" })
    expect(requests).toHaveLength(2)
  })
})

test("reading is repeated after a dropped connection, charging and paying out never", async () => {
  await withLegacyGateway([dropConnection, { body: [] }], async (client, { requests }) => {
    expect(await client.orderTransactions("123")).toEqual([])
    expect(requests).toHaveLength(2)
  })
  const order = { ...change, description: "Goods" }
  await withLegacyGateway([dropConnection], async (client, { requests }) => {
    const direct = { ...order, twoStep: false }
    const card = "4242424242424242"
    for (const call of [
      () => client.payByCardToken({ ...direct, cardToken: "t" }),
      () => client.payways.payByPrivat24(direct),
      () => client.cardData.credit({ ...order, to: { number: card } }),
      () => client.cardData.p2pCredit({ ...change, cardNumber: card }),
    ]) {
      const before = requests.length
      await expect(call()).rejects.toMatchObject({ kind: "outcome_unknown" })
      expect(requests).toHaveLength(before + 1)
    }
  })
})

test("no error repeats a key, a card number or a token", async () => {
  const number = "4242424242424242"
  const echo = (secret: string) => ({
    status: 400,
    body: { message: `wrong ${secret}`, args: { code: secret, error_id: secret } },
  })
  const secrets = [KEYS.apiSecret, KEYS.endpointsKey, number, "token-of-a-card-1234567890"]
  await withLegacyGateway(secrets.map(echo), async (client) => {
    for (const secret of secrets) {
      const order = { ...change, description: "Goods", to: { token: secret } }
      const error: unknown = await client.cardData.credit(order).catch((thrown) => thrown)
      const written = `${error instanceof Error ? error.message : ""} ${JSON.stringify(error)}`
      expect(written).toContain("rejected")
      expect(written).not.toContain(secret)
    }
  })
})
