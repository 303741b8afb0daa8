import { externalId } from "../../../core/external-id"
import { amountOf } from "../../../core/money"
import type { PaymentReference, PaymentToStart } from "../../../provider/payment-gateway"
import { startPayment } from "../../../provider/start/start-payment"
import type { Reaction } from "../../../rozetkapay/__tests__/local-gateway"
import { withLegacyGateway } from "../../../rozetkapay-legacy/__tests__/legacy-shop"
import { LegacyGateway } from "../legacy-gateway"

const HELD_FIRST: PaymentReference = {
  externalId: externalId("payses_01HZX3V6J8Q2N4R5T7W9Y0ABCD"),
  twoStep: true,
  currency: "UAH",
  callbackUrl: "https://shop.example/hooks/rozetkapay/pp_rozetkapay-legacy_old",
}

const transaction = (method: string, more: Record<string, unknown> = {}) => ({
  payment_id: "p",
  transaction_id: `of ${method}`,
  order_id: "01HZX3V6J8Q2N4R5T7W9Y0ABCD",
  method,
  amount: 100,
  currency: "UAH",
  status: "success",
  status_code: "1000",
  ...more,
})
const answering = (body: unknown): Reaction => ({ status: 200, body: JSON.stringify(body) })

const ledgerOf = (...transactions: ReturnType<typeof transaction>[]) =>
  withLegacyGateway([answering(transactions)], (client) =>
    new LegacyGateway(client).ledger(HELD_FIRST, []),
  )

describe("a payment that was to be held first", () => {
  test("is held when RozetkaPay says so", async () => {
    expect(await ledgerOf(transaction("auth"))).toMatchObject({
      authorized: "100.00",
      captured: "0.00",
    })
  })

  test("is captured when its bank has only payments at once, as Privat24 and payment by parts may", async () => {
    expect(await ledgerOf(transaction("purchase", { payway: "privat24" }))).toMatchObject({
      authorized: "100.00",
      captured: "100.00",
    })
    const refunded = await ledgerOf(
      transaction("purchase"),
      transaction("refund", { operation_id: "r", amount: 30, status_code: "1004" }),
    )
    expect(refunded).toMatchObject({ captured: "100.00", canceled: "0.00", refunded: "30.00" })
  })

  test("is as much taken as was captured, whatever its own entry is called since", async () => {
    const captured = transaction("capture", { operation_id: "c", amount: 40 })
    expect(await ledgerOf(transaction("purchase"), captured)).toMatchObject({ captured: "40.00" })
  })
})

const TO_START: PaymentToStart = {
  ...HELD_FIRST,
  twoStep: false,
  amount: amountOf("100", "UAH"),
  resultUrl: "https://shop.example/back",
  description: "Сорочка",
  customer: {},
  products: [],
  metadata: {},
  instrument: { type: "privat24" },
  remember: false,
}

test("a charge that waits for 3-D Secure has a way on", async () => {
  const waiting = transaction("purchase", {
    status: "pending",
    status_code: "2122",
    user_action_required: true,
    user_action_url: "https://bank.example/3ds",
  })
  const started = await withLegacyGateway([answering(waiting)], (client) =>
    new LegacyGateway(client).start(TO_START),
  )
  expect(started).toMatchObject({ checkoutUrl: "https://bank.example/3ds", decline: null })
})

describe("a charge that is answered by “such an order is there already”", () => {
  const again = (status_code: string) =>
    answering(transaction("purchase", { status: "failure", status_code }))
  const start = (...reactions: Reaction[]) =>
    withLegacyGateway(reactions, (client) => {
      const gateway = new LegacyGateway(client)
      return startPayment(
        gateway,
        (payment) => gateway.ledger(payment, []),
        TO_START,
        "uk",
        () => {},
      )
    })

  test.each([
    "4119",
    "4131",
  ])("code %s: is no decline when the first one was paid", async (code) => {
    const ledger = answering([transaction("purchase")])
    expect(await start(again(code), ledger)).toMatchObject({ paymentId: "p", decline: null })
  })

  test("is a decline when the first one was", async () => {
    const refused = transaction("purchase", { status: "failure", status_code: "4002" })
    expect(await start(again("4119"), answering([refused]))).toMatchObject({
      decline: { code: "4002" },
    })
  })

  test("is not known as long as nothing says what became of the first one", async () => {
    expect(await start(again("4119"), answering([]))).toMatchObject({ decline: null })
  })

  test("says nothing of any other refusal", async () => {
    expect(await start(again("4002"))).toMatchObject({ decline: { code: "4002" } })
  })
})
