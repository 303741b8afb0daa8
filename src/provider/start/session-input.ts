import { z } from "zod"
import type { Instrument } from "../../core/instrument"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import { parseWords, plainWords } from "./client-words"
import { refuseCardData } from "./refuse-card-data"
import {
  browserOf,
  type RequestFacts,
  type ShopperBrowser,
  statedFingerprint,
} from "./shopper-browser"

/** How a session is to be paid, as its client asked. Holds tokens: never stored, never logged. */
export type SessionInput = {
  /** Null: on RozetkaPay's page. */
  instrument: Exclude<Instrument, { type: "recurrent" }> | null
  /** Charge the customer's kept consent, without the shopper. */
  offSession: boolean
  /** Ask for the consent to charge later without the shopper. */
  remember: boolean
  /** The delivery is chosen on RozetkaPay's page as well, which then needs none of the store. */
  express?: boolean
  /** Null: a store's own code asks, and no shopper's request is at hand. */
  browser: ShopperBrowser | null
  /** All that the request said, for an adapter that has inputs of its own (`TakesChoice`). */
  words?: Readonly<Record<string, unknown>>
}

/** As a shopper's own request asks. */
type ShopperInput = SessionInput & { browser: ShopperBrowser }

const TOKEN = z.string().trim().min(8).max(20_000)
const flag = z.boolean().default(false)

const typed = z.looseObject({ type: z.string() })
const anyObject = z.looseObject({})
const words = z.looseObject({ mode: z.unknown() })

/** RozetkaPay writes `{type, cc_token: {token}}`; a flat `{type, token}` says the same. */
const flattened = (value: unknown): unknown => {
  const shape = typed.safeParse(value)
  if (!shape.success) return value
  const nested = anyObject.safeParse(shape.data[shape.data.type])
  return nested.success ? { ...nested.data, type: shape.data.type } : value
}

const paymentMethod = z.preprocess(
  flattened,
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("cc_token"), token: TOKEN }),
    z.object({ type: z.literal("google_pay"), token: TOKEN }),
    z.object({ type: z.literal("apple_pay"), token: TOKEN }),
    z.object({ type: z.literal("wallet"), option_id: z.uuid() }),
    z.object({ type: z.enum(["privat24", "evo_credit", "przelewy24"]) }),
    z.object({ type: z.literal("privat_parts"), parts: z.int().min(2).max(25) }),
  ]),
)

export const EXPRESS = "express_checkout" as const

/** Null and missing: hosted. */
const MODES = ["hosted", "direct", EXPRESS]

const flags = z.object({ remember: flag })
const direct = flags.extend({
  payment_method: paymentMethod,
  fingerprint: statedFingerprint.nullish(),
  save: flag,
})

/**
 * Reads what a client posted as a session's `data`. Everything undocumented is dropped.
 *
 * @throws MedusaError 400 when it holds card data, or asks for a payment that can't be made
 */
export const readSessionInput = (
  data: unknown,
  request: RequestFacts,
  language: ShopperLanguage,
): ShopperInput => {
  refuseCardData(data, language)
  const given = words.safeParse(plainWords(data) ?? {})
  if (!given.success) throw shopperError("data_not_object", language)
  const { mode, payment_method, off_session } = given.data
  requireKnownMode(mode, language)
  if (mode === "direct" && off_session !== true) return directInput(given.data, request, language)
  if (payment_method !== undefined) {
    throw shopperError("method_not_direct", language)
  }
  if (mode === EXPRESS) return expressInput(request)
  const { remember } = parseWords(flags, given.data, incomplete(language))
  const offSession = off_session === true
  const browser = browserOf(request, null)
  // A charge without the shopper can't ask the shopper for anything.
  return { instrument: null, remember: remember && !offSession, offSession, browser }
}

export const expressInput = (request: RequestFacts): ShopperInput => ({
  instrument: null,
  remember: false,
  offSession: false,
  express: true,
  browser: browserOf(request, null),
})

/**
 * A mistyped mode must not send a shopper, whose card form is in the store, to RozetkaPay's page.
 *
 * @throws MedusaError 400 that names the allowed ones
 */
export const requireKnownMode = (mode: unknown, language: ShopperLanguage): void => {
  if (mode === undefined || mode === null || MODES.some((known) => known === mode)) return
  throw shopperError("unknown_mode", language)
}

const directInput = (
  data: unknown,
  request: RequestFacts,
  language: ShopperLanguage,
): ShopperInput => {
  const {
    payment_method: method,
    save,
    remember,
    fingerprint,
  } = parseWords(direct, data, incomplete(language))
  if (save && method.type !== "cc_token") {
    throw shopperError("not_a_card", language)
  }
  const browser = browserOf(request, fingerprint ?? null)
  return { instrument: instrumentOf(method, save), remember, offSession: false, browser }
}

const instrumentOf = (
  method: z.output<typeof paymentMethod>,
  save: boolean,
): SessionInput["instrument"] => {
  switch (method.type) {
    case "wallet":
      return { type: method.type, optionId: method.option_id }
    case "cc_token":
      return { type: method.type, token: method.token, save }
    default:
      return method
  }
}

const incomplete = (language: ShopperLanguage) => (fields: string) =>
  shopperError("payment_incomplete", language, { fields })
