import { externalId } from "../../core/external-id"
import { asStated } from "../../core/money"
import type { Operation } from "../../core/operation"
import type { ReportedOperation } from "../../core/reported-ledger"
import type { Period } from "../../provider/payment-gateway"
import type { RozetkaPayClient, TransactionRow } from "../../rozetkapay/client"
import { isPostpayment } from "../../rozetkapay/payments/operation-details"

/** What may have moved money, in the report's words. */
const MOVES = ["purchase", "auth", "capture", "void", "refund"] as const

/** What moved money, by the report of the current API's login. */
export const reportedOperations = async (
  client: RozetkaPayClient,
  { from, to }: Period,
): Promise<ReportedOperation[]> => {
  const rows = await client.reports.transactions({
    dateFrom: from,
    dateTo: to,
    operationTypes: [...MOVES],
    statuses: ["Success"],
  })
  return rows.flatMap(operationOf)
}

/** A row of the report, when it moved money. Its words differ from the payments API's ("Success"). */
const operationOf = (row: TransactionRow): ReportedOperation[] => {
  const move = MOVES.find((one) => one === row.operationType)
  const { originalAmount, currency } = row
  if (isPostpayment(row.statusCode)) return []
  if (!move || row.status !== "Success" || !row.externalId || !originalAmount || !currency)
    return []
  return [
    {
      externalId: externalId(row.externalId),
      ...meaningOf(move),
      id: null,
      transaction: row.transactionId,
      status: "success",
      amount: asStated(originalAmount, currency),
      currency,
    },
  ]
}

const meaningOf = (move: (typeof MOVES)[number]): Pick<Operation, "kind" | "says"> => {
  switch (move) {
    case "purchase":
      return { kind: "authorize", says: "charge" }
    case "auth":
      return { kind: "authorize", says: "hold" }
    case "void":
      return { kind: "cancel" }
    case "capture":
    case "refund":
      return { kind: move }
  }
}
