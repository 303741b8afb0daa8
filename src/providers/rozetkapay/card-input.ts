import { z } from "zod"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import { callbackUrl } from "../../provider/callback-urls"
import { parseWords, plainWords } from "../../provider/start/client-words"
import { refuseCardData } from "../../provider/start/refuse-card-data"
import {
  browserOf,
  type RequestFacts,
  statedFingerprint,
} from "../../provider/start/shopper-browser"
import type { CardToAdd } from "./card-wallet"
import { cardsUrl } from "./cards-url"
import type { ProviderOptions } from "./options"

/** A card to be kept, as its client asked. Holds a token: never stored, never logged. */
export type CardInput = Pick<CardToAdd, "card" | "makeDefault" | "fingerprint"> & {
  /** The storefront's country, for the page where the shopper comes back to. */
  countryCode?: string
}

/** What the widget's `onToken` gets, under its own names. */
const fromWidget = z.object({
  token: z.string().trim().min(8).max(1_000),
  card_mask: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine((mask) => !/\d{11}/.test(mask.replace(/[\s-]/g, ""))),
  expires_at: z.string().trim().min(1).max(40),
})

const anyObject = z.record(z.string(), z.unknown())
const beside = z.object({
  make_default: z.boolean().default(false),
  country_code: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  fingerprint: statedFingerprint.nullish(),
})

/**
 * Reads which card is to be kept: the widget's `token`, `card_mask` and `expires_at`
 * together, or none of them for RozetkaPay's page. Everything undocumented is dropped.
 *
 * @throws MedusaError 400 when it holds card data or is not complete; values never stand in it
 */
export const readCardInput = (
  data: unknown,
  request: RequestFacts | null,
  language: ShopperLanguage,
): CardInput => {
  refuseCardData(data, language)
  const incomplete = (fields: string) => shopperError("card_incomplete", language, { fields })
  const given = anyObject.safeParse(plainWords(data) ?? {})
  if (!given.success) throw shopperError("card_not_object", language)
  if ("payment_method" in given.data) {
    throw shopperError("card_not_from_widget", language)
  }
  const { make_default, country_code, fingerprint } = parseWords(beside, given.data, incomplete)
  const isFromWidget = Object.keys(fromWidget.shape).some((name) => name in given.data)
  const card = isFromWidget ? parseWords(fromWidget, given.data, incomplete) : null
  return {
    card: card && { token: card.token, mask: card.card_mask, expiresAt: card.expires_at },
    makeDefault: make_default,
    fingerprint: (request && browserOf(request, fingerprint ?? null).fingerprint) ?? null,
    ...(country_code && { countryCode: country_code }),
  }
}

/** Where RozetkaPay reports to and sends the shopper back to is the store's alone to say. */
export const cardToAdd = (
  { countryCode, ...input }: CardInput,
  options: ProviderOptions,
  providerId: string,
): CardToAdd => ({
  ...input,
  callbackUrl: callbackUrl(options, providerId),
  resultUrl: cardsUrl(options, providerId, countryCode),
})
