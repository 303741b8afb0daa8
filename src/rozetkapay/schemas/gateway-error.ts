import { z } from "zod"
import { exactText, id } from "./lenient"

/**
 * The body of a refusal, for `safeErrorFields` alone. The list of codes is open.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (ErrorResponse)
 */
export const gatewayError = z
  .object({ code: exactText, type: exactText, param: exactText, payment_id: id, error_id: id })
  .nullable()
  .catch(null)

export type GatewayError = NonNullable<z.infer<typeof gatewayError>>
