import { z } from "zod"
import { maskCardNumbers } from "../mask-card-numbers"
import type { KeysStatus, PaymentReceipt } from "../results"
import { exactText } from "./lenient"

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getPaymentReceipt */
export const paymentReceipt = z
  .object({ receipt_url: exactText })
  .transform((wire): PaymentReceipt => ({ receiptUrl: wire.receipt_url }))

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/validateMerchantKeys */
export const keysStatus: z.ZodType<KeysStatus> = z.object({
  status: z.string().transform(maskCardNumbers),
})
