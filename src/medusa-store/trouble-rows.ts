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

/**
 * @param isFirst nothing was noted of it when it was looked for by today's ids. One that was noted before
 *   the store's secret was changed is no news: it has been told.
 */
export const noteTrouble = async (
  container: MedusaContainer,
  trouble: NotedTrouble,
  isFirst: boolean,
): Promise<boolean> => {
  const { kind, external_id } = trouble
  const isKnown = isFirst && (await troubleRows.find(container, { kind, external_id })) !== null
  const isNews = await troubleRows.note(container, trouble, isFirst && !isKnown)
  return isNews && !isKnown
}

export const troublesOf = (
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<NotedTrouble[]> =>
  troubleRows.findAmong(
    container,
    NOTED_KINDS.map((kind) => ({ kind, external_id })),
  )
