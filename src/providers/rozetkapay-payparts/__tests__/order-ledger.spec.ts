import { externalId } from "../../../core/external-id"
import { RecentEvents } from "../../../provider/recent-events"
import { startGateway } from "../../../rozetkapay/__tests__/local-gateway"
import { RozetkaPayClient } from "../../../rozetkapay/client"
import { readPayPartsCallback } from "../../../rozetkapay/webhook/payparts-callback"
import { payPartsEvent } from "../operation-of"
import { PayPartsGateway } from "../payparts-gateway"

const details = (own: object) => ({
  method: "create",
  operation_id: "op-1",
  amount: 1000,
  currency: "UAH",
  status: "success",
  ...own,
})
const SIGNED = details({ status_code: "contract_was_signed_on_client_side" })
const FINAL = details({ status_code: "transaction_successful" })
const order = (own: object) => ({
  external_id: "payses_1",
  amount: "1000.00",
  currency: "UAH",
  ...own,
})

/** What the store believes of `info` and of callbacks: authorized, captured, canceled, refunded. */
const ledgerOf = async (info: object | null, { twoStep = false, told = [] as object[] } = {}) => {
  const gateway = await startGateway(
    info ? { body: info } : { status: 400, body: { code: "data_not_found" } },
  )
  try {
    const client = new RozetkaPayClient({ login: "a", password: "b", apiUrl: gateway.url })
    const events = told.map((one) => {
      const body = JSON.stringify({ id: "1", external_id: "payses_1", details: one })
      return payPartsEvent(readPayPartsCallback(Buffer.from(body)))
    })
    const payment = {
      externalId: externalId("payses_1"),
      twoStep,
      currency: "UAH",
      callbackUrl: "",
    }
    return await new PayPartsGateway(client, new RecentEvents()).ledger(payment, events)
  } finally {
    await gateway.close()
  }
}
const sums = async (...asked: Parameters<typeof ledgerOf>) => {
  const { authorized, captured, canceled, refunded } = await ledgerOf(...asked)
  return [authorized, captured, canceled, refunded]
}
const NOTHING = ["0.00", "0.00", "0.00", "0.00"]
const HELD = ["1000.00", "0.00", "0.00", "0.00"]
const CAPTURED = ["1000.00", "1000.00", "0.00", "0.00"]

describe("the ledger of an order in instalments", () => {
  test.each([
    false,
    true,
  ])("what is signed is held until it is confirmed, also when asked to confirm by itself (%s)", async (twoStep) => {
    expect(await sums(order({ purchased: true, purchase_details: SIGNED }), { twoStep })).toEqual(
      HELD,
    )
    expect(await sums(null, { twoStep, told: [SIGNED] })).toEqual(HELD)
  })

  test.each([
    false,
    true,
  ])("what is final is captured, also when a hold was asked for (%s)", async (twoStep) => {
    expect(await sums(order({ purchased: true, purchase_details: FINAL }), { twoStep })).toEqual(
      CAPTURED,
    )
    expect(await sums(null, { twoStep, told: [FINAL] })).toEqual(CAPTURED)
  })

  test.each([
    [
      "an order that nobody has signed",
      order({
        purchased: false,
        purchase_details: details({ status: "pending", status_code: "pending" }),
      }),
    ],
    [
      "a status that nobody knows",
      order({
        purchased: true,
        purchase_details: details({ status: "created", status_code: "created" }),
      }),
    ],
    [
      "a success by a code that is no money",
      order({
        purchased: true,
        purchase_details: details({ status_code: "order_with_postpayment_confirmed" }),
      }),
    ],
    [
      "a success that is not called purchased",
      order({ purchased: false, purchase_details: SIGNED }),
    ],
  ])("%s is not yet money", async (_, info) => {
    expect(await sums(info)).toEqual(NOTHING)
  })

  test("while the customer is asked, the payment waits", async () => {
    const waiting = details({ status: "pending", status_code: "waiting_for_redirect" })
    expect(await ledgerOf(order({ purchase_details: waiting }))).toMatchObject({
      pending: true,
      unclear: null,
    })
    expect(await ledgerOf(null)).toMatchObject({ pending: false, unclear: null, decline: null })
  })

  test("a refusal says why", async () => {
    const refused = details({ status: "failure", status_code: "user_not_found" })
    const { decline, pending } = await ledgerOf(order({ purchase_details: refused }))
    expect([decline?.code, pending]).toEqual(["user_not_found", false])
  })

  test("a callback is what its method says: a confirm captures, a cancel frees, a refund counts while it is on its way", async () => {
    const signed = order({ purchased: true, purchase_details: SIGNED })
    const confirm = details({
      method: "confirm",
      operation_id: "op-2",
      status_code: "transaction_successful",
    })
    const cancel = details({
      method: "cancel",
      operation_id: "op-3",
      status_code: "cancel_successful",
    })
    const refund = details({
      method: "refund",
      operation_id: "op-4",
      status: "pending",
      status_code: "pending",
      amount: 250.5,
    })
    expect(await sums(signed, { twoStep: true, told: [confirm] })).toEqual(CAPTURED)
    expect(await sums(signed, { twoStep: true, told: [cancel] })).toEqual([
      "1000.00",
      "0.00",
      "1000.00",
      "0.00",
    ])
    expect(await sums(signed, { told: [confirm, refund] })).toEqual([
      "1000.00",
      "1000.00",
      "0.00",
      "250.50",
    ])
    const unknown = details({ method: "teleport", operation_id: "op-5" })
    const wordless = details({ method: undefined, operation_id: "op-6" })
    expect(await sums(null, { told: [unknown, wordless] })).toEqual(NOTHING)
  })

  test("a capture that only the sums of info show counts, once", async () => {
    const info = order({
      purchased: true,
      purchase_details: SIGNED,
      confirmed: true,
      amount_confirmed: "1000.00",
      confirmation_details: null,
    })
    expect(await sums(info, { twoStep: true })).toEqual(CAPTURED)
  })

  test("money that nobody says the amount of is unclear", async () => {
    const { unclear } = await ledgerOf(
      order({
        amount: null,
        purchased: true,
        purchase_details: details({ amount: null, status_code: "transaction_successful" }),
      }),
    )
    expect(unclear).toEqual(expect.any(String))
  })
})
