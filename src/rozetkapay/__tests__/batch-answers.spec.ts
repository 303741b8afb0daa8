import { batchOperation } from "../batch/batch-operation"
import { batchOutcome, operationsOfOrders } from "../batch/batch-outcome"
import { recurrentIdOf } from "../client"
import { RozetkaPayError } from "../errors"
import { readBatchCallback } from "../webhook/batch-callback"
import { RECURRENT_ID } from "./card-samples"

const order = (external_id: string, status: string, more = {}) => ({
  external_id,
  status,
  amount: "10.00",
  operation_id: `op-${external_id}`,
  status_code: status === "success" ? "transaction_successful" : "transaction_rejected",
  method: "create",
  ...more,
})

const answer = (...order_details: unknown[]) => ({
  id: "40793291995743",
  batch_external_id: "payses_1",
  batch_details: { amount: "20.00", currency: "UAH", payload: "whole", rrn: "1" },
  order_details,
  metadata: { medusa_session: "payses_1", count: 1 },
})

const read = (body: unknown) => batchOperation.parse(body)
const raw = (body: unknown) => Buffer.from(JSON.stringify(body))

describe("what RozetkaPay says of a payment to several sellers", () => {
  test("each seller's part is told apart, in the batch's currency", () => {
    const batch = read({
      ...answer(
        order("a", "success", {
          transaction_id: "593292035525113984",
          recipient_iban: "UA1",
          unified_external_id: "payses_1",
          description: "Olena",
          payload: "hers",
          fee: { amount: 0.5, currency: "UAH" },
        }),
        order("b", "failure", { amount: 10 }),
      ),
      action_required: false,
      action: null,
      receipt_url: "https://pay.example/receipt",
    })
    expect(batch).toMatchObject({
      batchExternalId: "payses_1",
      actionRequired: false,
      action: null,
      amount: "20",
      currency: "UAH",
      payload: "whole",
      receiptUrl: "https://pay.example/receipt",
      metadata: { medusa_session: "payses_1" },
      orders: [
        {
          externalId: "a",
          unifiedExternalId: "payses_1",
          description: "Olena",
          recipientIban: "UA1",
          payload: "hers",
          details: {
            operationId: "op-a",
            transactionId: "593292035525113984",
            status: "success",
            amount: "10",
            currency: "UAH",
            method: "create",
            fee: "0.5",
          },
        },
        { externalId: "b", details: { status: "failure", amount: "10", currency: "UAH" } },
      ],
    })
  })

  test("the list of orders is found under the document's name and under that of RozetkaPay's own apps", () => {
    const { order_details, ...rest } = answer(order("a", "success"))
    expect(read({ ...rest, orders_details: order_details }).orders).toMatchObject([
      { externalId: "a", details: { status: "success" } },
    ])
    expect(read({ ...rest, order_details: [], orders_details: order_details }).orders).toHaveLength(
      1,
    )
  })

  test("a page to pay on says nothing about money, with or without a list of orders", () => {
    const action = { type: "url", value: "https://pay.example/checkout" }
    for (const order_details of [null, undefined, [], "none", [null, "junk"]]) {
      const batch = read({ ...answer(), order_details, batch_details: null, action })
      expect(batch).toMatchObject({ action, orders: [], amount: null, currency: null })
      expect(batchOutcome(batch, ["a", "b"]).whole).toBe("unknown")
    }
  })

  test("an id that can charge the card again is kept beside the order's details, not in them", () => {
    const { orders } = read(answer(order("a", "success", { recurrent_id: RECURRENT_ID })))
    expect(JSON.stringify(orders)).not.toContain(RECURRENT_ID)
    expect(recurrentIdOf(orders[0]?.details)).toBe(RECURRENT_ID)
  })

  test("a single payment's answer is no batch", () => {
    const payment = { id: "1", external_id: "payses_1", is_success: true, details: null }
    expect(batchOperation.safeParse(payment).success).toBe(false)
  })
})

describe("whether a payment to several sellers has succeeded", () => {
  test.each([
    [["success", "success"], "success"],
    [["failure", "failure"], "failure"],
    [["success", "failure"], "partly"],
    [["success", "pending"], "partly"],
    [["success", "of_tomorrow"], "partly"],
    [["pending", "failure"], "pending"],
    [["init", "init"], "pending"],
    [["failure", "of_tomorrow"], "unknown"],
    [["of_tomorrow", "of_tomorrow"], "unknown"],
  ])("orders that are %j make the whole %s", (statuses, whole) => {
    const batch = read(answer(...statuses.map((status, at) => order(String(at), status))))
    expect(batchOutcome(batch, ["0", "1"]).whole).toBe(whole)
  })

  test("an order that the answer does not mention has neither succeeded nor failed", () => {
    const batch = read(answer(order("a", "success")))
    expect(batchOutcome(batch, ["a", "b"])).toEqual({
      whole: "partly",
      orders: [
        { externalId: "a", outcome: "success", code: "transaction_successful" },
        { externalId: "b", outcome: "unknown", code: null },
      ],
    })
  })

  test("an order that is told of twice, in different ways, is not taken at either word", () => {
    const twice = read(answer(order("a", "success"), order("a", "failure")))
    expect(batchOutcome(twice, ["a"])).toMatchObject({ whole: "unknown" })
    const alike = read(answer(order("a", "success"), order("a", "success")))
    expect(batchOutcome(alike, ["a"])).toMatchObject({ whole: "success" })
  })

  test("orders that were not asked for change nothing", () => {
    const batch = read(answer(order("a", "success"), order("foreign", "failure")))
    expect(batchOutcome(batch, ["a"]).whole).toBe("success")
    expect(batchOutcome(batch, []).whole).toBe("unknown")
  })
})

describe("callbacks of a payment to several sellers", () => {
  test("one about the whole batch shows every order", () => {
    const callback = readBatchCallback(raw(answer(order("a", "success"), order("b", "failure"))))
    expect(callback).toMatchObject({
      about: "batch",
      batch: { batchExternalId: "payses_1", orders: [{ externalId: "a" }, { externalId: "b" }] },
    })
  })

  test("one about a single order names the order and its batch", () => {
    const details = { status: "success", amount: "10.00", currency: "UAH", operation_id: "op" }
    const body = { external_id: "a", batch_external_id: "payses_1", operation: "payment", details }
    expect(readBatchCallback(raw(body))).toMatchObject({
      about: "order",
      batchExternalId: "payses_1",
      operation: { externalId: "a", operation: "payment", details: { amount: "10" } },
    })
    const { batch_external_id: _, ...bare } = body
    expect(readBatchCallback(raw(bare))).toMatchObject({ about: "order", batchExternalId: null })
  })

  test("one about a saved card is told from both", () => {
    const body = { operation: "add_payment_method", status: "success", payment_method: null }
    expect(readBatchCallback(raw(body))).toMatchObject({ about: "wallet" })
  })

  test.each([
    "",
    "[]",
    "{}",
    "null",
    '{"order_details":',
    '"batch"',
  ])("%j is no callback, and says so in one way", (text) => {
    expect(() => readBatchCallback(Buffer.from(text))).toThrow(RozetkaPayError)
  })

  test("a batch's callback says of each order what the order's own would", () => {
    const batch = read(
      answer(
        order("a", "success"),
        order("b", "failure", { method: "confirm" }),
        order("c", "pending", { method: "refund" }),
        order("d", "success", { method: "cancel" }),
        order("e", "success", { method: "of_tomorrow" }),
        order("f", "init"),
      ),
    )
    expect(operationsOfOrders(batch)).toMatchObject([
      { externalId: "a", operation: "payment", isSuccess: true, details: { operationId: "op-a" } },
      { externalId: "b", operation: "confirm", isSuccess: false },
      { externalId: "c", operation: "refund", isSuccess: false, details: { status: "pending" } },
      { externalId: "d", operation: "cancel", metadata: { medusa_session: "payses_1" } },
      { externalId: "e", operation: null },
    ])
  })
})
