import type { SessionId } from "../core/session-id"
import type { StoreRows } from "./row-services"

/**
 * Medusa writes a session before it calls the provider, and the provider's answer after it. When the
 * process ends in between, the session has its client's data for ever; Medusa's method that would replace
 * them calls the provider, which would charge once more.
 */
export const writeSessionData = async (
  rows: StoreRows,
  id: SessionId,
  data: Record<string, unknown>,
): Promise<void> => {
  await rows.paymentSessionService.update({ id, data })
}
