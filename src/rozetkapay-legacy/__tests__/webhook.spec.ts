import fc from "fast-check"
import { readLegacyWebhook, signatureOf } from "../webhook"
import { documentExample } from "./document-examples"
import { KEYS } from "./legacy-shop"

const { apiSecret } = KEYS

const dataOf = (body: unknown) => {
  const bytes = Buffer.from(JSON.stringify(body))
  return bytes.toString("base64").replaceAll("+", "-").replaceAll("/", "_")
}

const formOf = (data: string, signature: string) =>
  Buffer.from(new URLSearchParams({ data, signature }).toString())

const signed = (body: unknown) => {
  const data = dataOf(body)
  return formOf(data, signatureOf(data, apiSecret))
}

test("the document's example of a signature", () => {
  expect(dataOf({ name: "Joe", age: 20 })).toBe("eyJuYW1lIjoiSm9lIiwiYWdlIjoyMH0=")
  expect(signatureOf("eyJuYW1lIjoiSm9lIiwiYWdlIjoyMH0=", "changeme")).toBe(
    "Bcj3hb-h00HrEMIoJ5nPW5ZHlVQ=",
  )
})

test("the document's webhook of a primary operation is read whole", () => {
  const { webhook } = documentExample("primary-operation-webhook")
  expect(readLegacyWebhook({ rawBody: signed(webhook), apiSecret })).toMatchObject({
    paymentId: "c4939398-1dad-4b92-1c34-7f6802379180",
    orderId: "111999991",
    posId: "6eb070d5-7fbe-1176-9488-c152b60dd346",
    method: "auth",
    amount: "0.28",
    currency: "UAH",
    payway: "privat24",
    status: "success",
    statusCode: "1000",
    processedAt: "2018-10-10T10:10:22.100",
    fee: { amount: "1", currency: "UAH" },
    registryRefNo: "9e62565c-ef89-4b7e-bcbd-a96f76af303b",
    terminalName: "Name",
    rrn: "014681438245",
    authCode: "12121212",
    card: { mask: "424242******4242", paymentSystem: "VISA", recipientMask: "424242******4242" },
    dccRates: [{ amount: "0", rate: "0", commission: "0", currency: "UAH" }],
    gateway: "cc",
    merchantOrderId: "b20e51e8-278d-408c-9a63-c74e9f4e003a",
    receiptUrl: "https://example.url/path/00000000-00000000-00000000-00000000",
    acquirer: "Bank Acq Name",
  })
})

test.each(["capture", "void", "refund"])("the document's %s webhook", (method) => {
  const { webhook } = documentExample(`${method}-webhook`)
  expect(readLegacyWebhook({ rawBody: signed(webhook), apiSecret })).toMatchObject({
    operationId: "edf7605c-99a8-43be-a1a5-2e96ebac8512",
    orderId: "123",
    method,
    amount: "100",
    status: "success",
    processedAt: "2018-10-10T10:10:12.000",
  })
})

const anyTransaction = fc.record({
  payment_id: fc.string({ minLength: 1 }),
  order_id: fc.string({ unit: "binary", minLength: 1 }),
  payload: fc.string({ unit: "binary", minLength: 1 }),
})

test("whatever was signed is read back as it was", () => {
  fc.assert(
    fc.property(anyTransaction, (body) => {
      const read = readLegacyWebhook({ rawBody: signed(body), apiSecret })
      expect(read).toMatchObject({
        paymentId: body.payment_id,
        orderId: body.order_id,
        payload: body.payload,
      })
    }),
  )
})

test("a single changed character of data, signature or secret is refused", () => {
  const where = fc.constantFrom("data", "signature", "secret")
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_= +/"
  const character = fc.constantFrom(...alphabet)
  fc.assert(
    fc.property(anyTransaction, where, fc.nat(), character, (body, changed, at, by) => {
      const data = dataOf(body)
      const parts = { data, signature: signatureOf(data, apiSecret), secret: apiSecret }
      const text = parts[changed]
      const index = at % text.length
      fc.pre(text[index] !== by)
      parts[changed] = text.slice(0, index) + by + text.slice(index + 1)
      const rawBody = formOf(parts.data, parts.signature)
      expect(readLegacyWebhook({ rawBody, apiSecret: parts.secret })).toBeNull()
    }),
    { numRuns: 500 },
  )
})

const data = dataOf({ payment_id: "1" })
const signature = signatureOf(data, apiSecret)

test.each([
  ["no form at all", Buffer.from('{"data":"x"}')],
  ["without a signature", Buffer.from(`data=${data}`)],
  ["without data", Buffer.from(`signature=${signature}`)],
  ["with two data fields", Buffer.concat([formOf(data, signature), Buffer.from("&data=x")])],
  ["with two signatures", Buffer.concat([formOf(data, signature), Buffer.from("&signature=x")])],
  ["with a signature that lacks a letter", formOf(data, signature.slice(0, -2))],
  ["with a signature of more padding", formOf(data, `${signature}=`)],
  ["with another letter for the padding", formOf(data, `${signature.slice(0, -1)}A`)],
  ["with a signature of other letters of the same number", formOf(data, "ї".repeat(14))],
])("a form %s is not genuine", (_title, rawBody) => {
  expect(readLegacyWebhook({ rawBody, apiSecret })).toBeNull()
})

test("a signature is genuine without its padding too", () => {
  const rawBody = formOf(data, signature.slice(0, -1))
  expect(readLegacyWebhook({ rawBody, apiSecret })).toMatchObject({ paymentId: "1" })
})

test("an empty secret proves nothing", () => {
  const rawBody = formOf(data, signatureOf(data, ""))
  expect(readLegacyWebhook({ rawBody, apiSecret: "" })).toBeNull()
})

test("a genuine webhook that describes no transaction is an error, not a forgery", () => {
  expect(() => readLegacyWebhook({ rawBody: signed({ hello: 1 }), apiSecret })).toThrow(
    expect.objectContaining({ kind: "malformed" }),
  )
})
