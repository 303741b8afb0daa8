import { externalId } from "../../core/external-id"
import { readTime } from "../../core/kyiv-day"
import { asStated } from "../../core/money"
import type { Operation } from "../../core/operation"
import type { ReportedOperation } from "../../core/reported-ledger"
import type { Period } from "../../provider/payment-gateway"
import type { RozetkaPayClient, TransactionRow } from "../../rozetkapay/client"
import { isPostpayment } from "../../rozetkapay/payments/operation-details"

/** What may have moved money, in the report's words. */
const MOVES = ["purchase", "auth", "capture", "void", "refund"] as const
/** Of the APIs whose payments begin with it: whether it holds or charges the report does not tell. */
const CREATE = "create"

/**
 * What moved money, by the report of the current API's login.
 *
 * @param created what a payment of the API that asks is, once it is created; of the others' nothing is known.
 */
export const reportedOperations = async (
  client: RozetkaPayClient,
  { from, to }: Period,
  created: "hold" | "charge" | null = null,
): Promise<ReportedOperation[]> => {
  const rows = await client.reports.transactions({
    dateFrom: from,
    dateTo: to,
    operationTypes: [...MOVES, ...(created ? [CREATE] : [])],
    statuses: ["Success"],
  })
  return rows.flatMap((row) => operationOf(row, created))
}

/** A row of the report, when it moved money. Its words differ from the payments API's ("Success"). */
const operationOf = (
  row: TransactionRow,
  created: "hold" | "charge" | null,
): ReportedOperation[] => {
  const move = MOVES.find((one) => one === row.operationType)
  const meaning =
    created && row.operationType === CREATE
      ? { kind: "authorize" as const, says: created }
      : move && meaningOf(move)
  const { originalAmount, currency } = row
  if (isPostpayment(row.statusCode)) return []
  if (!meaning || row.status !== "Success" || !row.externalId || !originalAmount || !currency)
    return []
  return [
    {
      externalId: externalId(row.externalId),
      ...meaning,
      id: null,
      transaction: row.transactionId,
      status: "success",
      amount: asStated(originalAmount, currency),
      currency,
      at: readTime(row.processedAt) ?? readTime(row.createdAt),
      fee: row.merchantFee,
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
