import { someGatewayLedger } from "../../../core/__tests__/random-ledgers"
import { externalId } from "../../../core/external-id"
import { amountOf } from "../../../core/money"
import { RozetkaPayError, type RozetkaPayErrorFields } from "../../../rozetkapay/errors"
import type { Decline, GatewayLedger, PaymentToStart, StartedPayment } from "../../payment-gateway"
import { startPayment } from "../start-payment"

const HERE: PaymentToStart = {
  externalId: externalId("payses_1"),
  twoStep: false,
  currency: "UAH",
  callbackUrl: "https://shop.example/hooks/rozetkapay/pp_rozetkapay_main",
  amount: amountOf("100", "UAH"),
  resultUrl: "https://shop.example/back",
  description: "Сорочка",
  customer: {},
  products: [],
  metadata: {},
  instrument: { type: "cc_token", token: "tok_secret_1", save: false },
  remember: false,
}
const ON_THE_PAGE: PaymentToStart = { ...HERE, instrument: null }

const STARTED: StartedPayment = { paymentId: "1", checkoutUrl: null, decline: null }
const POOR: Decline = { code: "insufficient_funds", description: "Недостатньо коштів" }

const failing = (fields: Omit<RozetkaPayErrorFields, "operation">) => async () => {
  throw new RozetkaPayError({ operation: "create", ...fields })
}
const run = (
  payment: PaymentToStart,
  start: () => Promise<StartedPayment>,
  ledger: Partial<GatewayLedger> | null = {},
  log: (error: unknown) => void = () => {},
) => {
  const gateway = { start }
  return startPayment(
    gateway,
    async () => {
      if (!ledger) throw new RozetkaPayError({ kind: "unavailable", operation: "info" })
      return { ...someGatewayLedger({}), ...ledger }
    },
    payment,
    "en",
    log,
  )
}

describe("charging a card in the store", () => {
  test("what RozetkaPay answers is what is known", async () => {
    await expect(run(HERE, async () => STARTED)).resolves.toEqual(STARTED)
    const declined = { ...STARTED, decline: POOR }
    await expect(run(HERE, async () => declined)).resolves.toEqual(declined)
  })

  test.each([
    ["the answer is lost", { kind: "outcome_unknown" as const }],
    ["the answer can't be read", { kind: "malformed" as const }],
    [
      "an earlier request has paid it",
      { kind: "rejected" as const, code: "transaction_already_paid", type: "payment_error" },
    ],
  ])("when %s the session stays: the money may be there, and is looked for", async (_, fields) => {
    const paid = someGatewayLedger({ authorized: "100", captured: "100" })
    const open = { checkoutUrl: null, decline: null }
    await expect(run(HERE, failing(fields), paid)).resolves.toMatchObject(open)
    await expect(run(HERE, failing(fields), {})).resolves.toMatchObject(open)
    await expect(
      run(HERE, failing(fields), { pending: true, decline: POOR }),
    ).resolves.toMatchObject(open)
    await expect(run(HERE, failing(fields), null)).resolves.toMatchObject(open)
  })

  test("a lost answer whose payment the ledger shows as refused is a refusal", async () => {
    const lost = failing({ kind: "outcome_unknown" })
    await expect(run(HERE, lost, { decline: POOR })).resolves.toMatchObject({ decline: POOR })
  })

  test("a token that was used up is a decline for the shopper, not an error of the store", async () => {
    const used = failing({
      kind: "rejected",
      code: "invalid_card_token",
      type: "payment_method_error",
    })
    await expect(run(HERE, used)).resolves.toMatchObject({
      decline: { code: "invalid_card_token" },
    })
  })

  test("what was surely not sent, or is the store's own fault, charges nothing and says so", async () => {
    const unavailable = failing({ kind: "unavailable" })
    await expect(run(HERE, unavailable)).rejects.toThrow(/Nothing was charged/)
    const wrong = failing({
      kind: "rejected",
      code: "invalid_request_body",
      type: "invalid_request_error",
    })
    const logged: unknown[] = []
    const refused = run(HERE, wrong, {}, (error) => logged.push(error))
    await expect(refused).rejects.toMatchObject({ type: "invalid_data", code: "refused_start" })
    expect(logged).toEqual([expect.any(RozetkaPayError)])
  })

  test("on RozetkaPay's page nothing is charged yet: a lost answer leaves no session behind", async () => {
    const lost = failing({ kind: "outcome_unknown" })
    await expect(run(ON_THE_PAGE, lost, { pending: true })).rejects.toThrow(/Nothing was charged/)
  })
})
