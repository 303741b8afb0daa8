import { z } from "zod"
import { externalIdText } from "../core/external-id"

/**
 * What the provider keeps in a payment session's and a payment's `data`.
 * Public in the Store API: nothing secret may ever stand here.
 */
const sessionData = z.object({
  /** RozetkaPay's key of the payment: the payment session's id. */
  external_id: externalIdText.min(1),
  provider_id: z.string().min(1),
  currency_code: z.string().min(1),
  /** Where to send the shopper next, or null when there is nothing left to do. */
  checkout_url: z.string().nullable().default(null),
  /** hosted: on RozetkaPay's page; direct: in the store, or without the shopper; express_checkout: with the delivery chosen on that page. */
  mode: z.enum(["hosted", "direct", "express_checkout"]).default("hosted"),
  /** The customer allows later payments without them; counts once this one has succeeded. */
  remember: z.boolean().optional(),
  /** The shopper's, when their browser has said it: for what they read when the cart is completed. */
  language: z.enum(["uk", "en"]).optional().catch(undefined),
  /** As asked for when the payment was started: true captured at once, false held. */
  capture: z.boolean(),
  /** RozetkaPay's own id of the payment, for its support. */
  payment_id: z.string().nullable().default(null),
  /** A payment to several sellers: RozetkaPay's keys of their orders. */
  orders: z.array(externalIdText).optional(),
  /** The mark of the installation that opened it. */
  installation: z.string().optional(),
  /** Of a page: what it was opened for (page-mark.ts). A digest by the store's key. */
  mark: z.string().optional(),
  /** What the shopper chose first, where the API asks for it: a bank and its parts, a method. */
  choice: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export type SessionData = z.output<typeof sessionData>

/** What must be known of a payment to speak of it with the gateway. */
export type PaymentTerms = Pick<
  SessionData,
  | "external_id"
  | "provider_id"
  | "currency_code"
  | "capture"
  | "remember"
  | "orders"
  | "installation"
  | "choice"
> &
  Partial<Pick<SessionData, "mode">>

/** Null for data that this provider has not written. */
export const readSessionData = (data: Record<string, unknown> | undefined): SessionData | null => {
  const parsed = sessionData.safeParse(data)
  return parsed.success ? parsed.data : null
}

/**
 * Medusa merges the provider's data over what the client has posted. Every key
 * of the client's is blanked, so that nothing a browser wrote is ever stored.
 */
export const replacingClientData = (
  clientData: Record<string, unknown> | undefined,
  data: SessionData,
): Record<string, unknown> => ({
  ...Object.fromEntries(Object.keys(clientData ?? {}).map((key) => [key, undefined])),
  ...data,
})
