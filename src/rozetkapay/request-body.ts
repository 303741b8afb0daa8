import { RozetkaPayError } from "./errors"
import { type ExactJson, ExactNumber, isPlainDecimal, writeExactJson } from "./exact-json"
import type {
  ChangePaymentRequest,
  CreatePaymentRequest,
  Customer,
  Product,
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
    customer: request.customer && customer(request.customer),
    products: products(operation, request.products),
    checkout_ttl: whole(operation, "checkout_ttl", request.checkoutTtlMinutes),
    metadata: filled({ ...request.metadata }),
    unified_external_id: text(request.unifiedExternalId),
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

/** The id that every operation is keyed by. */
export function required(operation: string, param: string, value: string): string {
  if (typeof value !== "string" || value === "") {
    throw refusal(operation, param, "it must not be empty")
  }
  return value
}

function customer(from: Customer): ExactJson {
  return filled({
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
  })
}

/**
 * The payments endpoints want quantity, net_amount and vat_amount as JSON strings (a number is
 * answered with 400 invalid_request_body), and tax_group as an integer.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (products)
 */
function products(operation: string, from: Product[] | undefined): ExactJson {
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

function amount(operation: string, value: string): ExactNumber {
  if (typeof value !== "string" || !isPlainDecimal(value)) {
    throw refusal(operation, "amount", 'it must be a plain decimal such as "1249.99"')
  }
  return new ExactNumber(value)
}

function whole(operation: string, param: string, value: number | undefined) {
  if (value === undefined) {
    return undefined
  }
  if (!Number.isSafeInteger(value) || value < 0) {
    throw refusal(operation, param, "it must be a whole number, zero or above")
  }
  return new ExactNumber(String(value))
}

const text = (value: string | undefined) => (value === "" ? undefined : value)

const filled = (members: Record<string, ExactJson>) =>
  Object.values(members).some((member) => member !== undefined) ? members : undefined

/** The same code that the gateway gives for such a request, without the round trip. */
function refusal(operation: string, param: string, why: string) {
  return new RozetkaPayError({
    kind: "rejected",
    operation,
    code: "invalid_request_body",
    type: "invalid_request_error",
    param,
    explanation: `nothing was sent, ${why}`,
  })
}
