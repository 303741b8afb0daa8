import { RozetkaPayError } from "../errors"
import { parseCallback } from "../webhook/callback"
import { withGateway } from "./local-gateway"
import { sampleBodies, testBySamples } from "./sample-files"

const create = {
  externalId: "order_1",
  amount: "1",
  currency: "UAH",
  mode: "hosted",
  confirm: true,
} as const

describe("what RozetkaPay answers", () => {
  test("a hosted create gives the page to send the shopper to, and nothing is paid yet", async () => {
    const answer = {
      id: "407932919957434368",
      external_id: "order_1",
      has_child: false,
      is_success: true,
      details: null,
      action_required: true,
      action: { type: "url", value: "https://pay.example/1" },
      payment_method: null,
      operation: "payment",
      metadata: null,
    }
    await withGateway([{ body: answer }], async (client) => {
      await expect(client.payments.create(create)).resolves.toEqual({
        id: "407932919957434368",
        externalId: "order_1",
        operation: "payment",
        isSuccess: true,
        actionRequired: true,
        action: { type: "url", value: "https://pay.example/1" },
        details: null,
        receiptUrl: null,
        metadata: {},
        paymentMethod: null,
      })
    })
  })

  test("info shows the amounts, whether they come as texts or as numbers", async () => {
    const answer = {
      id: "18446744073709551615",
      external_id: "order_1",
      amount: 1249.99,
      amount_confirmed: "1000.00",
      amount_canceled: 0,
      amount_refunded: null,
      currency: "UAH",
      purchased: true,
      confirmed: "yes",
      purchase_details: [
        { operation_id: "18446744073709551614", status: "failure", status_code: "wrong_cvv" },
        { operation_id: "18446744073709551615", status: "success", amount: "1249.990" },
        "junk",
      ],
      confirmation_details: null,
      refund_details: {},
    }
    await withGateway([{ body: answer }], async (client) => {
      const info = await client.payments.info({ externalId: "order_1" })
      expect(info).toMatchObject({
        id: "18446744073709551615",
        amount: "1249.99",
        amountConfirmed: "1000",
        amountCanceled: "0",
        amountRefunded: null,
        purchased: true,
        confirmed: null,
        canceled: null,
        purchaseDetails: [
          { operationId: "18446744073709551614", status: "failure", statusCode: "wrong_cvv" },
          { operationId: "18446744073709551615", status: "success", amount: "1249.99" },
        ],
        confirmationDetails: [],
        cancellationDetails: [],
        refundDetails: [],
        action: null,
        actionRequired: false,
      })
    })
  })

  test("an id that came as a number too large to be exact is left out, not made wrong", async () => {
    const body = '{"id":18446744073709551615,"external_id":42,"purchased":true}'
    await withGateway([{ body }], async (client) => {
      const info = await client.payments.info({ externalId: "order_1" })
      expect(info).toMatchObject({ id: null, externalId: "42" })
    })
  })

  test.each([
    "data_not_found",
    "transaction_not_found",
  ])("info of a payment that nobody has paid yet (%s) is null", async (code) => {
    await withGateway([{ status: 400, body: { code } }], async (client, _, exchanges) => {
      await expect(client.payments.info({ externalId: "order_1" })).resolves.toBeNull()
      expect(exchanges).toMatchObject([{ operation: "info", outcome: "rejected", code }])
    })
  })

  test("any other refusal of info is an error, and so is data_not_found of a refund", async () => {
    const otherwise = { status: 400, body: { code: "access_not_allowed" } }
    const notFound = { status: 400, body: { code: "data_not_found" } }
    await withGateway([otherwise, notFound], async (client) => {
      await expect(client.payments.info({ externalId: "order_1" })).rejects.toMatchObject({
        kind: "rejected",
        code: "access_not_allowed",
      })
      await expect(client.payments.refund({ externalId: "order_1" })).rejects.toMatchObject({
        kind: "rejected",
        code: "data_not_found",
      })
    })
  })

  test("the receipt, the state of the keys and the ledgers are read", async () => {
    const row = {
      order_id: "1",
      transaction_id: "407932919957434368",
      external_id: "order_1",
      operation_type: "purchase",
      status: "Success",
      status_code: 1000,
      original_amount: "100.10",
      currency: "UAH",
      merchant_fee: 1.5,
    }
    await withGateway(
      [
        { body: { receipt_url: "" } },
        { body: { status: "activated" } },
        { body: { transactions: [row] } },
        { body: { transactions: null } },
        { body: { transactions: [row, "a line that is no line"] } },
      ],
      async (client) => {
        const days = { dateFrom: "2026-07-01", dateTo: "2026-07-14" }
        await expect(client.payments.receipt({ externalId: "order_1" })).resolves.toEqual({
          receiptUrl: null,
        })
        await expect(client.validateKeys()).resolves.toEqual({ status: "activated" })
        await expect(client.reports.transactions(days)).resolves.toMatchObject([
          {
            transactionId: "407932919957434368",
            externalId: "order_1",
            operationType: "purchase",
            status: "Success",
            statusCode: "1000",
            originalAmount: "100.1",
            merchantFee: "1.5",
            payerFee: null,
          },
        ])
        await expect(client.reports.transactions(days)).resolves.toEqual([])
        await expect(client.reports.transactions(days)).rejects.toMatchObject({ kind: "malformed" })
      },
    )
  })

  testBySamples("every sample of RozetkaPay's messages is read for what it is", async () => {
    const samples = Object.entries(sampleBodies()).filter(([name]) => !name.startsWith("legacy_"))
    for (const [name, body] of samples) {
      if (name.includes("_info_")) {
        await withGateway([{ body }], async (client) => {
          const info = await client.payments.info({ externalId: "order_1" })
          expect(info).toMatchObject({ id: "id", amount: "100", purchased: true })
        })
      } else if (/error|too_many/.test(name)) {
        const status = name.includes("too_many") ? 429 : 400
        const reactions = [{ status, headers: { "X-RateLimit-Reset": "60" }, body }]
        await withGateway(reactions, async (client) => {
          await expect(client.payments.refund({ externalId: "order_1" })).rejects.toMatchObject({
            kind: status === 429 ? "unavailable" : "rejected",
            code: JSON.parse(body).code,
          })
        })
      } else if (name === "live_trimmed_payparts_banks.json") {
        // A list of banks for instalments: never the answer to a payment's operation.
        expect(() => parseCallback(Buffer.from(body))).toThrow(RozetkaPayError)
      } else {
        const operation = parseCallback(Buffer.from(body))
        const wire = JSON.parse(body)
        expect([name, operation]).toMatchObject([
          name,
          {
            id: wire.id ?? null,
            isSuccess: wire.is_success ?? false,
            action: wire.action ?? null,
            paymentMethod: wire.payment_method
              ? { type: "cc_token", mask: "424242******4242", paymentSystem: "VISA" }
              : null,
          },
        ])
        expect(operation.details?.status).toBe(wire.details?.status)
        expect(JSON.stringify(operation)).not.toContain("TOKEN_REDACTED")
      }
    }
  })
})
