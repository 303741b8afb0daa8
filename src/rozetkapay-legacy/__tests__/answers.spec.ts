import { cardTokenOf, recipientCardTokenOf } from "../client"
import { transaction } from "../transactions/transaction"
import { documentExample } from "./document-examples"
import { withLegacyGateway } from "./legacy-shop"

const answered = [
  "direct-payments-with-card-data",
  "direct-payments-using-privat24",
  "direct-payments-using-privat-payment-by-parts",
  "direct-payments-using-rozetkapay-tokens",
  "credit-payments-via-evocredit",
  "payments-via-przelewy24",
  "apple-pay",
  "p2p-payments",
  "p2p-payments-using-rozetkapay-tokens",
  "lookup",
  "credit-payments",
  "credit-payments-using-rozetkapay-tokens",
  "capture",
  "partial-capture",
  "void",
  "refund",
  "partial-refund",
  "p2p-credit",
  "p2p-credit-using-rozetkapay-tokens",
  "partial-p2p-credit",
]

describe("the document's example answer is understood:", () => {
  test.each(answered)("%s", (name) => {
    const { response } = documentExample(name)
    const wire = Array.isArray(response) ? {} : (response ?? {})
    const text = (field: string) => {
      const value = wire[field]
      return value === undefined || value === null ? null : String(value)
    }
    const read = transaction.parse(wire)
    expect(read).toMatchObject({
      operationId: text("operation_id"),
      paymentId: text("payment_id"),
      transactionId: text("transaction_id"),
      orderId: "123",
      gatewayOrderId: text("gateway_order_id"),
      posId: text("pos_id"),
      mode: "direct",
      method: text("method"),
      payway: text("payway"),
      amount: text("amount"),
      currency: "UAH",
      status: text("status"),
      statusCode: text("status_code"),
      statusDescription: text("status_description"),
      userActionRequired: wire.user_action_required === true,
      userActionUrl: text("user_action_url"),
      threeDs: { eci: text("eci"), options: text("options_3ds") },
      card: { mask: text("cc_mask"), type: text("cc_type"), bank: text("bank_short_name") },
      createdAt: text("created_at"),
      processedAt: text("processing_time") ?? text("processed_at"),
      payload: text("payload"),
      properties: wire.properties ?? {},
      gatewayProperties: wire.gateway_properties ?? {},
      rrn: text("rnn"),
      authCode: text("authcode"),
      fee: null,
    })
    expect(cardTokenOf(read)).toBe(text("cc_token"))
    expect(JSON.stringify(read)).not.toMatch(/Hanks|example\.com\/secret|ODJkZjBh/)
  })

  test("Get order transactions", async () => {
    const { response } = documentExample("get-order-transactions")
    await withLegacyGateway([{ body: response }], async (client) => {
      expect(await client.orderTransactions("111999991")).toMatchObject([
        {
          method: "auth",
          amount: "0.28",
          status: "success",
          payway: "privat24",
          operationId: null,
        },
        { method: "capture", amount: "100", operationId: "edf7605c-99a8-43be-a1a5-2e96ebac8512" },
      ])
    })
  })

  test("DCC", () => {
    const { part } = documentExample("dcc")
    expect(transaction.parse({ payment_id: "1", ...part }).dccRates).toEqual([
      { amount: "3.5984", currency: "USD", rate: "27.7905", commission: "0" },
    ])
  })
})

describe("a hosted payment", () => {
  const page = {
    orderId: "123",
    amount: "1",
    currency: "UAH",
    description: "Order",
    twoStep: false,
  }
  const location =
    "https://deprecated-api.rozetkapay.com/api/v1/checkout/1b806782-3d97-4444-abb9-6e4b45d34663/form"

  test("is answered by 303 with the page's address, which is not followed", async () => {
    const answer = { status: 303, headers: { Location: location } }
    await withLegacyGateway([answer], async (client, { requests }) => {
      expect(await client.openHostedPage(page)).toEqual({
        checkoutUrl: location,
        transaction: null,
      })
      expect(requests).toHaveLength(1)
    })
  })

  test("that is refused by a transaction has no page, and says why", async () => {
    const answer = { body: { order_id: "123", status: "failure", status_code: "4119" } }
    await withLegacyGateway([answer], async (client) => {
      expect(await client.openHostedPage(page)).toMatchObject({
        checkoutUrl: null,
        transaction: { status: "failure", statusCode: "4119" },
      })
    })
  })

  test.each([
    undefined,
    "javascript:alert(1)",
    "/checkout",
  ])("is not understood when the redirect leads to %s", async (where) => {
    const headers: Record<string, string> = where === undefined ? {} : { Location: where }
    const answer = { status: 303, headers }
    await withLegacyGateway([answer], async (client) => {
      await expect(client.openHostedPage(page)).rejects.toMatchObject({ kind: "malformed" })
    })
  })

  test("only a hosted payment may be answered by a redirect", async () => {
    const answer = { status: 303, headers: { Location: location } }
    await withLegacyGateway([answer, answer], async (client) => {
      const change = { orderId: "123", currency: "UAH" }
      await expect(client.refund(change)).rejects.toMatchObject({ mayHaveHappened: true })
      await expect(client.checkHealth()).rejects.toMatchObject({ kind: "malformed" })
    })
  })
})

test("operation info reads one transaction, or several", async () => {
  const refund = { operation_id: "a", method: "refund", status: "success", status_code: "1004" }
  const asked = { orderId: "123", method: "refund" }
  await withLegacyGateway(
    [{ body: refund }, { body: [refund, { ...refund, operation_id: "b" }] }],
    async (client) => {
      expect(await client.operationInfo(asked)).toMatchObject([{ operationId: "a" }])
      expect(await client.operationInfo(asked)).toMatchObject([
        { operationId: "a" },
        { operationId: "b" },
      ])
    },
  )
})

test("a ledger with an entry that can't be read is not read at all", async () => {
  const body = [{ payment_id: "1", method: "refund", status: "success" }, { surprise: true }]
  await withLegacyGateway([{ body }], async (client) => {
    await expect(client.orderTransactions("123")).rejects.toMatchObject({ kind: "malformed" })
  })
})

test("a host that answers OK is healthy", async () => {
  await withLegacyGateway([{ body: "OK" }], async (client, { requests }) => {
    await client.checkHealth()
    expect(requests[0]?.url).toBe("/health")
  })
})

test("tokens are handed out for the very transaction only, never with a copy of it", () => {
  const { webhook } = documentExample("primary-operation-webhook")
  const read = transaction.parse(webhook)
  expect(cardTokenOf(read)).toMatch(/^N2U0ZWEx/)
  expect(recipientCardTokenOf(read)).toMatch(/^N2U0ZWEx/)
  expect(cardTokenOf({ ...read })).toBeNull()
  expect(JSON.stringify(read)).not.toContain("N2U0ZWEx")
})
