import { externalId } from "../../../core/external-id"
import { amountOf, moneyOf } from "../../../core/money"
import type { PaymentReference, PaymentToStart } from "../../../provider/payment-gateway"
import {
  dropConnection,
  type Reaction,
  withGateway,
} from "../../../rozetkapay/__tests__/local-gateway"
import { AlternativeGateway } from "../alternative-gateway"
import { alternativeAdapter } from "../descriptor"

const PAYMENT: PaymentReference = {
  externalId: externalId("payses_1"),
  twoStep: false,
  currency: "PLN",
  callbackUrl: "https://shop.example/callback",
  choice: { method: "blik" },
}
const PAGE = "https://bank.example/pay"

const toStart = (method: string, more: Partial<PaymentToStart> = {}): PaymentToStart => ({
  ...PAYMENT,
  amount: amountOf("149.90", "PLN"),
  resultUrl: "https://shop.example/return",
  description: "Koszula × 2",
  customer: { email: "anna@shop.example", country: "PL", ipv6Address: "2001:db8::7" },
  products: [],
  metadata: { medusa_session: "payses_1" },
  instrument: null,
  remember: false,
  choice: { method },
  code: "777123",
  ...more,
})

const step = (more: Record<string, unknown> = {}) => ({
  method: "create",
  operation_id: "op_1",
  transaction_id: "tr_1",
  amount: 149.9,
  currency: "PLN",
  status: "success",
  status_code: "transaction_successful",
  ...more,
})
const answered = (details: unknown, more = {}): Reaction => ({
  body: { id: "1", external_id: "payses_1", details, ...more },
})
const shown = (more: Record<string, unknown>): Reaction => ({
  body: { external_id: "payses_1", amount: "149.90", ...more },
})

const start = (payment: PaymentToStart, ...reactions: Reaction[]) =>
  withGateway(reactions, (client) => new AlternativeGateway(client).start(payment))
const ledgerOf = (reaction: Reaction, payment = PAYMENT) =>
  withGateway([reaction], (client) => new AlternativeGateway(client).ledger(payment, []))
const sent = (payment: PaymentToStart): Promise<unknown> =>
  withGateway([answered(step())], async (client, { requests }) => {
    await new AlternativeGateway(client).start(payment)
    return JSON.parse(requests[0]?.body ?? "")
  })

describe("starting an alternative payment", () => {
  test.each([
    ["blik", { provider: "imoje" }, { type: "blik", blik: { blik_code: "777123" } }],
    ["blik_paylater", { provider: "imoje" }, { type: "blik_paylater" }],
    ["leasing", { provider: "imoje" }, { type: "leasing" }],
    ["leaselink", { provider: "leaselink" }, { type: "leasing" }],
    ["santander", { provider: "santander" }, undefined],
    ["przelewy24", { provider: "przelewy24" }, undefined],
  ])("%s goes to its provider", async (method, provider, paymentMethod) => {
    const body = await sent(toStart(method))
    expect(body).toMatchObject(provider)
    expect(body).toHaveProperty("customer.ip_address", "2001:db8::7")
    if (paymentMethod) expect(body).toHaveProperty("customer.payment_method", paymentMethod)
    else expect(body).not.toHaveProperty("customer.payment_method")
  })

  test("the goods go as whole pieces at a price, which make up the payment", async () => {
    const products = [
      {
        name: "Koszula",
        quantity: "2",
        netAmount: amountOf("49.95", "PLN"),
        currency: "PLN",
        category: "Odzież",
      },
      { name: "Dostawa", quantity: "1", netAmount: amountOf("50.00", "PLN"), currency: "PLN" },
    ]
    expect(await sent(toStart("santander", { products }))).toMatchObject({
      products: [
        { name: "Koszula", quantity: 2, price: 49.95, category: "Odzież" },
        { name: "Dostawa", quantity: 1, price: 50 },
      ],
    })
  })

  test("a payment without lines is a line itself: the lender wants one", async () => {
    expect(await sent(toStart("santander"))).toMatchObject({
      products: [{ name: "Koszula × 2", quantity: 1, price: 149.9 }],
    })
  })

  test("the shopper goes on to the bank's page where there is one", async () => {
    const pending = step({
      status: "pending",
      status_code: "waiting_for_redirect",
      action: { type: "url", value: PAGE },
    })
    expect(await start(toStart("przelewy24"), answered(pending))).toEqual({
      paymentId: "1",
      checkoutUrl: PAGE,
      decline: null,
    })
  })

  test("by BLIK there is nowhere to go: the bank asks in its app", async () => {
    const pending = step({ status: "pending", status_code: "confirmation_required" })
    expect(await start(toStart("blik"), answered(pending))).toEqual({
      paymentId: "1",
      checkoutUrl: null,
      decline: null,
    })
  })

  test("a refusal at once is one, with its code", async () => {
    const refused = step({ status: "failure", status_code: "wrong_otp_code" })
    expect((await start(toStart("blik"), answered(refused))).decline).toMatchObject({
      code: "wrong_otp_code",
    })
  })

  test("an answer that says nothing at all is not taken for a payment that waits", async () => {
    await expect(start(toStart("przelewy24"), answered(null))).rejects.toMatchObject({
      kind: "malformed",
      mayHaveHappened: true,
    })
  })

  test.each([
    "transaction_already_paid",
    "order_is_duplicated",
  ])("%s tells of an earlier request: what became of that is not known", async (code) => {
    const refused = { status: 400, body: { code, type: "payment_error" } }
    await expect(start(toStart("blik"), refused)).rejects.toMatchObject({
      kind: "outcome_unknown",
      code,
      isAboutTheCard: false,
    })
  })

  test.each([
    ["no method", { choice: undefined }],
    ["a method that there is not", { choice: { method: "cash" } }],
    ["BLIK without a code", { code: undefined }],
  ])("%s sends nothing", async (_, more) => {
    await withGateway([answered(step())], async (client, { requests }) => {
      const starting = new AlternativeGateway(client).start(toStart("blik", more))
      await expect(starting).rejects.toMatchObject({ kind: "rejected" })
      expect(requests).toHaveLength(0)
    })
  })
})

describe("the ledger of an alternative payment", () => {
  test("what is paid is captured, whatever was asked for", async () => {
    const paid = shown({ purchased: true, purchase_details: [step()] })
    for (const twoStep of [false, true]) {
      expect(await ledgerOf(paid, { ...PAYMENT, twoStep })).toMatchObject({
        currency: "PLN",
        authorized: "149.90",
        captured: "149.90",
      })
    }
  })

  test.each([
    ["pending", "confirmation_required"],
    ["pending", "waiting_for_redirect"],
    ["init", "transaction_created"],
    ["teleported", "transaction_successful"],
    ["success", "a_code_of_next_year"],
  ])("%s with %s is not yet", async (status, status_code) => {
    for (const purchased of [false, true, null]) {
      const ledger = await ledgerOf(
        shown({ purchased, purchase_details: [step({ status, status_code })] }),
      )
      expect([ledger.authorized, ledger.captured]).toEqual(["0.00", "0.00"])
      expect(ledger.decline).toBeNull()
    }
  })

  test("a signed contract is held money, and the merchant's where that was the only step", async () => {
    const signed = { status_code: "contract_was_signed_on_client_side" }
    const of = (more: object) =>
      ledgerOf(shown({ purchased: true, purchase_details: [step({ ...signed, ...more })] }))
    expect(await of({})).toMatchObject({ authorized: "149.90", captured: "0.00" })
    expect(await of({ one_stage: true })).toMatchObject({ captured: "149.90" })
  })

  test("a refund on its way counts, one that failed does not", async () => {
    const refunds = (...refund_details: unknown[]) =>
      ledgerOf(shown({ purchased: true, purchase_details: [step()], refund_details }))
    const back = { operation_id: "re_1", transaction_id: "tr_2", amount: 49.9 }
    const pending = step({ ...back, status: "pending", status_code: "pending" })
    const failed = step({
      ...back,
      status: "failure",
      status_code: "insufficient_funds_for_refund",
    })
    expect(await refunds(pending)).toMatchObject({ refunded: "49.90", refundFailed: false })
    expect(await refunds(failed)).toMatchObject({ refunded: "0.00", refundFailed: true })
    const done = step({ ...back, status_code: "refund_successful" })
    expect(await refunds(done)).toMatchObject({ captured: "149.90", refunded: "49.90" })
  })

  test("called paid without an operation that paid is unclear", async () => {
    expect((await ledgerOf(shown({ purchased: true }))).unclear).toEqual(expect.any(String))
  })
})

describe("moving the money of an alternative payment", () => {
  const half = moneyOf("74.95", "PLN")
  const refund = (...reactions: Reaction[]) =>
    withGateway(reactions, (client) => new AlternativeGateway(client).refund(PAYMENT, half))

  test.each([
    ["success", "refund_successful", "done"],
    ["pending", "pending", "pending"],
    ["failure", "insufficient_funds_for_refund", "refused"],
    ["later", "refund_successful", "unknown"],
  ])("a refund that is answered %s, %s is %s", async (status, status_code, is) => {
    expect(await refund(answered(step({ method: "refund", status, status_code })))).toMatchObject({
      is,
    })
  })

  test("a refund whose answer is lost is unknown, and not sent again", async () => {
    await withGateway([dropConnection], async (client, { requests }) => {
      const outcome = await new AlternativeGateway(client).refund(PAYMENT, half)
      expect(outcome).toMatchObject({ is: "unknown" })
      expect(requests.map(({ body }) => JSON.parse(body))).toEqual([
        {
          external_id: "payses_1",
          amount: 74.95,
          currency: "PLN",
          callback_url: PAYMENT.callbackUrl,
        },
      ])
    })
  })

  test("there is nothing to capture or to cancel, and nothing is sent", async () => {
    await withGateway([answered(step())], async (client, { requests }) => {
      const gateway = new AlternativeGateway(client)
      expect(await gateway.capture()).toEqual({ is: "pending" })
      expect(await gateway.cancel()).toMatchObject({ is: "refused" })
      expect(requests).toHaveLength(0)
    })
  })
})

describe("a callback of an alternative payment", () => {
  const read = (details: unknown, more = {}) =>
    alternativeAdapter.webhook.read(
      Buffer.from(JSON.stringify({ id: "1", external_id: "payses_1", details, ...more })),
      alternativeAdapter.optionsSchema.parse({ login: "shop", password: "secret" }),
    )

  test("tells by its method what was done, and whose it is", () => {
    const metadata = { medusa_session: "payses_1" }
    expect(read(step(), { metadata })).toMatchObject({
      externalId: "payses_1",
      metadata,
      operations: [{ kind: "authorize", id: "op_1", status: "success", amount: "149.9" }],
    })
    expect(
      read(step({ method: "refund", status_code: "pending", status: "pending" })),
    ).toMatchObject({ operations: [{ kind: "refund", status: "pending" }] })
  })

  test("that calls a refund `create`, the document's one word, is a refund by its code", () => {
    expect(read(step({ status_code: "refund_successful" }))?.operations).toMatchObject([
      { kind: "refund" },
    ])
  })

  test("of a method that nobody knows moves nothing, and is still about its payment", () => {
    for (const details of [step({ method: "conjure" }), step({ method: undefined }), null]) {
      expect(read(details)).toMatchObject({ externalId: "payses_1", operations: [] })
    }
  })
})
