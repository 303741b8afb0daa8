import { z } from "zod"
import type { PaymentMethod } from "../results"
import { objectOrNull, text } from "./lenient"

/** A mask shows 10 digits at most (6 + 4); more in a row may be a card number, so it is dropped. */
const mask = text.transform((value) => (value !== null && /\d{11,}/.test(value) ? null : value))

const instrument = objectOrNull({ mask, payment_system: text, bank_short_name: text })

/**
 * How the shopper paid. The card's token stops here: it is not read.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (payment_method)
 */
export const paymentMethodOrNull = z
  .object({
    type: text,
    cc_token: instrument,
    apple_pay: instrument,
    google_pay: instrument,
    card: instrument,
  })
  .transform((wire): PaymentMethod => {
    const paidWith = wire.cc_token ?? wire.apple_pay ?? wire.google_pay ?? wire.card
    return {
      type: wire.type,
      mask: paidWith?.mask ?? null,
      paymentSystem: paidWith?.payment_system ?? null,
      bank: paidWith?.bank_short_name ?? null,
    }
  })
  .nullable()
  .catch(null)
