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
 * @param now milliseconds since 1970
 * @returns whether a session's data are still its client's, and nobody is about to replace them.
 */
export const isStartCutOff = (
  {
    data,
    created_at,
  }: { data?: Record<string, unknown> | undefined; created_at?: string | Date | undefined },
  now: number,
): boolean =>
  readSessionData(data) === null &&
  created_at !== undefined &&
  now - new Date(created_at).getTime() > NOBODY_STARTS_AFTER
