import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExternalId } from "../core/external-id"
import { type UnexplainedPayment, unexplainedPayment } from "../sync/unexplained"
import { notedRows } from "./noted-rows"

/** Where unexplained money stands: what it was for is not there. */
export const unexplainedRows = notedRows({
  what: "unexplained",
  schema: unexplainedPayment,
  nameOf: ({ external_id }): { external_id: ExternalId } => ({ external_id }),
})

/** Oldest first. */
export const listUnexplained = async (container: MedusaContainer): Promise<UnexplainedPayment[]> =>
  (await unexplainedRows.list(container))
    .map(({ gone_before: _, ...shown }) => shown)
    .sort((a, b) => (a.seen_at < b.seen_at ? -1 : 1))
