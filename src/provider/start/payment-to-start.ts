import { sessionOf } from "../../core/external-id"
import { installationOf } from "../../core/installation"
import type { Instrument } from "../../core/instrument"
import type { Money } from "../../core/money"
import { writeMetadata } from "../../core/payment-metadata"
import type { SessionId } from "../../core/session-id"
import { cutText } from "../../messages/cut-text"
import { orderLabel } from "../../messages/labels"
import { shopperLanguage } from "../../messages/language"
import { returnUrl } from "../callback-urls"
import { fillTemplate } from "../fill-template"
import type { PaymentReference, PaymentToStart } from "../payment-gateway"
import type { StoreOptions } from "../store-options"
import { payerOf } from "./payer"
import { productLines } from "./product-lines"
import type { Purchase } from "./purchase"
import type { ShopperBrowser } from "./shopper-browser"

/** The longest text that a hosted page shows well. */
export const DESCRIPTION_LENGTH = 250
/** RozetkaPay's limit on a value of `metadata`. */
const METADATA_LENGTH = 200

/** How and by whom a payment is made, as far as it is not in the cart. */
export type WayToPay = {
  /** Medusa's payment collection. */
  purchaseId: string
  instrument: Instrument | null
  remember: boolean
  /** Null: a guest, who has no saved cards. */
  customerId: string | null
  browser: ShopperBrowser | null
  /** Instead of the option's text. */
  description?: string | null
}

/**
 * Everything that RozetkaPay is told when a payment is started. Of the client's
 * own words only the instrument and the browser's measures are in it.
 */
export const paymentToStart = (
  payment: PaymentReference,
  providerId: string,
  money: Money,
  purchase: Purchase | null,
  { purchaseId, instrument, remember, customerId, browser, description: given }: WayToPay,
  stores: StoreOptions,
): PaymentToStart => {
  // The purchase's own language first, then the browser's, then the store's.
  const options = { ...stores, locale: browser?.pageLocale ?? stores.locale }
  const session = sessionOf(payment.externalId)
  const description = given
    ? cutText(given, DESCRIPTION_LENGTH)
    : describe(purchase, session, options)
  const terms = writeMetadata({
    sessionId: session,
    providerId,
    twoStep: payment.twoStep,
    currency: money.currency,
    orders: payment.orders,
    purchase: purchaseId,
    installation: installationOf(options.backendUrl),
  })
  return {
    ...payment,
    amount: money.amount,
    resultUrl: returnUrl(options, providerId, session),
    description,
    ...(purchase?.orderNumber && { orderNumber: String(purchase.orderNumber) }),
    payload: JSON.stringify({
      payment_session: payment.externalId,
      ...(purchase?.cartId && { cart: purchase.cartId }),
      ...(purchase?.orderId && { order: purchase.orderId }),
    }),
    customer: {
      ...payerOf(purchase, customerId, options),
      ...(browser?.ipAddress && { ipAddress: browser.ipAddress }),
      ...(browser?.ipv6Address && { ipv6Address: browser.ipv6Address }),
      ...(browser?.fingerprint && { fingerprint: browser.fingerprint }),
    },
    products:
      options.products && purchase
        ? productLines(purchase, money, options.taxGroup, productPage(options, purchase))
        : [],
    // A charge without the shopper has no field for it.
    metadata:
      instrument?.type === "recurrent"
        ? { ...terms, description: cutText(description, METADATA_LENGTH) }
        : terms,
    checkoutTtlMinutes: options.checkoutTtlMinutes,
    instrument,
    remember,
  }
}

/** A product's page in the storefront; undefined: the store has not said where that is. */
const productPage =
  ({ productUrl, storefrontUrl, countryCode }: StoreOptions, purchase: Purchase) =>
  (handle: string): string | undefined =>
    productUrl &&
    fillTemplate(productUrl, {
      storefront_url: storefrontUrl,
      country_code: purchase.shippingAddress?.country_code ?? countryCode,
      handle,
    })

/** The text that a template makes of what is paid for. */
export const describe = (
  purchase: Purchase | null,
  sessionId: SessionId,
  { description: template, locale }: Pick<StoreOptions, "description"> & { locale: string },
): string => {
  const items = purchase?.items.map((line) => `${line.title} × ${line.quantity}`).join(", ")
  const text = fillTemplate(template, {
    items: items || orderInWords(purchase, locale) || sessionId,
    session_id: sessionId,
    cart_id: purchase?.cartId,
    email: purchase?.email,
  })
  return cutText(text, DESCRIPTION_LENGTH)
}

/** The order's number: all that a payment link's page can say. */
const orderInWords = (purchase: Purchase | null, locale: string): string | null => {
  if (!purchase?.orderNumber) return null
  const language = shopperLanguage(purchase.locale, locale)
  return orderLabel(purchase.orderNumber, language)
}
