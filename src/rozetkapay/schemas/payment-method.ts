import { z } from "zod"
import type { PaymentMethod } from "../results"
import { cardFace, cardOnTheWire } from "./card-face"
import { text } from "./lenient"

/**
 * How the shopper paid.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (payment_method)
 */
export const paymentMethodOrNull = z
  .object({
    type: text,
    cc_token: cardOnTheWire,
    apple_pay: cardOnTheWire,
    google_pay: cardOnTheWire,
    card: cardOnTheWire,
  })
  .transform((wire): PaymentMethod => {
    const card = wire.cc_token ?? wire.apple_pay ?? wire.google_pay ?? wire.card
    return { type: wire.type, binCountry: card?.bin_country ?? null, ...cardFace(card) }
  })
  .nullable()
  .catch(null)
