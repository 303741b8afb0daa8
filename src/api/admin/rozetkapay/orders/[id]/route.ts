import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OrderPayments } from "../../../../../admin-client/order-payments"
import { orderPayments } from "./order-payments"

/**
 * Every RozetkaPay payment of an order, those of edits, exchanges, claims and links included, by both ledgers;
 * how each was paid, what happened to it and by whom, and what may be done now. Decimals in the major unit.
 *
 * 200, also while RozetkaPay does not answer: then `agreement` says so; 404 no such order.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OrderPayments>,
): Promise<void> => {
  res.json(await orderPayments(req.scope, req.params.id ?? ""))
}
