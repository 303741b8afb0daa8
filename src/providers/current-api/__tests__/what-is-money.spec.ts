import { someLedger } from "../../../core/__tests__/random-ledgers"
import type { Ledger } from "../../../core/ledger"
import { paymentInfo } from "../../../rozetkapay/payments/payment-info"
import { parseCallback } from "../../../rozetkapay/webhook/callback"
import { recurrentIn } from "../../rozetkapay/found-recurrent"
import { gatewayLedger } from "../gateway-ledger"
import { eventOf } from "../webhook-event"

const oneStep = { twoStep: false, currency: "UAH" }
const twoStep = { twoStep: true, currency: "UAH" }
const either = [oneStep, twoStep]

const info = (fields: Record<string, unknown>) =>
  paymentInfo.parse({
    id: "1",
    external_id: "payses_01",
    amount: "100",
    currency: "UAH",
    ...fields,
  })

const entry = (fields: Record<string, unknown> = {}) => ({
  operation_id: "11",
  amount: "100",
  currency: "UAH",
  status: "success",
  ...fields,
})

const answered = (operation: string, details: Record<string, unknown>) =>
  parseCallback(
    Buffer.from(JSON.stringify({ id: "1", external_id: "payses_01", operation, details })),
  )

const callback = (operation: string, details: Record<string, unknown>) =>
  eventOf(answered(operation, details))

const sums = ({ currency, authorized, captured, canceled, refunded }: Ledger): Ledger => ({
  currency,
  authorized,
  captured,
  canceled,
  refunded,
})

const nothing = someLedger()
const held = someLedger({ authorized: "100" })
const captured = someLedger({ authorized: "100", captured: "100" })
const canceled = someLedger({ authorized: "100", canceled: "100" })

describe("an order that is paid when the parcel comes", () => {
  const postpaid = entry({ status_code: "order_with_postpayment_confirmed", recurrent_id: "7" })

  test("shows no money, by its callback and by info, whatever was asked for, and is not yet final", () => {
    for (const asked of either) {
      for (const ledger of [
        gatewayLedger(null, asked, [callback("payment", postpaid)]),
        gatewayLedger(info({ purchased: true, purchase_details: [postpaid] }), asked),
        gatewayLedger(info({ purchased: true, purchase_details: [postpaid] }), asked, [
          callback("payment", postpaid),
          callback("payment", { ...postpaid, operation_id: null }),
        ]),
      ]) {
        expect(sums(ledger)).toEqual(nothing)
        expect(ledger).toMatchObject({ unclear: null, pending: true, decline: null })
      }
    }
  })

  test("is paid once its money came, under the same id or under another", () => {
    for (const operation_id of ["11", "12"]) {
      const came = entry({ operation_id, status_code: "transaction_successful" })
      const caughtUp = info({ purchased: true, purchase_details: [postpaid, came] })
      expect(sums(gatewayLedger(caughtUp, oneStep))).toEqual(captured)
      const told = [callback("payment", came), callback("payment", postpaid)]
      expect(sums(gatewayLedger(null, oneStep, told))).toEqual(captured)
      expect(sums(gatewayLedger(null, oneStep, told.reverse()))).toEqual(captured)
    }
  })

  test("gives no consent to charge the card later", () => {
    expect(recurrentIn(answered("payment", postpaid).details, null)).toBeNull()
  })
})

test("a success with a code that nobody knows, or that says otherwise, is not money", () => {
  for (const status_code of [
    "order_with_prepayment_confirmed",
    "a_code_of_tomorrow",
    "waiting_for_redirect",
    "transaction_rejected",
    "TRANSACTION_SUCCESSFUL",
  ]) {
    for (const asked of either) {
      const odd = entry({ status_code })
      const told = gatewayLedger(null, asked, [callback("payment", odd)])
      expect([status_code, sums(told), told.pending]).toEqual([status_code, nothing, true])
      const flagged = gatewayLedger(info({ purchased: true, purchase_details: [odd] }), asked)
      expect([status_code, sums(flagged)]).toEqual([status_code, nothing])
      expect(flagged.unclear).not.toBeNull()
    }
  }
  for (const status_code of [null, "", "transaction_successful", 1000, "1000"]) {
    const paid = info({ purchased: true, purchase_details: [entry({ status_code })] })
    expect([status_code, sums(gatewayLedger(paid, oneStep))]).toEqual([status_code, captured])
  }
})

describe("a payment that is called paid without an attempt that paid", () => {
  test("is unclear: neither held nor paid, however the attempts are missing", () => {
    for (const purchase_details of [
      undefined,
      null,
      [],
      [entry({ status: "failure", status_code: "insufficient_funds" })],
      [entry({ status: "pending" })],
      [entry({ status: "odd" }), entry({ operation_id: "12", status: "failure" })],
      "none",
    ]) {
      for (const asked of either) {
        for (const more of [{}, { confirmed: true, amount_confirmed: "100" }]) {
          const flagged = info({ purchased: true, purchase_details, ...more })
          const ledger = gatewayLedger(flagged, asked)
          expect([purchase_details, sums(ledger)]).toEqual([purchase_details, nothing])
          expect(ledger.unclear).toMatch(/no attempt to pay/)
        }
      }
    }
  })

  test("is paid when a capture, a cancellation or a refund shows that it was", () => {
    const failed = entry({ status: "failure", status_code: "payment_was_refunded" })
    const moved = { purchased: true, purchase_details: [failed] }
    const refund = [entry({ operation_id: "21", amount: "40" })]
    expect(sums(gatewayLedger(info({ ...moved, refund_details: refund }), oneStep))).toEqual(
      someLedger({ authorized: "100", captured: "100", refunded: "40" }),
    )
    expect(sums(gatewayLedger(info({ ...moved, confirmation_details: refund }), twoStep))).toEqual(
      someLedger({ authorized: "100", captured: "40" }),
    )
  })
})

describe("a hold that the bank let go", () => {
  const gone = (fields: Record<string, unknown> = {}) =>
    entry({ status: "failure", status_code: "hold_cancelled_by_bank", method: "auth", ...fields })

  test("is canceled: under its own id or another one, told by info or by a callback", () => {
    const hold = entry({ method: "auth" })
    for (const purchase_details of [
      [gone()],
      [gone({ amount: null })],
      [hold, gone()],
      [gone(), hold],
      [hold, gone({ operation_id: "12" })],
      [entry({ operation_id: "10", status: "failure" }), hold, gone({ operation_id: "12" })],
    ]) {
      const known = info({ purchased: true, purchase_details })
      const ledger = gatewayLedger(known, twoStep, [callback("payment", hold)])
      expect([purchase_details, sums(ledger)]).toEqual([purchase_details, canceled])
      expect(sums(gatewayLedger(known, oneStep))).toEqual(canceled)
    }
    const lagging = info({ purchased: true, purchase_details: [hold] })
    for (const operation of ["payment", "confirm", "cancel"]) {
      const told = [
        callback(operation, gone({ operation_id: operation === "payment" ? "11" : "12" })),
      ]
      expect([operation, sums(gatewayLedger(lagging, twoStep, told))]).toEqual([
        operation,
        canceled,
      ])
    }
  })

  test("keeps what had been captured of it before", () => {
    const known = info({
      purchased: true,
      purchase_details: [entry(), gone()],
      confirmation_details: [entry({ operation_id: "21", amount: "30" })],
    })
    expect(sums(gatewayLedger(known, twoStep))).toEqual(
      someLedger({ authorized: "100", captured: "30", canceled: "70" }),
    )
  })

  test("is held again when another attempt has paid since", () => {
    const known = info({
      purchased: true,
      purchase_details: [gone({ operation_id: "10" }), entry({ method: "auth" })],
    })
    expect(sums(gatewayLedger(known, twoStep))).toEqual(held)
  })

  test("of a payment that is not called paid is a refused attempt", () => {
    const ledger = gatewayLedger(info({ purchased: false, purchase_details: [gone()] }), twoStep)
    expect(sums(ledger)).toEqual(nothing)
    expect(ledger.decline).toMatchObject({ code: "hold_cancelled_by_bank" })
  })
})

test("a dispute that was won, whose chargeback is not listed, takes nothing away from other money back", () => {
  const won = entry({ operation_id: "32", amount: "60", method: "representment" })
  const paid = { purchased: true, purchase_details: [entry()], refund_details: [won] }
  const canceledInPart = info({ ...paid, canceled: true, amount_canceled: "60" })
  expect(sums(gatewayLedger(canceledInPart, oneStep))).toEqual(
    someLedger({ authorized: "100", captured: "100", refunded: "60" }),
  )
})

describe("what the answer itself calls a hold", () => {
  const words = [
    { method: "auth" },
    { status_code: "amount_was_successfully_blocked" },
    { method: "purchase", status_code: "amount_was_successfully_blocked" },
    { method: "auth", status_code: "transaction_successful" },
  ]

  test("is held though it was asked to be captured at once, by info and by the callback", () => {
    for (const says of words) {
      const hold = entry(says)
      const known = info({ purchased: true, confirmed: false, purchase_details: [hold] })
      expect([says, sums(gatewayLedger(known, oneStep))]).toEqual([says, held])
      const told = gatewayLedger(null, oneStep, [callback("payment", hold)])
      expect([says, sums(told)]).toEqual([says, held])
    }
  })

  test("is captured when it is captured, canceled when it is cancelled, and returned only when refunded", () => {
    const hold = { purchased: true, purchase_details: [entry({ method: "auth" })] }
    const capture = entry({ operation_id: "21", method: "capture" })
    expect(
      sums(gatewayLedger(info({ ...hold, confirmation_details: [capture] }), oneStep)),
    ).toEqual(captured)
    expect(sums(gatewayLedger(info(hold), oneStep, [callback("confirm", capture)]))).toEqual(
      captured,
    )
    expect(sums(gatewayLedger(info({ ...hold, confirmed: true }), oneStep))).toEqual(captured)
    expect(sums(gatewayLedger(info({ ...hold, canceled: true }), oneStep))).toEqual(canceled)
    const refunded = {
      ...hold,
      confirmation_details: [capture],
      refund_details: [entry({ operation_id: "31", amount: "5" })],
    }
    expect(sums(gatewayLedger(info(refunded), oneStep))).toEqual(
      someLedger({ authorized: "100", captured: "100", refunded: "5" }),
    )
  })

  test("a hold that was asked for stays one when the answer calls it a purchase, until it is captured", () => {
    const hold = { purchased: true, purchase_details: [entry({ method: "purchase" })] }
    expect(sums(gatewayLedger(info(hold), twoStep))).toEqual(held)
    expect(sums(gatewayLedger(info({ ...hold, confirmed: true }), twoStep))).toEqual(captured)
  })
})

describe("a movement that is known by its transaction id alone", () => {
  const paid = { purchased: true, purchase_details: [entry({ transaction_id: "t1" })] }
  const refund = entry({ operation_id: null, transaction_id: "t2", amount: "10" })
  const told = [callback("refund", refund), callback("refund", refund)]

  test("is counted at once, and once, also when info has it under either id or under both", () => {
    expect(gatewayLedger(info(paid), oneStep, told).refunded).toBe("10.00")
    for (const ids of [
      { operation_id: null, transaction_id: "t2" },
      { operation_id: "21", transaction_id: "t2" },
      { operation_id: "21", transaction_id: null },
    ]) {
      const listed = info({ ...paid, refund_details: [{ ...refund, ...ids }] })
      expect([ids, gatewayLedger(listed, oneStep, told).refunded]).toEqual([ids, "10.00"])
    }
  })

  test("is another one beside those that info lists, also when these share a transaction", () => {
    const [one, two] = [
      { ...refund, operation_id: "21", transaction_id: "t8" },
      { ...refund, operation_id: "22", transaction_id: "t8" },
    ]
    const listed = info({ ...paid, refund_details: [one, two] })
    expect(gatewayLedger(listed, oneStep).refunded).toBe("20.00")
    expect(gatewayLedger(listed, oneStep, told).refunded).toBe("30.00")
    const ofTheSame = [callback("refund", { ...refund, transaction_id: "t8" })]
    expect(gatewayLedger(listed, oneStep, ofTheSame).refunded).toBe("20.00")
  })

  test("is final once a later word says so, in any order", () => {
    const pending = callback("refund", { ...refund, status: "pending" })
    const failed = callback("refund", { ...refund, operation_id: "21", status: "failure" })
    for (const words of [
      [pending, failed],
      [failed, pending],
    ]) {
      expect(gatewayLedger(info(paid), oneStep, words)).toMatchObject({
        refunded: "0.00",
        refundFailed: true,
      })
    }
  })

  test("goes for captures and cancels too", () => {
    const capture = callback("confirm", { ...refund, amount: "60" })
    const cancellation = callback("cancel", { ...refund, transaction_id: "t3", amount: "40" })
    expect(sums(gatewayLedger(info(paid), twoStep, [capture, cancellation, capture]))).toEqual(
      someLedger({ authorized: "100", captured: "60", canceled: "40" }),
    )
  })
})
