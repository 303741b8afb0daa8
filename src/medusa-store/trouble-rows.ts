import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExternalId } from "../core/external-id"
import { NOTED_KINDS, type NotedKind } from "../core/trouble"
import { type NotedTrouble, notedTrouble } from "../sync/troubles"
import { notedRows } from "./noted-rows"

/** Where a payment's troubles stand that only a sync could see. */
export const troubleRows = notedRows({
  what: "trouble",
  schema: notedTrouble,
  nameOf: ({ kind, external_id }): { kind: NotedKind; external_id: ExternalId } => ({
    kind,
    external_id,
  }),
})

export const troublesOf = (
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<NotedTrouble[]> =>
  troubleRows.findAmong(
    container,
    NOTED_KINDS.map((kind) => ({ kind, external_id })),
  )
