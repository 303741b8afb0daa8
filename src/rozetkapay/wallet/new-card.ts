import { z } from "zod"
import { fingerprint, secretsOfBrowser } from "../payments/customer"
import { snakeKeys } from "../wire/camel-case"
import { cardToken, filledText, text, toWire } from "../wire/request-fields"

const PARAM = "payment_method.cc_token"

/** The shopper gives the card on RozetkaPay's page: the answer's `action`. */
const byPage = z
  .object({
    mode: z.literal("hosted"),
    /** Where the gateway reports how it ended (`readCallback`). */
    callbackUrl: filledText(),
    /** Where the shopper comes back to. */
    resultUrl: filledText(),
    /** Make it the default one when it has been confirmed. */
    makeDefault: z.boolean().optional(),
  })
  .transform(({ mode, ...fields }) => ({
    mode,
    // The document's text wants it in direct mode only, its schema always: this suits both.
    payment_method: { type: "cc_token" },
    ...snakeKeys(fields),
  }))

/** The card's token from the widget, or from a payment's answer. */
const byToken = z
  .object({
    mode: z.literal("direct"),
    card: toWire({
      /** From the card widget, good for one use. */
      token: cardToken(`${PARAM}.token`),
      /** The widget's `card_mask`: "424242******4242". */
      mask: filledText(`${PARAM}.mask`).refine(
        (mask) => !/\d{11}/.test(mask.replace(/[\s-]/g, "")),
        {
          error: "it looks like a card number",
          params: { param: `${PARAM}.mask` },
        },
      ),
      /** The widget's `expires_at`, as it came: "2031-04-30T00:00:00". */
      expiresAt: filledText(`${PARAM}.expires_at`),
      /** false skips 3-D Secure. */
      use3dsFlow: z.boolean().optional(),
    }),
    /** Called only after 3-D Secure; a final answer comes at once otherwise. */
    callbackUrl: text,
    resultUrl: text,
    fingerprint: fingerprint.optional(),
    /** Make it the default one when it has been confirmed. */
    makeDefault: z.boolean().optional(),
  })
  .transform(({ mode, card, ...fields }) => ({
    mode,
    payment_method: { type: "cc_token", cc_token: card },
    ...snakeKeys(fields),
  }))

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/addCustomerPayment */
export const addCard = z.discriminatedUnion("mode", [byPage, byToken])

/**
 * The customer is named by the store's own id (the `external_id` of the customer, not of a payment).
 * RozetkaPay checks nothing else, so only a server that knows who is asking may call.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/customers
 */
export type WalletOwner = { customerExternalId: string }

export type AddWalletCardByPageRequest = WalletOwner & z.input<typeof byPage>
export type AddWalletCardByTokenRequest = WalletOwner & z.input<typeof byToken>
export type AddWalletCardRequest = AddWalletCardByPageRequest | AddWalletCardByTokenRequest

export const secretsOfNewCard = (request: AddWalletCardRequest) =>
  request.mode === "direct" ? [request.card.token, ...secretsOfBrowser(request.fingerprint)] : []

/**
 * Deleting a card, and naming the default one.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/deleteCustomerPayment
 */
export const oneCard = z
  .object({
    /** `WalletCard.optionId`, a UUID. */
    optionId: filledText(),
  })
  .transform((fields) => ({ ...snakeKeys(fields), type: "card" }))

export type WalletCardReference = WalletOwner & z.input<typeof oneCard>
