import { z } from "zod"
import { snakeKeys } from "../../rozetkapay/wire/camel-case"
import { filled, text } from "../../rozetkapay/wire/request-fields"
import { atMost } from "./field-limits"

/** Who pays, who gets it, and the browser between: the document gives each a prefix of its own. */

const aboutCustomer = {
  id: text,
  firstName: text,
  lastName: text,
  patronym: text,
  email: text,
  phone: text,
  ip: text,
  /** Language of the hosted page, e.g. "uk". */
  language: text,
  country: text,
  city: text,
  postalCode: text,
  address: text,
  /** "yyyy-MM-dd". */
  birthday: text,
  userAgent: text,
  referrer: text,
}

const customerOf = (about: typeof aboutCustomer) =>
  z
    .object(about)
    .transform(({ firstName: fname, lastName: lname, language: lang, ...fields }) =>
      snakeKeys({ ...fields, fname, lname, lang }, "customer_"),
    )
    .optional()

export const customer = customerOf(aboutCustomer)

/** "Payments via Przelewy24" take shorter texts. */
export const przelewy24Customer = customerOf({
  ...aboutCustomer,
  email: atMost(50, "customer_email"),
  postalCode: atMost(6, "customer_postal_code"),
  address: atMost(50, "customer_address"),
})

export type LegacyCustomer = NonNullable<z.input<typeof customer>>

export const recipient = z
  .object({
    firstName: text,
    lastName: text,
    patronym: text,
    city: text,
    postalCode: text,
    address: text,
    phone: text,
    email: text,
    /** A RozetkaPay card token, for P2P. */
    cardToken: text,
  })
  .transform(({ firstName: fname, lastName: lname, cardToken: ccToken, ...fields }) =>
    snakeKeys({ ...fields, fname, lname, ccToken }, "recipient_"),
  )
  .optional()

export type LegacyRecipient = NonNullable<z.input<typeof recipient>>

/** The browser as 3-D Secure 2 wants it; every value is text. */
export const browser = z
  .object({
    colorDepth: text,
    screenHeight: text,
    screenWidth: text,
    javaEnabled: text,
    language: text,
    timeZone: text,
    timeZoneOffset: text,
    acceptHeader: text,
    ipAddress: text,
    userAgent: text,
  })
  .transform((fields) => {
    // These alone are in camelCase on the wire: browserColorDepth.
    const named = Object.entries(fields).map(([key, value]) => [
      `browser${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      value,
    ])
    return filled(Object.fromEntries(named))
  })
  .optional()

export type LegacyBrowser = NonNullable<z.input<typeof browser>>
