import { withGateway } from "../../../rozetkapay/__tests__/local-gateway"
import { reportedOperations } from "../reported-operations"
import { sinceYesterday } from "./since-yesterday"

test("an order that is paid when the parcel comes is no money in RozetkaPay's ledgers either", async () => {
  const row = {
    external_id: "payses_1",
    operation_type: "purchase",
    status: "Success",
    status_code: 1000,
    original_amount: "100",
    currency: "UAH",
  }
  const later = {
    ...row,
    external_id: "payses_2",
    status_code: "order_with_postpayment_confirmed",
  }
  await withGateway([{ body: { transactions: [row, later] } }], async (client) => {
    const moved = await reportedOperations(client, sinceYesterday())
    expect(moved.map(({ externalId }) => externalId)).toEqual(["payses_1"])
  })
})
