import { someGatewayLedger, uah } from "../../../../../../core/__tests__/random-ledgers"
import { externalId } from "../../../../../../core/external-id"
import type { AtGateway } from "../read-at-gateway"
import { type KnownTry, tryOfOrder } from "../tries-of-order"
import { at, operation } from "./operations"

const known = (of: Partial<KnownTry> = {}): KnownTry => ({
  terms: {
    external_id: externalId("payses_1"),
    provider_id: "pp_rozetkapay_main",
    currency_code: "uah",
    capture: true,
  },
  at: at(0),
  asked: uah("100"),
  isOpen: true,
  isReturned: false,
  isDeclined: false,
  ...of,
})

const read = (of: Partial<AtGateway> = {}, operations = [operation("payment")]): AtGateway => ({
  ledger: someGatewayLedger(),
  details: { receiptUrl: null, operations, paymentMethod: null, remarks: {} },
  sellers: null,
  problem: null,
  ...of,
})

const refused = [operation("payment", { status: "failure", code: "insufficient_funds" })]

const wentBack = someGatewayLedger({ authorized: "100", captured: "100", refunded: "100" })
const keptInPart = someGatewayLedger({ authorized: "100", captured: "100", refunded: "40" })

describe("a try that became no payment", () => {
  test.each<[string, Partial<KnownTry>, AtGateway | null]>([
    ["open", {}, read({}, [])],
    ["left", { isOpen: false }, read({}, [])],
    ["declined", {}, read({}, refused)],
    ["declined", { isDeclined: true }, null],
    ["returned", { isReturned: true }, null],
    ["returned", {}, read({ ledger: wentBack })],
    ["returned", {}, read({ ledger: someGatewayLedger({ authorized: "100", canceled: "100" }) })],
    ["paid", {}, read({ ledger: someGatewayLedger({ authorized: "100" }) })],
    ["paid", { isReturned: true }, read({ ledger: keptInPart })],
    ["unknown", {}, read({ ledger: null, details: null, problem: { code: "x", message: "x" } })],
  ])("is %s", (is, of, gateway) => {
    expect(tryOfOrder(known(of), gateway).is).toBe(is)
  })

  test("says why it was refused, and how much a deleted one was of, as far as RozetkaPay tells", () => {
    const left = known({ at: null, asked: null, isOpen: false })
    expect(tryOfOrder(left, read({}, refused))).toMatchObject({
      at: at(0).toISOString(),
      amount: "100.00",
      code: "insufficient_funds",
    })
    expect(tryOfOrder(left, null)).toMatchObject({ at: null, amount: null, code: null })
  })
})
