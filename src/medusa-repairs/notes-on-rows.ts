import type { SessionId } from "../core/session-id"
import { CAPTURE_RECORDED, REFUND_SENT } from "../core/store-ledger"
import type { RowService, StoreRows } from "./row-services"

/*
 * Metadata of rows that Medusa's module lets nobody write: a capture's and a refund's have no method, and a
 * session's calls the provider as if the shopper had changed the cart. A collection's has one; a provider's
 * hook, which has the row services at hand and no module, writes it as the others. Medusa merges what is
 * written into the metadata that there are.
 */

export const noteOnSession = async (
  rows: StoreRows,
  id: SessionId,
  metadata: Record<string, unknown>,
): Promise<void> => {
  const [row] = await rows.paymentSessionService.list({ id })
  if (row) await rows.paymentSessionService.update({ id, metadata })
}

export const noteOnCollection = async (
  rows: StoreRows,
  id: string,
  metadata: Record<string, unknown>,
): Promise<void> => {
  await rows.paymentCollectionService.update({ id, metadata })
}

/**
 * RozetkaPay has this refund (or has accepted it). Should it fail later, only
 * rows with this mark are corrected: one without is still on its way there.
 */
export const markRefundSent = (rows: StoreRows, id: string): Promise<void> =>
  mark(rows.refundService, id, REFUND_SENT)

/** The gateway's ledger covers this recorded capture. */
export const markCaptureRecorded = (rows: StoreRows, id: string): Promise<void> =>
  mark(rows.captureService, id, CAPTURE_RECORDED)

const mark = async (rows: RowService, id: string, metadata: Record<string, string>) => {
  await rows.update({ id, metadata })
}
