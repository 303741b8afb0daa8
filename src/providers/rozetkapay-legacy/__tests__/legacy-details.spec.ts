import { transaction } from "../../../rozetkapay-legacy/transactions/transaction"
import { legacyDetails } from "../legacy-details"

test("a payment of the legacy API tells what that API knows", () => {
  const read = transaction.parse({
    transaction_id: "t",
    order_id: "o",
    method: "purchase",
    status: "success",
    status_code: "1000",
    amount: 100,
    currency: "UAH",
    fee: { amount: 2, currency: "USD" },
    terminal_name: "old-terminal",
    bank_acq_name: "old bank",
    billing_order_id: "b-1",
    cc_mask: "424242******4242",
  })
  expect(legacyDetails([read])).toMatchObject({
    operations: [
      {
        fee: "2.00",
        feeCurrency: "USD",
        bankName: "old bank",
        terminalName: "old-terminal",
        billingOrderId: "b-1",
        fiscalization: null,
      },
    ],
    paymentMethod: { mask: "424242******4242", binCountry: null },
  })
})
