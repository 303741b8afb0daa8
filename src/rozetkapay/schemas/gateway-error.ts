import { z } from "zod"
import { id, text } from "./lenient"

/**
 * The body of a refusal. The list of codes is open.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (ErrorResponse)
 */
export const gatewayError = z
  .object({ code: text, type: text, param: text, payment_id: id, error_id: id })
  .nullable()
  .catch(null)

export type GatewayError = NonNullable<z.infer<typeof gatewayError>>
