import { z } from "zod"
import { snakeKeys } from "../wire/camel-case"
import { cardToken, filled, filledText, text, toWire } from "../wire/request-fields"

/** Who pays, from which browser and with what, as every endpoint that begins a payment is told. */

const aboutCustomer = {
  email: text,
  firstName: text,
  lastName: text,
  patronym: text,
  phone: text,
  /** At most 100 characters. */
  address: text,
  city: text,
  /** ISO 3166-1 alpha-2. */
  country: text,
  postalCode: text,
  externalId: text,
  /** IPv4. */
  ipAddress: text,
  /** Language of the hosted page. */
  locale: z.enum(["UK", "EN", "PL"]).optional(),
  colorMode: z.enum(["white", "dark"]).optional(),
}

/** Of a hosted page. */
export const customer = toWire(aboutCustomer).transform(filled).optional()

export type Customer = NonNullable<z.input<typeof customer>>

/**
 * The browser as 3-D Secure 2 wants it; every value is text, numbers and booleans too. All ten are
 * required by the document, so an empty one is sent as it is.
 */
export const fingerprint = z
  .object({
    acceptHeader: z.string(),
    colorDepth: z.string(),
    ipAddress: z.string(),
    javaEnabled: z.string(),
    language: z.string(),
    screenHeight: z.string(),
    screenWidth: z.string(),
    timeZone: z.string(),
    timeZoneOffset: z.string(),
    userAgent: z.string(),
  })
  .transform((browser) => snakeKeys(browser, "browser_"))

export type BrowserFingerprint = z.input<typeof fingerprint>

/** false skips 3-D Secure, true demands it; absent leaves it to the gateway. */
const use3dsFlow = z.boolean().optional()

const METHOD = "customer.payment_method"

const mobilePay = <Type extends "google_pay" | "apple_pay">(type: Type) =>
  z
    .object({
      type: z.literal(type),
      /** The encrypted payload as the device gave it, in base64. */
      token: cardToken(`${METHOD}.${type}.token`),
      use3dsFlow,
    })
    .transform(({ type, ...method }) => ({ type, [type]: snakeKeys(method) }))

/** A card by its token. */
export const ccToken = z
  .object({
    type: z.literal("cc_token"),
    /** From the card widget, good for one payment. */
    token: cardToken(`${METHOD}.cc_token.token`),
    use3dsFlow,
    /** Keep the card in the customer's wallet. Needs the customer's external id. */
    saveToWallet: z.boolean().optional(),
  })
  .transform(({ type, ...method }) => ({ type, [type]: snakeKeys(method) }))

/**
 * What the shopper pays with, always as a token. The gateway also takes whole card numbers and
 * decrypted wallet payloads; they are left out on purpose, so that a store never holds one.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (payment_method)
 */
const paymentMethod = z.discriminatedUnion(
  "type",
  [
    ccToken,
    mobilePay("google_pay"),
    mobilePay("apple_pay"),
    z
      .object({
        type: z.literal("wallet"),
        /** A card of the customer's wallet, by `WalletCard.optionId`. Needs the customer's external id. */
        optionId: filledText(`${METHOD}.wallet.option_id`),
        use3dsFlow,
      })
      .transform(({ type, ...method }) => ({ type, [type]: snakeKeys(method) })),
  ],
  { error: "only tokens are sent" },
)

export type CustomerPaymentMethod = z.input<typeof paymentMethod>

/** Of a payment without leaving the store. */
export const directCustomer = z
  .object({ ...aboutCustomer, paymentMethod, fingerprint: fingerprint.optional() })
  // A saved card is one of this customer's: without the customer, whose card would be charged?
  .refine(
    ({ paymentMethod: method, externalId }) => externalId !== undefined || !isOfCustomer(method),
    {
      error: "it must not be empty",
      path: ["externalId"],
    },
  )
  .transform((fields) => snakeKeys(fields))

const isOfCustomer = (method: z.output<typeof paymentMethod>) =>
  method.type === "wallet" ||
  (method.type === "cc_token" && method.cc_token.save_to_wallet === true)

export type DirectCustomer = z.input<typeof directCustomer>

/** What of a direct customer no error may repeat: what pays, and what identifies the browser. */
export const secretsOfCustomer = ({
  paymentMethod: method,
  fingerprint: browser,
  ipAddress,
}: DirectCustomer) => [
  method.type === "wallet" ? method.optionId : method.token,
  ipAddress,
  ...secretsOfBrowser(browser),
]

/** The other values ("24", "uk") are shared by millions, and are parts of honest words. */
export const secretsOfBrowser = (browser: BrowserFingerprint | undefined) =>
  browser ? [browser.ipAddress, browser.userAgent] : []
