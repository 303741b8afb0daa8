import type { PaymentToStart, ProductLine } from "../../provider/payment-gateway"
import type {
  AlternativePaymentMethod,
  AlternativeProduct,
  CreateAlternativePaymentRequest,
} from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { type Method, methodOf, RULES } from "./methods"

/**
 * The request that begins a payment.
 *
 * @throws RozetkaPayError `rejected`: nothing was chosen, so nothing is sent
 */
export const alternativeToCreate = (payment: PaymentToStart): CreateAlternativePaymentRequest => {
  const method = methodOf(payment.choice?.method)
  if (!method) throw refused("no method was chosen")
  const { customer } = payment
  const paymentMethod = paymentMethodOf(method, payment.code)
  return {
    provider: RULES[method].provider,
    externalId: payment.externalId,
    amount: payment.amount,
    currency: payment.currency,
    description: payment.description,
    products: linesOf(payment),
    resultUrl: payment.resultUrl,
    callbackUrl: payment.callbackUrl,
    customer: {
      externalId: customer.externalId,
      firstName: customer.firstName,
      lastName: customer.lastName,
      phone: customer.phone,
      email: customer.email,
      ipAddress: customer.ipAddress ?? customer.ipv6Address,
      country: customer.country,
      address: customer.address,
      city: customer.city,
      postalCode: customer.postalCode,
      ...(paymentMethod && { paymentMethod }),
    },
    metadata: payment.metadata,
  }
}

const paymentMethodOf = (
  method: Method,
  code: string | undefined,
): AlternativePaymentMethod | null => {
  const { type } = RULES[method]
  if (type !== "blik") return type && { type }
  if (!code) throw refused("a BLIK payment has no code")
  return { type, code }
}

const refused = (explanation: string) =>
  new RozetkaPayError({
    kind: "rejected",
    operation: "alternative create",
    explanation: `nothing was sent, ${explanation}`,
  })

/**
 * Lines that add up to the payment. The document wants some of everybody, and Santander lends for goods:
 * where the cart's own do not make up the sum, or are not to be told, the payment is one line.
 */
const linesOf = ({ products, description, amount }: PaymentToStart): AlternativeProduct[] =>
  products.length > 0
    ? products.map((line) => ({
        ...toProduct(line),
        ...(line.category && { category: line.category }),
      }))
    : [{ name: description, quantity: 1, price: amount }]

/** A line's quantity is a whole number of pieces already, and its amount is for one. */
export const toProduct = ({
  name,
  quantity,
  netAmount,
}: Pick<ProductLine, "name" | "quantity" | "netAmount">) => ({
  name,
  quantity: Number(quantity),
  price: netAmount,
})
