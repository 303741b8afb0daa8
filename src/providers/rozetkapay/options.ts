import { z } from "zod"
import { expressOptions } from "../../provider/express-options"
import {
  addressTemplate,
  fromSupport,
  scriptAddress,
  storeOptions,
  webAddress,
  wholeNumber,
} from "../../provider/store-options"

export const CARDS_PLACEHOLDERS = [
  "storefront_url",
  "backend_url",
  "provider_id",
  "country_code",
] as const

/** Characters. Whoever has the database may try out secrets as long as they like. */
const LEAST_SECRET = 16

/** RozetkaPay's own, which the browser module loads where nobody says another. */
const WIDGET_SCRIPT = "https://cdn.rozetkapay.com/widget.js"

const secret = fromSupport("a login and a password")

const publicText = z.string({ error: "must be a text" }).min(1, { error: "is empty" }).optional()

/**
 * The options of the provider `rozetkapay`. docs/options.md says the same to
 * merchants; a test keeps the two in step.
 */
export const optionsSchema = z
  .strictObject({
    login: secret,
    /** Also the secret of the callbacks' signatures. Never trimmed. */
    password: secret,
    /** Seals the customers' consents to later payments; the password does it when left out. Never trimmed. */
    consentSecret: z
      .string({ error: "must be a text" })
      .min(LEAST_SECRET, {
        error: `must have at least ${LEAST_SECRET} characters, best of \`openssl rand -base64 32\``,
      })
      .optional(),
    apiUrl: webAddress.default("https://api.rozetkapay.com"),
    /** A partner's child account (header X-ON-BEHALF-OF). */
    onBehalfOf: z.string({ error: "must be a text" }).min(1, { error: "is empty" }).optional(),
    colorMode: z.enum(["white", "dark"], { error: "must be white or dark" }).optional(),
    /** How long the hosted page stays open, in minutes. */
    checkoutTtlMinutes: wholeNumber(1, 43_200).optional(),
    /** Public: what a storefront shows RozetkaPay's card form with. */
    widgetKey: publicText,
    /** What that form's script is loaded from; the sandbox prints the address of its own. */
    widgetScriptUrl: scriptAddress.default(WIDGET_SCRIPT),
    /** Public: what a storefront shows the buttons of Google Pay and Apple Pay with. */
    googlePayMerchantId: publicText,
    applePayMerchantId: publicText,
    /** The storefront's page of saved cards, where the shopper comes back to after adding one. */
    cardsUrl: addressTemplate(CARDS_PLACEHOLDERS).default(
      "{storefront_url}/{country_code}/account/cards",
    ),
    /** Buying in one click: RozetkaPay's page asks for delivery, recipient and payment. */
    express: expressOptions,
    ...storeOptions,
  })
  .describe("Options of medusa-payment-rozetkapay")

export type ProviderOptions = z.output<typeof optionsSchema>
