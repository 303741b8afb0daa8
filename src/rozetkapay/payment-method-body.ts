import { refusal, required } from "./body-fields"
import { hasCardCheckDigit } from "./card-number"
import type { ExactJson } from "./exact-json"
import type { BrowserFingerprint, CustomerPaymentMethod, DirectCustomer } from "./requests"

/**
 * `customer.payment_method`, built field by field: whatever else a caller's object holds stays here.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (payment_method)
 */
export function paymentMethod(operation: string, from: CustomerPaymentMethod): ExactJson {
  const param = `customer.payment_method.${from.type}`
  const use3ds = { use_3ds_flow: from.use3dsFlow }
  switch (from.type) {
    case "cc_token": {
      const token = cardToken(operation, `${param}.token`, from.token)
      const cc_token = { token, ...use3ds, save_to_wallet: from.saveToWallet }
      return { type: "cc_token", cc_token }
    }
    case "google_pay":
    case "apple_pay": {
      const token = cardToken(operation, `${param}.token`, from.token)
      return { type: from.type, [from.type]: { token, ...use3ds } }
    }
    case "wallet": {
      const optionId = required(operation, `${param}.option_id`, from.optionId)
      return { type: "wallet", wallet: { option_id: optionId, ...use3ds } }
    }
    default:
      // Callers without types: a type of the document that this client keeps out.
      throw refusal(operation, "customer.payment_method.type", "only tokens are sent")
  }
}

/** All ten are required by the document, so an empty one is sent as it is. */
export function fingerprint(from: BrowserFingerprint): ExactJson {
  return {
    browser_accept_header: from.acceptHeader,
    browser_color_depth: from.colorDepth,
    browser_ip_address: from.ipAddress,
    browser_java_enabled: from.javaEnabled,
    browser_language: from.language,
    browser_screen_height: from.screenHeight,
    browser_screen_width: from.screenWidth,
    browser_time_zone: from.timeZone,
    browser_time_zone_offset: from.timeZoneOffset,
    browser_user_agent: from.userAgent,
  }
}

/** A card's token; never a card's number that came in its place. */
export function cardToken(operation: string, param: string, value: string): string {
  if (isCardNumber(required(operation, param, value))) {
    throw refusal(operation, param, "it looks like a card number")
  }
  return value
}

/** 12 to 19 digits, however grouped, with the check digit of cards. */
function isCardNumber(value: string): boolean {
  const digits = value.replace(/[\s-]/g, "")
  return /^\d{12,19}$/.test(digits) && hasCardCheckDigit(digits)
}

/** What of a direct customer no error may repeat: what pays, and what identifies the browser. */
export function secretsOfCustomer({
  paymentMethod: method,
  fingerprint: browser,
  ...customer
}: DirectCustomer) {
  return [
    method.type === "wallet" ? method.optionId : method.token,
    customer.ipAddress,
    ...(browser ? secretsOfBrowser(browser) : []),
  ]
}

/** The other values ("24", "uk") are shared by millions, and are parts of honest words. */
export const secretsOfBrowser = ({ ipAddress, userAgent }: BrowserFingerprint) => [
  ipAddress,
  userAgent,
]
