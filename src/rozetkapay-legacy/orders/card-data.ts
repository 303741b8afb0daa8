import { z } from "zod"
import { ExactNumber } from "../../rozetkapay/wire/exact-json"
import { filledText, text } from "../../rozetkapay/wire/request-fields"
import { changeFields, partialChangeShape } from "./change"
import { orderFields, orderShape, paymentFields, paymentShape } from "./order"
import { browser, recipient } from "./people"

/**
 * Requests that hold a card's number, or pay out. Whoever sends them must be PCI DSS compliant and
 * have them allowed by contract. Numbers are neither kept, logged nor repeated in errors.
 */

/** The document's CC_NUMBER: a string of 13 to 20 digits. */
const cardNumber = (param: string) =>
  z.string().refine((digits) => /^\d{13,20}$/.test(digits), {
    error: "it must be 13 to 20 digits",
    params: { param },
  })

const within = (param: string, from: number, to: number) =>
  z
    .number()
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, {
      error: `it must be from ${from} to ${to}`,
      params: { param },
    })
    .transform((value) => new ExactNumber(String(value)))

/** A payer's whole card. */
const payersCard = z
  .object({
    /** 13 to 20 digits. */
    number: cardNumber("cc_number"),
    month: within("exp_month", 1, 12),
    /** Two digits, as in the document's examples: 24. */
    year: within("exp_year", 0, 99),
    cvv: z.string().refine((digits) => /^\d{3,4}$/.test(digits), {
      error: "it must be three or four digits",
      params: { param: "card_cvv" },
    }),
  })
  .transform(({ number, month, year, cvv }) => ({
    cc_number: number,
    exp_month: month,
    exp_year: year,
    card_cvv: cvv,
  }))

export type PayersCard = z.input<typeof payersCard>

/** A RozetkaPay token in a card's place. */
const byToken = z
  .object({ token: filledText("cc_token") })
  .transform(({ token }) => ({ cc_token: token }))

const byNumber = z
  .object({ number: cardNumber("cc_number") })
  .transform(({ number }) => ({ cc_number: number }))

/** "Direct payments with card data". */
export const cardPayment = z
  .object({
    ...paymentShape,
    card: payersCard,
    /** For P2P payments; the alternative to `recipient.cardToken`. */
    recipientCardNumber: cardNumber("recipient_cc_number").optional(),
  })
  .transform(({ card, recipientCardNumber: recipient_cc_number, ...fields }) => ({
    ...paymentFields(fields),
    ...card,
    recipient_cc_number,
  }))

export type CardPayment = z.input<typeof cardPayment>

/** From card to card: "P2P payments" and "P2P payments using RozetkaPay tokens". */
export const cardTransfer = z
  .object({
    ...orderShape,
    from: z.union([payersCard, byToken]),
    recipientCardNumber: cardNumber("recipient_cc_number"),
    browser,
  })
  .transform(({ from, recipientCardNumber, browser, ...fields }) => ({
    ...orderFields("p2p", fields),
    ...from,
    recipient_cc_number: recipientCardNumber,
    browser_fingerprint: browser,
  }))

export type CardTransfer = z.input<typeof cardTransfer>

/** "Lookup": verifies a card; the amount is not charged for good. */
export const cardLookup = z
  .object({ ...orderShape, card: payersCard })
  .transform(({ card, ...fields }) => ({ ...orderFields("lookup", fields), ...card }))

export type LegacyCardLookup = z.input<typeof cardLookup>

/** Pays money out to a card. `properties` name the recipient: see the document. */
export const cardCredit = z
  .object({ ...orderShape, to: z.union([byNumber, byToken]) })
  .transform(({ to, ...fields }) => ({ ...orderFields("credit", fields), ...to }))

export type CardCredit = z.input<typeof cardCredit>

const payoutShape = { ...partialChangeShape, description: text, recipient }
const payout = z.object(payoutShape)

const payoutFields = (
  of: z.output<typeof payout>,
  to: { cc_token: string } | { cc_number: string },
) => {
  const { amount: credit_amount, description, recipient, ...change } = of
  return changeFields(change, { credit_amount, description, ...to, ...recipient })
}

/** Pays out what an order has collected, to a card's token or number. Absent amount: all of it. */
export const p2pCredit = z.union([
  z
    .object({ ...payoutShape, cardToken: filledText("cc_token") })
    .transform(({ cardToken: cc_token, ...fields }) => payoutFields(fields, { cc_token })),
  z
    .object({ ...payoutShape, cardNumber: cardNumber("cc_number") })
    .transform(({ cardNumber: cc_number, ...fields }) => payoutFields(fields, { cc_number })),
])

export type P2pCredit = z.input<typeof p2pCredit>
