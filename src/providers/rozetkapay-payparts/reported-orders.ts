import type { ReportedOperation } from "../../core/reported-ledger"

/**
 * The report tells alike of an order that is held and of one that is confirmed by itself ("create"). What
 * was refunded without ever having been captured had been confirmed by itself; of the rest nothing is
 * claimed that is not there.
 */
export const reportedOrders = (rows: ReportedOperation[]): ReportedOperation[] => {
  const idsOf = (kind: ReportedOperation["kind"]) =>
    new Set(rows.filter((row) => row.kind === kind).map(({ externalId }) => externalId))
  const captured = idsOf("capture")
  const refunded = idsOf("refund")
  const isCharged = ({ externalId }: ReportedOperation) =>
    refunded.has(externalId) && !captured.has(externalId)
  return rows.map((row) =>
    row.kind === "authorize" && isCharged(row) ? { ...row, says: "charge" } : row,
  )
}
