import { amount, filled, required, text, whole } from "./body-fields"
import { type ExactJson, writeExactJson } from "./exact-json"
import { fingerprint, paymentMethod } from "./payment-method-body"
import type {
  CardLookupRequest,
  ChangePaymentRequest,
  CreatePaymentRequest,
  Customer,
  DirectCustomer,
  Product,
  RecurrentPaymentRequest,
  ResendCallbackRequest,
  TransactionsReportRequest,
} from "./requests"

/**
 * The JSON text of a create.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment
 */
export function createBody(request: CreatePaymentRequest): string {
  const operation = "create"
  return writeExactJson({
    external_id: required(operation, "external_id", request.externalId),
    amount: amount(operation, request.amount),
    currency: required(operation, "currency", request.currency),
    mode: request.mode,
    // Always written: the gateway's default is to charge at once.
    confirm: request.confirm,
    callback_url: text(request.callbackUrl),
    result_url: text(request.resultUrl),
    description: text(request.description),
    customer: anyCustomer(operation, request),
    products: products(operation, request.products),
    checkout_ttl:
      request.mode === "direct"
        ? undefined
        : whole(operation, "checkout_ttl", request.checkoutTtlMinutes),
    init_recurrent_payment: request.initRecurrentPayment,
    metadata: filled({ ...request.metadata }),
    unified_external_id: text(request.unifiedExternalId),
    payload: text(request.payload),
  })
}

/**
 * The JSON text of a charge by a kept recurrent id. It has no currency: the first payment's counts.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createRecurrentPayment
 */
export function recurrentBody(request: RecurrentPaymentRequest): string {
  const operation = "recurrent"
  return writeExactJson({
    recurrent_id: required(operation, "recurrent_id", request.recurrentId),
    external_id: required(operation, "external_id", request.externalId),
    amount: amount(operation, request.amount),
    // Always written: the gateway's default is to charge at once.
    confirm: request.confirm,
    callback_url: text(request.callbackUrl),
    payload: text(request.payload),
    metadata: filled({ ...request.metadata }),
    unified_external_id: text(request.unifiedExternalId),
  })
}

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cardLookup */
export function lookupBody(request: CardLookupRequest): string {
  return writeExactJson({
    mode: request.mode,
    callback_url: text(request.callbackUrl),
    result_url: text(request.resultUrl),
    currency: text(request.currency),
    customer: anyCustomer("lookup", request),
    description: text(request.description),
    payload: text(request.payload),
  })
}

/**
 * The JSON text of a confirm, cancel or refund.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/refundPayment
 */
export function changeBody(operation: string, request: ChangePaymentRequest): string {
  return writeExactJson({
    external_id: required(operation, "external_id", request.externalId),
    // Only undefined may be left out: an empty amount would silently become "all of it".
    amount: request.amount === undefined ? undefined : amount(operation, request.amount),
    currency: text(request.currency),
    callback_url: text(request.callbackUrl),
    products: products(operation, request.products),
  })
}

export function referenceBody(operation: string, request: ResendCallbackRequest): string {
  return writeExactJson({
    external_id: required(operation, "external_id", request.externalId),
    operation: text(request.operation),
  })
}

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getTransactionsRequest */
export function reportBody(operation: string, request: TransactionsReportRequest): string {
  return writeExactJson({
    date_from: required(operation, "date_from", request.dateFrom),
    date_to: required(operation, "date_to", request.dateTo),
    operation_types: request.operationTypes?.length ? request.operationTypes : undefined,
    statuses: request.statuses?.length ? request.statuses : undefined,
  })
}

type AnyCustomer =
  | { mode: "direct"; customer: DirectCustomer }
  | { mode: "hosted" | "express_checkout"; customer?: Customer }

export function anyCustomer(operation: string, request: AnyCustomer): ExactJson {
  return request.mode === "direct"
    ? directCustomer(operation, request.customer)
    : request.customer && filled(customer(request.customer))
}

function directCustomer(operation: string, from: DirectCustomer): ExactJson {
  const method = paymentMethod(operation, from.paymentMethod)
  // A saved card is one of this customer's: without the customer, whose card would be charged?
  const isOfCustomer = from.paymentMethod.type === "wallet" || isToBeSaved(from)
  const externalId = isOfCustomer
    ? required(operation, "customer.external_id", from.externalId ?? "")
    : text(from.externalId)
  return {
    ...customer(from),
    external_id: externalId,
    payment_method: method,
    fingerprint: from.fingerprint && fingerprint(from.fingerprint),
  }
}

const isToBeSaved = ({ paymentMethod: method }: DirectCustomer) =>
  method.type === "cc_token" && method.saveToWallet === true

function customer(from: Customer) {
  return {
    email: text(from.email),
    first_name: text(from.firstName),
    last_name: text(from.lastName),
    patronym: text(from.patronym),
    phone: text(from.phone),
    address: text(from.address),
    city: text(from.city),
    country: text(from.country),
    postal_code: text(from.postalCode),
    external_id: text(from.externalId),
    ip_address: text(from.ipAddress),
    locale: from.locale,
    color_mode: from.colorMode,
  }
}

/**
 * The payments endpoints want quantity, net_amount and vat_amount as JSON strings (a number is
 * answered with 400 invalid_request_body), and tax_group as an integer.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (products)
 */
export function products(operation: string, from: Product[] | undefined): ExactJson {
  if (from === undefined || from.length === 0) {
    return undefined
  }
  return from.map((product) => ({
    id: text(product.id),
    name: text(product.name),
    description: text(product.description),
    category: text(product.category),
    image: text(product.image),
    url: text(product.url),
    quantity: text(product.quantity),
    net_amount: text(product.netAmount),
    vat_amount: text(product.vatAmount),
    currency: text(product.currency),
    tax_group: whole(operation, "products.tax_group", product.taxGroup),
  }))
}
