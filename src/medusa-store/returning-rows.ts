import type { ExternalId } from "../core/external-id"
import { returningPayment } from "../sync/returning"
import { notedRows } from "./noted-rows"

/** Where it stands that money is on its way back of which nobody was told yet. */
export const returningRows = notedRows({
  what: "returning",
  schema: returningPayment,
  nameOf: ({ external_id }): { external_id: ExternalId } => ({ external_id }),
})
