import { z } from "zod"
import { fiscalizationMeaning } from "../fiscalization-codes"
import type { Fiscalization } from "../results"
import { code, id, text, webUrl } from "./lenient"

/**
 * The tax receipt of a movement, by the cash register that the merchant has at RozetkaPay.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo (Fiscalization)
 */
export const fiscalizationOrNull = z
  .object({
    fiscal_id: id,
    fiscal_url: webUrl,
    status: text,
    status_code: code,
    status_description: text,
  })
  .transform(
    (wire): Fiscalization => ({
      id: wire.fiscal_id,
      receiptUrl: wire.fiscal_url,
      status: wire.status,
      code: wire.status_code,
      meaning: fiscalizationMeaning(wire.status_code),
      description: wire.status_description,
    }),
  )
  .nullable()
  .catch(null)
