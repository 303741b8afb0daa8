import { z } from "zod"
import { filledText, text } from "../../rozetkapay/wire/request-fields"
import { paymentFields, paymentShape } from "./order"
import { przelewy24Customer } from "./people"

/** "Create hosted payment". */
export const hostedPayment = z
  .object({
    ...paymentShape,
    /** "applepay" in the document's example. Absent: the shopper chooses. */
    payway: text,
  })
  .transform(({ payway, ...fields }) => ({ ...paymentFields(fields), mode: "hosted", payway }))

export type HostedPayment = z.input<typeof hostedPayment>

/** "Direct payments using RozetkaPay tokens". */
export const cardTokenPayment = z
  .object({
    ...paymentShape,
    /** From the widget, or of an earlier payment (`cardTokenOf`). */
    cardToken: filledText("cc_token"),
  })
  .transform(({ cardToken: cc_token, ...fields }) => ({ ...paymentFields(fields), cc_token }))

export type CardTokenPayment = z.input<typeof cardTokenPayment>

const MOST_PARTS = 25

/**
 * "Direct payments using Privat Payment by Parts". The document calls the number of parts
 * `parts_count` in its table and `part_counts` in its example: both are sent, properties are free.
 */
export const partsPayment = z
  .object({
    ...paymentShape,
    /** "2" to "25". The amount must be above 300 UAH. */
    partsCount: z
      .string()
      .refine((count) => /^\d{1,2}$/.test(count) && +count >= 2 && +count <= MOST_PARTS, {
        error: `it must be from 2 to ${MOST_PARTS}`,
        params: { param: "properties.parts_count" },
      }),
  })
  .transform(({ partsCount, properties, ...fields }) =>
    paymentFields({
      ...fields,
      properties: { ...properties, parts_count: partsCount, part_counts: partsCount },
    }),
  )

export type PartsPayment = z.input<typeof partsPayment>

/** "Payments via Przelewy24". */
export const przelewy24Payment = z
  .object({ ...paymentShape, customer: przelewy24Customer })
  .transform(paymentFields)

/** "Google Pay" and "Apple Pay", section "Charging". */
export const mobilePayment = (payway: "gpay" | "applepay") =>
  z
    .object({
      ...paymentShape,
      /** Base64 of the JSON that Google Pay or Apple Pay gave. */
      token: filledText("cc_token"),
    })
    .transform(({ token, ...fields }) => ({
      ...paymentFields(fields),
      cc_token: `${payway}:${token}`,
    }))

export type MobilePayment = z.input<ReturnType<typeof mobilePayment>>
