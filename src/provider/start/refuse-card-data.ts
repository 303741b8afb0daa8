import { MedusaError } from "@medusajs/framework/utils"
import { holdsCardData } from "./card-data"

/** Values of any form: refused only when they are a card number as a whole. */
const OPAQUE = new Set(["token", "option_id"])

/** @throws MedusaError 400 when a client's words hold what only RozetkaPay may see */
export const refuseCardData = (value: unknown): void => {
  if (!holdsCardData(value, (path) => OPAQUE.has(path.at(-1) ?? ""))) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "Card numbers, CVVs and decrypted wallet payloads must never be sent to the store. Please turn the card into a token with RozetkaPay's widget.",
  )
}
