import { orderIdOf } from "../../../core/order-id"
import { sessionId } from "../../../core/session-id"
import { readOrdersCallback } from "../read-orders-callback"

const ID = "payses_1"
const [OLENA, TARAS] = ["olena", "taras"].map((seller) => orderIdOf(sessionId(ID), seller))

const told = (body: object) => readOrdersCallback(Buffer.from(JSON.stringify(body)))
const summary = (body: object) => {
  const { externalId, operations } = told(body) ?? { externalId: null, operations: [] }
  return [externalId, operations.map((one) => [one.order, one.kind, one.status === "success"])]
}
const orderOfBatch = (external_id: string | undefined, method: string, status = "success") => ({
  external_id,
  method,
  status,
  amount: "10.00",
  operation_id: `${external_id}-${method}`,
})
const orderCallback = (more: object) => ({
  id: "1",
  external_id: TARAS,
  operation: "refund",
  is_success: true,
  details: { status: "success", amount: "10.00", currency: "UAH", operation_id: "op" },
  ...more,
})

describe("a callback to a marketplace", () => {
  test("of the whole batch tells of every order that was paid or refused", () => {
    const order_details = [orderOfBatch(OLENA, "create"), orderOfBatch(TARAS, "create", "failure")]
    expect(summary({ batch_external_id: ID, order_details })).toEqual([
      ID,
      [
        [OLENA, "authorize", true],
        [TARAS, "authorize", false],
      ],
    ])
  })

  test("of the whole batch that names no batch leads to the payment by its orders", () => {
    expect(summary({ order_details: [orderOfBatch(OLENA, "create")] })[0]).toBe(ID)
  })

  test.each([
    "confirm",
    "cancel",
    "refund",
  ])("of the whole batch proves no %s, which the orders' own ledgers show", (method) => {
    expect(
      summary({ batch_external_id: ID, order_details: [orderOfBatch(OLENA, method)] }),
    ).toEqual([ID, []])
  })

  test("of one order leads to its payment, by the batch that it names or by its own id", () => {
    const operations = [[TARAS, "refund", true]]
    expect(summary(orderCallback({ batch_external_id: ID }))).toEqual([ID, operations])
    expect(summary(orderCallback({}))).toEqual([ID, operations])
  })

  test("of somebody else's payment leads to nobody's here", () => {
    expect(summary(orderCallback({ external_id: "order-7" }))[0]).toBe("order-7")
  })
})
