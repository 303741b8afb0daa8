import type { z } from "zod"
import { cardFace, cardOnTheWire } from "../wire/card-face"
import { fromWire, text } from "../wire/readers"

/**
 * How the shopper paid. The card's token is left out on purpose.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (payment_method)
 */
export const paymentMethodOrNull = fromWire({
  type: text,
  cc_token: cardOnTheWire,
  apple_pay: cardOnTheWire,
  google_pay: cardOnTheWire,
  card: cardOnTheWire,
})
  .transform(({ type, ...read }) => {
    const card = read.ccToken ?? read.applePay ?? read.googlePay ?? read.card
    /** `binCountry`: where the card was issued, by its first digits, "UA". */
    return { type, binCountry: card?.binCountry ?? null, ...cardFace(card) }
  })
  .nullable()
  .catch(null)

export type PaymentMethod = NonNullable<z.output<typeof paymentMethodOrNull>>
