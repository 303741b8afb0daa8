import type { OperationDetails } from "../../rozetkapay/client"
import { recurrentIdOf } from "../../rozetkapay/client"

/** The id that charges a card again, as secret as a password, and what a person may see of the card. */
export type FoundRecurrent = { recurrentId: string; mask: string | null }

/**
 * What a payment that has succeeded allows to charge later. The details must be the
 * very object of an answer or a callback, since the id travels beside them.
 */
export const recurrentIn = (
  details: OperationDetails | null | undefined,
  mask: string | null,
): FoundRecurrent | null => {
  const recurrentId = details?.status === "success" ? recurrentIdOf(details) : null
  return recurrentId === null ? null : { recurrentId, mask }
}
