import { untouchedLedger } from "../../../core/fold-ledger"
import { transaction } from "../../../rozetkapay-legacy/transactions/transaction"
import { legacyDetails } from "../legacy-details"
import { eventOf } from "../legacy-event"
import { legacyLedger } from "../legacy-ledger"

const base = { payment_id: "p", order_id: "o", currency: "UAH", status: "success" }
const read = (more: Record<string, unknown>) => transaction.parse({ ...base, ...more })

const auth = read({ transaction_id: "t", method: "auth", amount: 100, status_code: "1000" })
const capture = (operation_id: string, amount: number, status_code = "1000", status = "success") =>
  read({ transaction_id: "t", operation_id, method: "capture", amount, status_code, status })
const refund = (operation_id: string, amount: number, status_code: string, status: string) =>
  read({ operation_id, method: "refund", amount, status_code, status })

const twoStep = { twoStep: true, currency: "UAH" }
const ledgerOf = (...transactions: ReturnType<typeof read>[]) => legacyLedger(transactions, twoStep)

test("an order nobody has paid has no ledger", () => {
  expect(ledgerOf()).toEqual(untouchedLedger("UAH"))
  expect(ledgerOf(read({ method: "lookup" }), read({ method: "p2p" }))).toEqual(
    untouchedLedger("UAH"),
  )
})

test("a hold, a partial capture, the cancellation of the rest and refunds add up", () => {
  const canceled = read({ operation_id: "v", method: "void", amount: 20, status_code: "1009" })
  expect(
    ledgerOf(
      auth,
      capture("c1", 30.1),
      capture("c2", 49.9),
      capture("c3", 20, "5112", "failure"),
      canceled,
      refund("r1", 10.05, "1004", "success"),
      refund("r2", 5, "2000", "pending"),
      refund("r3", 7, "4002", "failure"),
    ),
  ).toMatchObject({
    paymentId: "p",
    unclear: null,
    authorized: "100.00",
    captured: "80.00",
    canceled: "20.00",
    refunded: "15.05",
    refundFailed: true,
  })
})

test("a hold where payment at once was asked for is held until it is captured", () => {
  const atOnce = { twoStep: false, currency: "UAH" }
  expect(legacyLedger([auth], atOnce)).toMatchObject({
    authorized: "100.00",
    captured: "0.00",
  })
  const captured = legacyLedger([auth, capture("c1", 100)], atOnce)
  expect(captured).toMatchObject({ authorized: "100.00", captured: "100.00" })
})

test("an invoice that nobody has tried to pay is neither paid nor on its way", () => {
  const invoice = read({ transaction_id: "t", method: "auth", status: "init", status_code: "2117" })
  expect(legacyDetails([invoice]).operations).toEqual([])
  expect(ledgerOf(invoice)).toMatchObject({
    paymentId: "p",
    pending: false,
    decline: null,
    authorized: "0.00",
  })
})

test("a refunded payment whose own entry turned into a failure is unclear, never unpaid", () => {
  const failed = read({
    transaction_id: "t",
    method: "auth",
    amount: 100,
    status: "failure",
    status_code: "5154",
  })
  const { unclear } = ledgerOf(failed, refund("r1", 100, "1004", "success"))
  expect(unclear).toMatch(/paid, but not how much/)
})

test("a capture on its way is neither made nor to be made again", () => {
  expect(ledgerOf(auth, capture("c1", 40, "2119", "pending"))).toMatchObject({
    captured: "0.00",
    underWay: { capture: "40.00", cancel: "0.00" },
  })
})

test("an attempt that waits for 3-D Secure is pending; a declined one says why", () => {
  const waiting = read({
    transaction_id: "t",
    method: "purchase",
    amount: 100,
    status: "pending",
    status_code: "2122",
    user_action_required: true,
    user_action_url: "https://bank.example/3ds",
  })
  expect(ledgerOf(waiting)).toMatchObject({ pending: true, authorized: "0.00" })
  const declined = read({
    transaction_id: "u",
    method: "auth",
    amount: 100,
    status: "failure",
    status_code: "4009",
  })
  expect(ledgerOf(declined)).toMatchObject({ pending: false, decline: { code: "4009" } })
})

test("a webhook that is newer than the ledger counts once, however often it comes", () => {
  const webhook = eventOf(capture("c1", 40), "pos")
  expect(webhook).toMatchObject({
    externalId: "o",
    operations: [{ kind: "capture", status: "success" }],
  })
  for (const known of [[auth], [auth, capture("c1", 40)]]) {
    const ledger = legacyLedger(known, twoStep, [webhook, webhook])
    expect(ledger.captured).toBe("40.00")
  }
})

test("money that moved without an amount makes the ledger unclear instead of smaller", () => {
  const wordless = read({ operation_id: "r", method: "refund", status_code: "1004" })
  expect(ledgerOf(auth, capture("c1", 100), wordless).unclear).toMatch(/refunded/)
})

test("a payment that was refused, tried again under the same id and paid is paid", () => {
  const attempt = (status: string, status_code: string) =>
    read({ transaction_id: "t", method: "auth", amount: 100, status, status_code })
  const refused = attempt("failure", "4002")
  const paid = { unclear: null, authorized: "100.00", decline: null }
  expect(ledgerOf(refused, attempt("success", "1000"))).toMatchObject(paid)
  expect(ledgerOf(attempt("success", "1000"), refused)).toMatchObject(paid)
  expect(ledgerOf(refused, attempt("pending", "2000"))).toMatchObject({ authorized: "0.00" })
})
