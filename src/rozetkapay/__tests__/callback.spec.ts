import fc from "fast-check"
import { recurrentIdOf } from "../client"
import { RozetkaPayError } from "../errors"
import { parseCallback, readCallback } from "../webhook/callback"

const refusalOf = (body: Buffer) => {
  try {
    return parseCallback(body)
  } catch (error) {
    return error
  }
}

describe("a callback's body", () => {
  test("carries the operation, the money and our marks, and no token of the card", () => {
    const token = "TOKEN-OF-THE-CARD"
    const callback = parseCallback(
      Buffer.from(
        JSON.stringify({
          id: "407932919957434368",
          external_id: "payses_1",
          operation: "refund",
          is_success: true,
          has_child: false,
          metadata: { shop: "ours", count: 3, deep: {} },
          details: {
            operation_id: "407932919957434999",
            amount: "100.50",
            currency: "UAH",
            status: "pending",
            status_code: 1000,
            recurrent_id: token,
            fee: { amount: 1.5, currency: "UAH" },
          },
          payment_method: {
            type: "cc_token",
            cc_token: {
              token,
              mask: "42424242****4242",
              payment_system: "VISA",
              bank_short_name: null,
              expires_at: "2031-04-30T00:00:00Z",
            },
          },
        }),
      ),
    )
    expect(callback).toEqual({
      id: "407932919957434368",
      externalId: "payses_1",
      operation: "refund",
      isSuccess: true,
      actionRequired: false,
      action: null,
      receiptUrl: null,
      metadata: { shop: "ours" },
      paymentMethod: {
        type: "cc_token",
        mask: "424242******4242",
        paymentSystem: "VISA",
        bank: null,
        expiresAt: "2031-04-30T00:00:00Z",
        binCountry: null,
      },
      details: {
        operationId: "407932919957434999",
        amount: "100.5",
        currency: "UAH",
        status: "pending",
        statusCode: "1000",
        statusDescription: null,
        method: null,
        paymentId: null,
        transactionId: null,
        createdAt: null,
        processedAt: null,
        rrn: null,
        authCode: null,
        fee: "1.5",
        feeCurrency: "UAH",
        bankName: null,
        terminalName: null,
        merchantId: null,
        terminalId: null,
        billingOrderId: null,
        gatewayOrderId: null,
        isPostpayment: false,
        fiscalization: null,
      },
    })
    expect(JSON.stringify(callback)).not.toContain(token)
  })

  test("a whole card number in place of the mask goes no further", () => {
    const callback = parseCallback(
      Buffer.from('{"id":"1","payment_method":{"type":"card","card":{"mask":"4242424242424242"}}}'),
    )
    expect(callback.paymentMethod?.mask).toBeNull()
  })

  test("a status that nobody knows, or a success that is no boolean, is never taken for paid", () => {
    const callback = parseCallback(
      Buffer.from('{"id":"1","is_success":"true","details":{"status":"SUCCESS","amount":[1]}}'),
    )
    expect(callback.isSuccess).toBe(false)
    expect(callback.details).toMatchObject({ status: "unknown", amount: null })
  })

  const deep = (open: string, close: string) => `${open.repeat(100_000)}1${close.repeat(100_000)}`
  test.each<[string, string | Buffer]>([
    ["nothing", ""],
    ["no JSON", "is_success=true"],
    ["half a JSON", '{"id":"1"'],
    ["a list", '[{"id":"1"}]'],
    ["a text", '"id"'],
    ["null", "null"],
    ["an object with nothing that we know", '{"hello":"world"}'],
    ["only empty places", '{"id":null,"details":null}'],
    ["lists nested without end", deep("[", "]")],
    ["objects nested without end", deep('{"details":', "}")],
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])("%s is malformed", (_, body) => {
    const error = refusalOf(Buffer.from(body))
    expect(error).toBeInstanceOf(RozetkaPayError)
    expect(error).toMatchObject({ kind: "malformed", operation: "callback" })
  })

  test("brackets within a text are no nesting", () => {
    const description = `${"[{".repeat(500)}\\"${"[".repeat(100)}`
    const body = JSON.stringify({ id: "1", details: { status_description: description } })
    expect(parseCallback(Buffer.from(body)).details?.statusDescription).toBe(description)
  })

  test("any JSON at all is either read or malformed, nothing else", () => {
    const fields = ["id", "external_id", "operation", "details", "action", "metadata", "is_success"]
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()), (body) => {
        const result = refusalOf(Buffer.from(JSON.stringify(body)))
        if (result instanceof RozetkaPayError) {
          expect(result.kind).toBe("malformed")
        } else {
          expect(result).toMatchObject({ isSuccess: body.is_success === true })
        }
      }),
      { numRuns: 1000 },
    )
  })

  test("any bytes at all are either read or malformed, nothing else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusalOf(Buffer.from(bytes))).toMatchObject({ kind: "malformed" })
      }),
    )
  })
})

describe("a callback about saved cards, checks of cards and charges without the shopper", () => {
  const read = (body: unknown) => readCallback(Buffer.from(JSON.stringify(body)))
  const added = {
    operation: "add_payment_method",
    status: "success",
    action: null,
    action_required: false,
    created_at: "2026-11-22T09:00:00Z",
    customer: { external_id: "cus_1" },
    payment_method: {
      option_id: "0ee67270-297d-4ed4-993c-5b4ba95c4daf",
      type: "card",
      is_default: false,
      name: null,
      card: { token: "TOKEN-OF-THE-CARD", mask: "424242******4242", payment_system: "VISA" },
    },
  }

  test("says whose card was added and how it looks, and no token", () => {
    const callback = read(added)
    expect(callback).toEqual({
      about: "wallet",
      addition: {
        operation: "add_payment_method",
        status: "success",
        actionRequired: false,
        action: null,
        createdAt: "2026-11-22T09:00:00Z",
        customerExternalId: "cus_1",
        card: {
          optionId: "0ee67270-297d-4ed4-993c-5b4ba95c4daf",
          type: "card",
          name: null,
          isDefault: false,
          mask: "424242******4242",
          paymentSystem: "VISA",
          bank: null,
          expiresAt: null,
        },
      },
    })
    expect(JSON.stringify(callback)).not.toContain("TOKEN")
  })

  test("a card that was not confirmed, or that nothing is said of, is not saved", () => {
    expect(read({ ...added, status: "failure" })).toMatchObject({ addition: { status: "failure" } })
    const silent = { operation: "add_payment_method", status: null, payment_method: {} }
    expect(read(silent)).toMatchObject({ addition: { status: "unknown", card: null } })
    expect(() => read({ operation: "add_payment_method" })).toThrow(RozetkaPayError)
  })

  test("sent to a payment's url by mistake it belongs to no payment", () => {
    const operation = parseCallback(Buffer.from(JSON.stringify(added)))
    expect(operation).toMatchObject({ externalId: null, isSuccess: false, details: null })
    expect(JSON.stringify(operation)).not.toContain("TOKEN")
  })

  test.each([
    "payment",
    "lookup",
    "recurrent",
    "an_operation_of_tomorrow",
  ])("the operation %s is one of a payment", (operation) => {
    const details = { status: "success", recurrent_id: "593292035525113984" }
    const callback = read({ id: "7", operation, is_success: true, details })
    expect(callback).toMatchObject({ about: "payment", operation: { id: "7", operation } })
    expect(JSON.stringify(callback)).not.toContain("593292035525113984")
    const known = callback.about === "payment" ? recurrentIdOf(callback.operation.details) : null
    expect(known).toBe("593292035525113984")
  })
})
