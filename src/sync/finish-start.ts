import type { PaymentSessionDTO } from "@medusajs/framework/types"
import { readSessionData } from "../provider/session-data"

/** Milliseconds. Longer than starting a payment may take; a session this old is started by nobody any more. */
const NOBODY_STARTS_AFTER = 60_000

/**
 * A card that is charged in the store is charged while Medusa still writes the
 * session. When the process ended in between, the money is there and the session
 * does not know whose payment it is; RozetkaPay's signed callback does. Its marks
 * are then written where the provider's answer would have been, so that the session
 * can be authorized as any other.
 *
 * @returns whether a session's data are still its client's, and nobody is about to replace them.
 */
export const isStartCutOff = ({
  data,
  created_at,
}: Pick<PaymentSessionDTO, "data" | "created_at">): boolean =>
  readSessionData(data) === null &&
  created_at !== undefined &&
  Date.now() - new Date(created_at).getTime() > NOBODY_STARTS_AFTER
