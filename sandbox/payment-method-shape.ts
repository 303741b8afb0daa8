import { z } from "zod"

/** customer.payment_method of a direct request. */
const token = z.looseObject({ token: z.string().min(1), use_3ds_flow: z.boolean().optional() })

export const paymentMethodShape = z.looseObject({
  type: z.enum(["cc_token", "cc_number", "wallet", "google_pay", "apple_pay", "card"]),
  cc_token: token.extend({ save_to_wallet: z.boolean().optional() }).optional(),
  apple_pay: token.optional(),
  google_pay: token.optional(),
  wallet: z.looseObject({ option_id: z.guid(), use_3ds_flow: z.boolean().optional() }).optional(),
})

export type PaymentMethodRequest = z.infer<typeof paymentMethodShape>

/** What 3-D Secure 2 wants to know of the shopper's browser: all of it or nothing. */
export const fingerprintShape = z.looseObject({
  browser_accept_header: z.string(),
  browser_color_depth: z.string(),
  browser_ip_address: z.string(),
  browser_java_enabled: z.string(),
  browser_language: z.string(),
  browser_screen_height: z.string(),
  browser_screen_width: z.string(),
  browser_time_zone: z.string(),
  browser_time_zone_offset: z.string(),
  browser_user_agent: z.string(),
})
