import { due } from "../../core/due"
import { externalId } from "../../core/external-id"
import { amountOf } from "../../core/money"
import { gatewayLedger } from "../../providers/current-api/gateway-ledger"
import { paymentInfo } from "../../rozetkapay/payments/payment-info"
import { sendWhatIsDue } from "../send-what-is-due"

const PAYMENT = {
  externalId: externalId("payses_1"),
  twoStep: true,
  currency: "UAH",
  callbackUrl: "http://localhost:9000/hooks/rozetkapay/pp_rozetkapay_rozetkapay",
}
const uah = (amount: string) => amountOf(amount, "UAH")

const heldPayment = (more: object) =>
  gatewayLedger(
    paymentInfo.parse({
      id: "1",
      amount: "100",
      currency: "UAH",
      purchased: true,
      purchase_details: [{ operation_id: "1", amount: "100", currency: "UAH", status: "success" }],
      ...more,
    }),
    PAYMENT,
  )

const underWay = [{ operation_id: "2", amount: "40", currency: "UAH", status: "pending" }]

describe("an admin who presses the button again while RozetkaPay is still working", () => {
  test.each([
    ["capture", { confirmation_details: underWay }],
    ["cancel", { cancellation_details: underWay }],
  ] as const)("does not %s the same money twice", async (move, info) => {
    const sent: string[] = []
    const record = async () => {
      sent.push(move)
      return { is: "done" as const }
    }
    const result = await sendWhatIsDue(
      { capture: record, cancel: record, refund: record },
      PAYMENT,
      move,
      async () => heldPayment(info),
      (ledger) => due(uah("40"), uah("40"), ledger, move),
    )
    expect(result).toEqual({ is: "pending", amount: "40.00" })
    expect(sent).toEqual([])
  })
})
