import { externalId } from "../../../core/external-id"
import { amountOf, type Money, moneyOf } from "../../../core/money"
import { SplitError } from "../../../core/split-error"
import type { GatewayLedger } from "../../../provider/payment-gateway"
import { batchOperation } from "../../../rozetkapay/batch/batch-operation"
import type { ChangeBatchOrderRequest, PaymentOperation } from "../../../rozetkapay/client"
import { RozetkaPayError, type RozetkaPayErrorFields } from "../../../rozetkapay/errors"
import { paymentOperation } from "../../../rozetkapay/payments/payment-operation"
import { gatewayLedger } from "../../current-api/gateway-ledger"
import type { OrderLedger } from "../order-ledgers"
import { eachAlone, isUntouched, ofBatch, sharesOf } from "../order-movements"

const uah = (value: string) => amountOf(value, "UAH")
const money = (value: string): Money => moneyOf(value, "UAH")
const wanted = (parts: Record<string, string>) =>
  new Map(Object.entries(parts).map(([seller, part]) => [seller, uah(part)]))

const order = (
  seller: string,
  sums: Partial<Record<keyof GatewayLedger, string>>,
): OrderLedger => ({
  seller,
  order: { externalId: externalId(`payses_1-${seller}`), apiKey: `seller-${seller}` },
  ledger: {
    ...gatewayLedger(null, { twoStep: true, currency: "UAH" }),
    ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, uah(sum)])),
  },
})
const sent = (ledgers: OrderLedger[], amount: string, parts: Record<string, string> | null) =>
  sharesOf(ledgers, "capture", money(amount), parts && wanted(parts)).map((one) => [
    one.seller,
    one.amount,
  ])

describe("a capture of a batch", () => {
  const CAPTURED_OF_OLENA = [
    order("olena", { authorized: "100.00", captured: "40.00" }),
    order("taras", { authorized: "50.00" }),
  ]

  test("is of the parts that were named, which must be all of it", () => {
    expect(sent(CAPTURED_OF_OLENA, "30.00", { olena: "10.00", taras: "20.00" })).toEqual([
      ["olena", "10.00"],
      ["taras", "20.00"],
    ])
    expect(() => sent(CAPTURED_OF_OLENA, "25.00", { olena: "20.00", taras: "20.00" })).toThrow(
      SplitError,
    )
  })

  test("goes by what the sellers hold when no parts were named", () => {
    expect(sent(CAPTURED_OF_OLENA, "110.00", null)).toEqual([
      ["olena", "60.00"],
      ["taras", "50.00"],
    ])
  })
})

describe("a batch is cancelled as one only", () => {
  const cancel = (ledgers: OrderLedger[], amount: string) =>
    isUntouched(ledgers, sharesOf(ledgers, "cancel", money(amount), null))

  test("while all of it is held and all of it is to go", () => {
    const whole = [order("olena", { authorized: "100.00" }), order("taras", { authorized: "5.00" })]
    expect(cancel(whole, "105.00")).toBe(true)
    expect(cancel(whole, "104.99")).toBe(false)
  })

  test("while nothing of it was captured", () => {
    const begun = [
      order("olena", { authorized: "100.00", captured: "1.00" }),
      order("taras", { authorized: "5.00" }),
    ]
    expect(cancel(begun, "104.00")).toBe(false)
  })
})

describe("refunds of several sellers, one after another", () => {
  const BOTH = sharesOf(
    [
      order("olena", { authorized: "100.00", captured: "100.00" }),
      order("taras", { authorized: "50.00", captured: "50.00" }),
    ],
    "refund",
    money("150.00"),
    null,
  )
  const answer = (status: string): PaymentOperation =>
    paymentOperation.parse({ id: "1", operation: "refund", details: { status } })
  const failure = (kind: RozetkaPayErrorFields["kind"], code?: string) =>
    new RozetkaPayError({ kind, code, operation: "order refund" })

  const refund = async (answers: (PaymentOperation | RozetkaPayError)[]) => {
    const asked: ChangeBatchOrderRequest[] = []
    const outcome = await eachAlone(
      { currency: "UAH", callbackUrl: "https://shop.example/cb" },
      BOTH,
      async (change) => {
        const given = answers[asked.push(change) - 1]
        if (given instanceof RozetkaPayError) throw given
        return given ?? answer("unknown")
      },
    )
    return { outcome, asked: asked.map(({ externalId, amount }) => [externalId, amount]) }
  }
  const ALL = [
    ["payses_1-olena", "100.00"],
    ["payses_1-taras", "50.00"],
  ]

  test("are done when each is, and pending as long as one is", async () => {
    expect(await refund([answer("success"), answer("success")])).toEqual({
      outcome: { is: "done" },
      asked: ALL,
    })
    expect((await refund([answer("pending"), answer("success")])).outcome).toEqual({
      is: "pending",
    })
  })

  test("go on after one that was refused, and say what was made", async () => {
    const { outcome, asked } = await refund([
      failure("rejected", "entity_blocked"),
      answer("success"),
    ])
    expect(asked).toEqual(ALL)
    expect(outcome).toMatchObject({
      is: "refused",
      code: "entity_blocked",
      message: expect.stringContaining('50.00 UAH of "taras"'),
    })
  })

  test("are not known when one is not", async () => {
    const { outcome } = await refund([failure("outcome_unknown"), failure("rejected", "x")])
    expect(outcome).toMatchObject({ is: "unknown" })
  })

  test("stop when RozetkaPay is away, and never claim that nothing was made when something was", async () => {
    const away = await refund([failure("unavailable"), answer("success")])
    expect(away).toMatchObject({ outcome: { is: "unavailable" }, asked: ALL.slice(0, 1) })
    const half = await refund([answer("success"), failure("unavailable")])
    expect(half.outcome).toMatchObject({
      is: "refused",
      message: expect.stringContaining('100.00 UAH of "olena"'),
    })
  })
})

describe("a capture's answer that tells of an order more than once", () => {
  const OLENA = sharesOf(
    [order("olena", { authorized: "100.00" })],
    "capture",
    money("100.00"),
    null,
  )
  const told = (...orders: [method: string, status: string][]) =>
    ofBatch(
      Promise.resolve(
        batchOperation.parse({
          batch_external_id: "payses_1",
          order_details: orders.map(([method, status], at) => ({
            external_id: "payses_1-olena",
            operation_id: String(at),
            amount: "100.00",
            method,
            status,
          })),
        }),
      ),
      OLENA,
      "UAH",
    )

  test("is no capture when only the payment has succeeded", async () => {
    expect((await told(["confirm", "failure"], ["create", "success"])).is).not.toBe("done")
    expect((await told(["confirm", "pending"], ["create", "success"])).is).not.toBe("done")
    expect((await told(["create", "success"])).is).toBe("unknown")
    expect((await told(["confirm", "failure"], ["confirm", "success"])).is).toBe("unknown")
  })

  test("is one when all that is told has succeeded", async () => {
    expect(await told(["create", "success"], ["confirm", "success"])).toEqual({ is: "done" })
  })
})
