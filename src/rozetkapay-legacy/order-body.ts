import { amount, filled, refusal, required, text, whole } from "../rozetkapay/body-fields"
import { type ExactJson, ExactNumber, isPlainDecimal } from "../rozetkapay/exact-json"
import { atMost, newOrderId } from "./field-limits"
import type {
  LegacyBrowser,
  LegacyCustomer,
  LegacyOrder,
  LegacyPayment,
  LegacyProduct,
  LegacyRecipient,
} from "./requests"

/** The document's "Max 4000 symbols". */
const LONGEST_PAYLOAD = 4000

export type Fields = { [field: string]: ExactJson }

/** The fields that all primary operations share. What stands in `special` comes last and wins. */
export function orderFields(
  operation: string,
  posId: string,
  method: string,
  order: LegacyOrder,
  special: Fields,
): Fields {
  return {
    pos_id: posId,
    mode: "direct",
    method,
    amount: amount(operation, order.amount),
    currency: required(operation, "currency", order.currency),
    description: text(order.description),
    order_id: newOrderId(operation, order.orderId),
    order_3ds_bypass: order.threeDs,
    server_url: text(order.serverUrl),
    result_url: text(order.resultUrl),
    merchant_mcc: text(order.merchantMcc),
    payload: atMost(operation, "payload", LONGEST_PAYLOAD, order.payload),
    properties: filled({ ...order.properties }),
    ...customerFields(order.customer),
    ...recipientFields(order.recipient),
    ...special,
  }
}

/** The fields of a payment to the shop: an order with products, by `auth` or `purchase`. */
export function paymentFields(
  operation: string,
  posId: string,
  payment: LegacyPayment,
  special: Fields,
): Fields {
  return orderFields(operation, posId, payment.twoStep ? "auth" : "purchase", payment, {
    merchant_order_id: text(payment.merchantOrderId),
    products: productList(operation, payment.products),
    browser_fingerprint: browserFields(payment.browser),
    ...special,
  })
}

const customerFields = (from: LegacyCustomer = {}): Fields => ({
  customer_id: text(from.id),
  customer_fname: text(from.firstName),
  customer_lname: text(from.lastName),
  customer_patronym: text(from.patronym),
  customer_email: text(from.email),
  customer_phone: text(from.phone),
  customer_ip: text(from.ip),
  customer_lang: text(from.language),
  customer_country: text(from.country),
  customer_city: text(from.city),
  customer_postal_code: text(from.postalCode),
  customer_address: text(from.address),
  customer_birthday: text(from.birthday),
  customer_user_agent: text(from.userAgent),
  customer_referrer: text(from.referrer),
})

export const recipientFields = (from: LegacyRecipient = {}): Fields => ({
  recipient_fname: text(from.firstName),
  recipient_lname: text(from.lastName),
  recipient_patronym: text(from.patronym),
  recipient_city: text(from.city),
  recipient_postal_code: text(from.postalCode),
  recipient_address: text(from.address),
  recipient_phone: text(from.phone),
  recipient_email: text(from.email),
  recipient_cc_token: text(from.cardToken),
})

export const browserFields = (from: LegacyBrowser | undefined): ExactJson =>
  from &&
  filled({
    browserColorDepth: text(from.colorDepth),
    browserScreenHeight: text(from.screenHeight),
    browserScreenWidth: text(from.screenWidth),
    browserJavaEnabled: text(from.javaEnabled),
    browserLanguage: text(from.language),
    browserTimeZone: text(from.timeZone),
    browserTimeZoneOffset: text(from.timeZoneOffset),
    browserAcceptHeader: text(from.acceptHeader),
    browserIpAddress: text(from.ipAddress),
    browserUserAgent: text(from.userAgent),
  })

function productList(operation: string, from: LegacyProduct[] | undefined): ExactJson {
  if (from === undefined || from.length === 0) {
    return undefined
  }
  const number = (param: string, value: string | undefined) => {
    if (value !== undefined && !isPlainDecimal(value)) {
      throw refusal(operation, `products.${param}`, "it must be a plain decimal")
    }
    return value === undefined ? undefined : new ExactNumber(value)
  }
  return from.map((product) => ({
    id: text(product.id),
    url: text(product.url),
    category: text(product.category),
    category_id: text(product.categoryId),
    name: text(product.name),
    description: text(product.description),
    amount: number("amount", product.amount),
    price_type: product.priceType,
    vat: number("vat", product.vat),
    currency: text(product.currency),
    qty: number("qty", product.quantity),
    payload: atMost(operation, "products.payload", LONGEST_PAYLOAD, product.payload),
    metadata: productMetadata(operation, product.metadata),
  }))
}

function productMetadata(operation: string, from: LegacyProduct["metadata"] = {}): ExactJson {
  const entries = Object.entries(from).map(([key, value]): [string, ExactJson] => {
    if (typeof value !== "number") {
      return [key, value]
    }
    return [key, whole(operation, "products.metadata", value)]
  })
  return filled(Object.fromEntries(entries))
}
