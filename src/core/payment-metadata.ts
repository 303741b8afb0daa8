import { z } from "zod"
import type { ExternalId } from "./external-id"
import { readOrdersMetadata, writeOrdersMetadata } from "./order-id"
import { type SessionId, sessionIdText } from "./session-id"

/**
 * Our own marks on a payment at the gateway (its `metadata`, echoed in signed
 * callbacks). They tell this store's payments from another shop's on the same
 * login, and what was asked for, even when the session is gone.
 */
const terms = z.object({
  medusa_session: sessionIdText.min(1),
  medusa_provider: z.string().min(1),
  medusa_capture: z.enum(["true", "false"]),
  medusa_currency: z.string().min(1),
  medusa_orders: z.string().optional(),
  medusa_purchase: z.string().optional(),
  medusa_installation: z.string().optional(),
})

export type PaymentMetadata = {
  sessionId: SessionId
  providerId: string
  twoStep: boolean
  currency: string
  /** External ids of a payment's orders, when it is one to several sellers. */
  orders?: ExternalId[]
  /** Medusa's payment collection: what the payment is for. Payments of older versions do not say. */
  purchase?: string
  /** Which installation of this plugin opened it (see installation.ts). */
  installation?: string
}

export const writeMetadata = (payment: PaymentMetadata): Record<string, string> => ({
  medusa_session: payment.sessionId,
  medusa_provider: payment.providerId,
  medusa_capture: String(!payment.twoStep),
  medusa_currency: payment.currency,
  ...(payment.orders && { medusa_orders: writeOrdersMetadata(payment.orders) }),
  ...(payment.purchase && { medusa_purchase: payment.purchase }),
  ...(payment.installation && { medusa_installation: payment.installation }),
})

/** Null: not ours, or not whole. */
export const readMetadata = (metadata: Record<string, string>): PaymentMetadata | null => {
  const parsed = terms.safeParse(metadata)
  if (!parsed.success) return null
  const { medusa_session, medusa_provider, medusa_capture, medusa_currency } = parsed.data
  const { medusa_orders } = parsed.data
  const orders = medusa_orders ? readOrdersMetadata(medusa_session, medusa_orders) : null
  return {
    sessionId: medusa_session,
    providerId: medusa_provider,
    twoStep: medusa_capture === "false",
    currency: medusa_currency,
    ...(orders && { orders }),
    ...(parsed.data.medusa_purchase && { purchase: parsed.data.medusa_purchase }),
    ...(parsed.data.medusa_installation && { installation: parsed.data.medusa_installation }),
  }
}
