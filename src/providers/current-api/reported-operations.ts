import { isKnownCurrency, moneyOf } from "../../core/money"
import { type GatewayOperation, OPERATION_KINDS, type Period } from "../../provider/payment-gateway"
import type { RozetkaPayClient, TransactionRow } from "../../rozetkapay/client"
import { isPostpayment } from "../../rozetkapay/payments/operation-details"

/** What moved money, by the report of the current API's login. */
export const reportedOperations = async (
  client: RozetkaPayClient,
  { from, to }: Period,
): Promise<GatewayOperation[]> => {
  const rows = await client.reports.transactions({
    dateFrom: from,
    dateTo: to,
    operationTypes: [...OPERATION_KINDS],
    statuses: ["Success"],
  })
  return rows.flatMap(operationOf)
}

/** A row of the report, when it moved money. Its words differ from the payments API's ("Success"). */
const operationOf = (row: TransactionRow): GatewayOperation[] => {
  const kind = OPERATION_KINDS.find((one) => one === row.operationType)
  const { externalId, originalAmount, currency } = row
  if (isPostpayment(row.statusCode)) return []
  if (!kind || row.status !== "Success" || !externalId || !originalAmount || !currency) return []
  const money = isKnownCurrency(currency) ? moneyOf(originalAmount, currency) : null
  return [{ externalId, kind, money }]
}
