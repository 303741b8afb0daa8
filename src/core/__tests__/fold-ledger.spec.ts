import fc from "fast-check"
import { foldLedger, untouchedLedger } from "../fold-ledger"
import { sum } from "../money"
import { capturedAtOnce, type Operation } from "../operation"
import { amountPaid, attemptsOf, latestOf } from "../same-operation"
import { minor, someLedger } from "./random-ledgers"

const UAH = { currency: "UAH" }
const operation = (
  kind: Operation["kind"],
  amount: string | null,
  more: Partial<Operation> = {},
): Operation => ({
  kind,
  id: null,
  transaction: null,
  status: "success",
  amount,
  currency: null,
  ...more,
})
const fold = (...operations: Operation[]) => foldLedger(operations, UAH)

describe("a payment's operations as its ledger", () => {
  test("no operation is no money", () => {
    expect(fold()).toEqual(untouchedLedger("UAH"))
  })

  test("a hold, its captures, the cancellation of the rest and refunds add up", () => {
    expect(
      fold(
        operation("authorize", "100", { says: "hold" }),
        operation("capture", "30.1"),
        operation("capture", "49.9"),
        operation("cancel", "20"),
        operation("refund", "10.05"),
      ),
    ).toMatchObject(
      someLedger({ authorized: "100", captured: "80", canceled: "20", refunded: "10.05" }),
    )
  })

  test("a payment that was captured at once needs no capture, and is canceled by refunding it", () => {
    const paid = operation("authorize", "100")
    const canceled = operation("cancel", "40")
    expect(fold(...capturedAtOnce([paid, operation("capture", "100"), canceled]))).toMatchObject(
      someLedger({ authorized: "100", captured: "100", refunded: "40" }),
    )
  })

  test("a refund on its way counts as made; a capture and a cancellation on theirs do not", () => {
    const status = "pending"
    expect(
      fold(
        operation("authorize", "100"),
        operation("capture", "60"),
        operation("capture", "20", { status }),
        operation("cancel", "15", { status }),
        operation("refund", "5", { status }),
      ),
    ).toMatchObject({
      ...someLedger({ authorized: "100", captured: "60", refunded: "5" }),
      underWay: { capture: "20.00", cancel: "15.00" },
    })
  })

  test("a refused attempt says why, until another one is under way or has paid", () => {
    const refused = operation("authorize", "100", {
      id: "7",
      status: "failure",
      decline: { code: "insufficient_funds", description: "Not enough" },
    })
    const decline = { code: "insufficient_funds", description: "Not enough", attempt: "7" }
    const waiting = operation("authorize", "100", { status: "pending" })
    expect(fold(refused)).toMatchObject({ decline, pending: false })
    expect(fold(refused, waiting)).toMatchObject({ decline: null, pending: true })
    expect(fold(refused, operation("authorize", "100"))).toMatchObject({
      decline: null,
      pending: false,
    })
  })

  test.each([
    ["a payment", [operation("authorize", null)], /paid, but not how much/],
    ["a capture", [operation("authorize", "9"), operation("capture", null)], /captured/],
    ["a refund", [operation("refund", null, { status: "pending" })], /refunded/],
    ["an amount below zero", [operation("authorize", "-9")], /below zero/],
    ["money of tomorrow", [operation("authorize", "9", { currency: "ZZZ" })], /ZZZ/],
    [
      "two currencies",
      [
        operation("authorize", "9", { currency: "UAH" }),
        operation("refund", "9", { currency: "USD" }),
      ],
      /different currencies/,
    ],
  ])("%s that can't be counted leaves every sum at nothing, with the reason", (_, operations, why) => {
    const ledger = fold(...operations)
    expect(ledger).toMatchObject(someLedger())
    expect(ledger.unclear).toMatch(why)
  })

  test("what has failed and nobody says how much of it moved nothing", () => {
    const failed = operation("refund", null, { status: "failure" })
    expect(fold(operation("authorize", "9", { says: "charge" }), failed)).toMatchObject({
      ...someLedger({ authorized: "9", captured: "9" }),
      unclear: null,
      refundFailed: true,
    })
  })

  test("a dispute that the merchant won takes the chargeback back", () => {
    expect(
      fold(
        operation("authorize", "100", { says: "charge" }),
        operation("refund", "40"),
        operation("refund", "40", { says: "won_back" }),
      ),
    ).toMatchObject({ refunded: "0.00", refundFailed: true })
  })

  test("what the payer's bank took is told from the merchant's own refunds, less what was won back", () => {
    const charged = operation("authorize", "100", { says: "charge" })
    const disputed = operation("refund", "60", { says: "charged_back" })
    const won = operation("refund", "20", { says: "won_back" })
    const lost = operation("refund", "5", { says: "charged_back", status: "failure" })
    const own = operation("refund", "10")
    expect(fold(charged, own, disputed, won, lost)).toMatchObject({
      refunded: "50.00",
      chargedBack: "40.00",
      refundDecline: null,
    })
  })

  test("why the last refund failed is told, but not of one that was called off", () => {
    const charged = operation("authorize", "100", { says: "charge" })
    const decline = { code: "rejected_by_bank", description: null }
    const failed = operation("refund", "10", { status: "failure", decline })
    const calledOff = operation("refund", "10", { status: "failure", says: "called_off" })
    expect(fold(charged, failed).refundDecline).toMatchObject(decline)
    expect(fold(charged, failed, calledOff).refundDecline).toBeNull()
    expect(fold(charged, calledOff, failed).refundDecline).toMatchObject(decline)
  })

  test("each sum is what its operations add up to, in whatever order they are told of", () => {
    const some = fc.array(
      fc.record({
        kind: fc.constantFrom("authorize", "capture", "cancel", "refund"),
        units: fc.integer({ min: 0, max: 1_000_000 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        some.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (all) => {
          const of = (wanted: Operation["kind"]) =>
            sum(
              all.filter(({ kind }) => kind === wanted).map(({ units }) => minor(units)),
              "UAH",
            )
          expect(
            fold(...all.map(({ kind, units }) => operation(kind, minor(units)))),
          ).toMatchObject({
            authorized: of("authorize"),
            captured: of("capture"),
            canceled: of("cancel"),
            refunded: of("refund"),
          })
        },
      ),
    )
  })
})

describe("what is told of one operation several times", () => {
  const pending = operation("refund", "10", { id: "1", status: "pending" })
  const failed = operation("refund", "10", { id: "1", transaction: "t", status: "failure" })

  test("is one operation, as final as its last word, in any order", () => {
    expect(latestOf([pending, failed])).toEqual([failed])
    expect(latestOf([failed, pending, pending])).toEqual([failed])
  })

  test("is another one when it has another name, or none", () => {
    const other = operation("refund", "10", { id: "2" })
    const nameless = operation("refund", "10")
    expect(latestOf([pending, other, nameless, nameless])).toHaveLength(4)
  })

  test("is one attempt that paid, where the tries before it share its name", () => {
    const refused = operation("authorize", "100", { id: "1", status: "failure" })
    const paid = operation("authorize", "100", { id: "1" })
    expect(attemptsOf([refused, paid])).toEqual([paid])
    expect(attemptsOf([paid, refused])).toEqual([paid])
  })

  test("is paid once, by the greatest of the reports", () => {
    const reports = [
      operation("authorize", null),
      operation("authorize", "99"),
      operation("authorize", "100"),
    ]
    expect(amountPaid(reports, "UAH")).toBe("100.00")
    expect(amountPaid(reports.slice(0, 1), "UAH")).toBeNull()
  })
})

describe("what stands beside the sums", () => {
  const refused = (more: Partial<Operation> = {}) =>
    operation("authorize", null, { status: "failure", decline: NO_FUNDS, ...more })
  const failedRefund = (more: Partial<Operation> = {}) =>
    operation("refund", "10", { status: "failure", decline: NO_FUNDS, ...more })
  const NO_FUNDS = { code: "no_funds", description: "No funds" }
  const PAID = operation("authorize", "100", { says: "charge" })

  test("is no refusal and no attempt under way once one has paid, whatever came after", () => {
    const underWay = operation("authorize", "100", { status: "pending" })
    expect(fold(PAID, refused())).toMatchObject({ decline: null, pending: false })
    expect(fold(PAID, underWay)).toMatchObject({ decline: null, pending: false })
    expect(fold(refused(), underWay)).toMatchObject({ decline: null, pending: true })
  })

  test("is the last refusal, by its id, its transaction, or which attempt it was", () => {
    const attemptOf = (...operations: Operation[]) => fold(...operations).decline?.attempt
    expect(attemptOf(refused(), refused({ id: "7", transaction: "t" }))).toBe("7")
    expect(attemptOf(refused({ transaction: "t" }))).toBe("t")
    expect(attemptOf(refused(), refused())).toBe("2")
    expect(fold(refused({ decline: undefined })).decline).toMatchObject({
      code: null,
      description: null,
    })
  })

  test("is a cancellation under way only until it is done", () => {
    const cancel = operation("cancel", "40")
    const underWay = operation("cancel", "10", { status: "pending" })
    const held = operation("authorize", "100", { says: "hold" })
    expect(fold(held, cancel, underWay)).toMatchObject({
      canceled: "40.00",
      underWay: { capture: "0.00", cancel: "10.00" },
    })
  })

  test("is why a refund failed, also when another was made since, but not a dispute that was won", () => {
    const made = operation("refund", "10")
    const won = operation("refund", "10", { says: "won_back" })
    const lost = operation("refund", "10", { says: "charged_back" })
    expect(fold(PAID, failedRefund(), made).refundDecline).toMatchObject({
      ...NO_FUNDS,
      attempt: "2",
    })
    expect(fold(PAID, made).refundDecline).toBeNull()
    expect(fold(PAID, lost, failedRefund(), won).refundDecline).toBeNull()
    expect(fold(PAID, failedRefund({ says: "called_off" })).refundDecline).toBeNull()
  })

  test("is in the currency of what moved money, whatever a failed attempt was in", () => {
    const other = operation("capture", "1", { status: "failure", currency: "EUR" })
    expect(fold(other, PAID, operation("refund", "10", { currency: "UAH" }))).toMatchObject({
      currency: "UAH",
      unclear: null,
    })
  })
})
