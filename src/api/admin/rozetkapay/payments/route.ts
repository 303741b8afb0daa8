import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PaymentsTable } from "../../../../admin-client/payments-table"
import { countPayments, findPayments } from "./find-payments"
import { readListQuery } from "./read-payments-query"
import { readRows } from "./read-rows"

/**
 * All payments through RozetkaPay, newest first, found by what staff know of one. RozetkaPay is not asked:
 * these are the store's own rows.
 *
 * 400 `query_unreadable`: a filter that can't be understood, which it names.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PaymentsTable>,
): Promise<void> => {
  const { filter, offset, limit } = readListQuery(req.query)
  const [count, payments] = await Promise.all([
    countPayments(req.scope, filter),
    findPayments(req.scope, filter, { offset, limit }).then((found) => readRows(req.scope, found)),
  ])
  res.json({ payments, count, offset, limit })
}
