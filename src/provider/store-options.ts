import { z } from "zod"
import type { ExpressOptions } from "./express-options"
import { isOpenToOthers } from "./open-to-others"
import { shopLook } from "./shop-look"

export const webAddress = z
  .url({ protocol: /^https?$/, error: "must be an http(s) url" })
  .refine((text) => isPlainAddress(text), {
    error: "must have no login, no ? and no #: paths are added to it",
  })
  .transform((url) => url.replace(/\/+$/, ""))

/** A script that storefronts load: plain http, which others may change on the way, only from this very machine. */
export const scriptAddress = z
  .url({ protocol: /^https?$/, error: "must be an https url, or an http one on localhost" })
  .refine((text) => !isOpenToOthers(text), {
    error: "must be an https url, or an http one on localhost",
  })
  .refine((text) => !URL.canParse(text) || new URL(text).username === "", {
    error: "must have no login",
  })

const isPlainAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return true // Said already.
  const { username, password, search, hash } = new URL(text)
  return ![username, password, search, hash].some(Boolean) && !/[?#]/.test(text)
}

/** Placeholders that once were, and what to do instead. */
const GONE: Record<string, string> = {
  message:
    "puts a sentence into an address, where anybody can write another one: use {reason}, and say its sentence in your storefront by paymentSentence of medusa-payment-rozetkapay/storefront",
}

/** Where a browser is sent: a whole address, or one that begins with a placeholder that is one. */
export const addressTemplate = (placeholders: readonly string[]) =>
  textTemplate(placeholders).regex(/^(https?:\/\/|\{(storefront|backend)_url\})/, {
    error: "must begin with http(s)://, {storefront_url} or {backend_url}",
  })

/** A text with {placeholders}; what they may be is checked, so that a typo does not reach a shopper. */
const textTemplate = (placeholders: readonly string[]) =>
  z
    .string({ error: "must be a text" })
    .refine((template) => unknownIn(template, placeholders).length === 0, {
      error: ({ input }) => {
        const gone = unknownIn(String(input), placeholders).find((name) =>
          Object.hasOwn(GONE, name),
        )
        return gone === undefined
          ? `has an unknown placeholder; known: ${placeholders.map((p) => `{${p}}`).join(", ")}`
          : `has {${gone}}, which ${GONE[gone]}`
      },
    })

const unknownIn = (template: string, placeholders: readonly string[]): string[] =>
  [...template.matchAll(/\{([^}]*)\}/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !placeholders.includes(name))

export const RETURN_PLACEHOLDERS = [
  "storefront_url",
  "backend_url",
  "provider_id",
  "session_id",
  "cart_id",
  "order_id",
  "country_code",
  "reason",
] as const

export const PRODUCT_PLACEHOLDERS = ["storefront_url", "country_code", "handle"] as const

export const DESCRIPTION_PLACEHOLDERS = ["items", "session_id", "cart_id", "email"] as const

export const wholeNumber = (from: number, to: number) =>
  z
    .int({ error: `must be a whole number from ${from} to ${to}` })
    .min(from, { error: `must be a whole number from ${from} to ${to}` })
    .max(to, { error: `must be a whole number from ${from} to ${to}` })

const LOCAL_BACKEND = "http://localhost:9000"
const LOCAL_STOREFRONT = "http://localhost:8000"

/** A secret or a name that only RozetkaPay can give. Never trimmed. */
export const fromSupport = (what: string) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined || input === null
          ? `is missing; RozetkaPay's support gives you ${what}`
          : "must be a text",
    })
    .refine((text) => text.trim() !== "", { error: "is empty" })

/**
 * The options that say the same for each of RozetkaPay's APIs: where the store is, and how it
 * wants to be paid. docs/options.md says them to merchants; a test keeps the two in step.
 */
export const storeOptions = {
  /** true: the money is captured at once. false: held, then captured by the merchant. */
  capture: z.boolean({ error: "must be true or false" }).default(true),
  /** The public address of the Medusa server: RozetkaPay's callbacks and the shopper's browser come here. */
  backendUrl: webAddress.default(LOCAL_BACKEND),
  storefrontUrl: webAddress.default(LOCAL_STOREFRONT),
  /** Where this very store has run before: payments that were opened there are its own. */
  formerBackendUrls: z
    .array(z.unknown(), { error: "must be a list of http(s) urls" })
    .min(1, { error: "is empty" })
    .refine((urls) => urls.every((url) => webAddress.safeParse(url).success), {
      error: "must be a list of http(s) urls",
    })
    .transform((urls) => urls.map((url) => webAddress.parse(url)))
    .optional(),
  /** Per request, in milliseconds. The cart is locked meanwhile, so not above 10 s. */
  timeoutMs: wholeNumber(500, 10_000).default(8_000),
  /** What the shopper reads on RozetkaPay's page. */
  description: textTemplate(DESCRIPTION_PLACEHOLDERS)
    .min(1, { error: "is empty" })
    .max(250, { error: "is longer than 250 characters" })
    .default("{items}"),
  /** Language of the hosted page when the cart names none. */
  locale: z.enum(["UK", "EN", "PL"], { error: "must be UK, EN or PL" }).default("UK"),
  /** Fiscalised projects: the tax group (1–9) of lines whose variant or product metadata has no `rozetkapay_tax_group`. */
  taxGroup: wholeNumber(1, 9).optional(),
  /** Sends the cart's lines as `products`. */
  products: z.boolean({ error: "must be true or false" }).default(true),
  /** {country_code} for a cart without an address. */
  countryCode: z
    .string({ error: "must be a text" })
    .regex(/^[a-z]{2}$/, { error: "must be a two-letter code such as ua" })
    .default("ua"),
  /** Whether the scheduled job syncs what callbacks missed. */
  reconcile: z.boolean({ error: "must be true or false" }).default(true),
  reconcileEveryMinutes: wholeNumber(1, 1_440).default(10),
  /** How far back the job looks for open sessions and holds. */
  reconcileLookBackDays: wholeNumber(1, 90).default(14),
  /**
   * After how many days a bank may let a hold go. RozetkaPay names no time: card schemes ask banks to keep a
   * purchase's hold for 7 days at least.
   */
  holdDays: wholeNumber(1, 90).default(7),
  /** Returns of one reconcile run: more at once is rather a database from a backup than shoppers. */
  mostReturnsPerRun: wholeNumber(0, 1_000).default(20),
  /** Minutes from the payment. A stock-out or a rule of the store's may pass; money can't wait for ever. */
  orderRetryMinutes: wholeNumber(0, 1_440).default(30),
  /** Of notices in the dashboard's bell, which Medusa keeps as they were written. */
  adminLanguage: z.enum(["uk", "en"], { error: "must be uk or en" }).default("uk"),
  /** How the pages look that the plugin serves to shoppers: of payment links, and of the wait for the bank. */
  shop: shopLook,
  /** A product's page, which RozetkaPay's page and receipts may lead to; absent: none is sent. */
  productUrl: addressTemplate(PRODUCT_PLACEHOLDERS).optional(),
  successUrl: addressTemplate(RETURN_PLACEHOLDERS).default(
    "{storefront_url}/{country_code}/order/{order_id}/confirmed",
  ),
  failureUrl: addressTemplate(RETURN_PLACEHOLDERS).default(
    "{storefront_url}/{country_code}/checkout?step=payment&payment_error={reason}",
  ),
  pendingUrl: addressTemplate(RETURN_PLACEHOLDERS).default(
    "{backend_url}/hooks/rozetkapay/{provider_id}/waiting/{session_id}",
  ),
}

export type StoreOptions = z.output<z.ZodObject<typeof storeOptions>> & {
  /** Of the hosted page, where the API has it. */
  colorMode?: "white" | "dark"
  /** Minutes, where the API has it. */
  checkoutTtlMinutes?: number
  /** Buying in one click, where the API has it and the store wants it. */
  express?: ExpressOptions
}

/** A line at boot. A store with several kinds of providers is told whose option it is. */
const fromPackage = (provider: string, line: string): string =>
  `medusa-payment-rozetkapay${provider === MAIN ? "" : ` (${provider})`}: ${line}`

/** Whose options are simply the package's: it is named like it. */
const MAIN = "rozetkapay"

/** What an adapter's descriptor says of its options. */
type Optioned<Options> = { readonly identifier: string; readonly optionsSchema: z.ZodType<Options> }

/** @throws Error with one line for each bad option, naming it and what to do, never its value. */
export const parseOptionsBy = <Options>(
  { identifier, optionsSchema }: Optioned<Options>,
  options: unknown,
): Options => {
  const parsed = optionsSchema.safeParse(withoutUndefined(options))
  if (parsed.success) return parsed.data
  const lines = firstOfEach(parsed.error.issues).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map(
          (key) =>
            `option "${[...issue.path, key].join(".")}" is unknown; see the table of options in the plugin's docs/options.md`,
        )
      : [`option "${issue.path.join(".") || "options"}" ${issue.message}`],
  )
  throw new Error(lines.map((line) => fromPackage(identifier, line)).join("\n"))
}

/** One line for one option, however many rules it breaks. */
const firstOfEach = (issues: z.core.$ZodIssue[]): z.core.$ZodIssue[] => {
  const named = issues.map((issue) => issue.path.join("."))
  return issues.filter((_, index) => named.indexOf(named[index] ?? "") === index)
}

/** `login: process.env.UNSET` is a missing option, not a wrong one. */
const withoutUndefined = (options: unknown): unknown =>
  typeof options === "object" && options !== null
    ? Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
    : (options ?? {})

/** What the merchant should know at boot although it stops nothing. */
export const optionWarnings = (provider: string, given: Record<string, unknown>): string[] => {
  const warnings = [
    !given.backendUrl &&
      `option "backendUrl" is not set: ${LOCAL_BACKEND} is used, where RozetkaPay's callbacks can't arrive`,
    !given.storefrontUrl &&
      `option "storefrontUrl" is not set: shoppers are sent back to ${LOCAL_STOREFRONT}`,
    isOpenToOthers(given.backendUrl) &&
      'option "backendUrl" is http: callbacks and the shopper\'s return travel unencrypted; use https',
    isOpenToOthers(given.apiUrl) &&
      'option "apiUrl" is http: the login, the password and every payment travel unencrypted; use https',
  ]
  return warnings.filter((line) => line !== false).map((line) => fromPackage(provider, line))
}
