import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import { holdsCardData } from "./card-data"

/** Values of any form: refused only when they are a card number as a whole. */
const OPAQUE = new Set(["token", "option_id"])

/** @throws MedusaError 400 when a client's words hold what only RozetkaPay may see */
export const refuseCardData = (value: unknown, language: ShopperLanguage): void => {
  if (!holdsCardData(value, (path) => OPAQUE.has(path.at(-1) ?? ""))) return
  throw shopperError("card_data", language)
}
