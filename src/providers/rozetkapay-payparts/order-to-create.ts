import type { PaymentToStart, ProductLine } from "../../provider/payment-gateway"
import type { CreatePayPartsOrderRequest, PayPartsProduct } from "../../rozetkapay/client"
import { refusal } from "../../rozetkapay/wire/request-fields"
import { bankPhone } from "./bank-phone"
import { modeOf, needsProducts } from "./bank-rules"

/**
 * The request that asks the customer.
 *
 * @throws RozetkaPayError `rejected`: nothing was chosen, so nothing is sent
 */
export const orderToCreate = (payment: PaymentToStart): CreatePayPartsOrderRequest => {
  const { bank, parts } = payment.choice ?? {}
  if (typeof bank !== "string" || typeof parts !== "number")
    throw refusal("instalments create", "bank_name", "no bank and parts were chosen")
  const { customer } = payment
  return {
    bankName: bank,
    mode: modeOf(bank),
    externalId: payment.externalId,
    amount: payment.amount,
    currency: payment.currency,
    partsCount: parts,
    description: payment.description,
    autoConfirmAfterSuccess: !payment.twoStep,
    products: linesOf(payment, bank),
    resultUrl: payment.resultUrl,
    callbackUrl: payment.callbackUrl,
    customer: {
      firstName: customer.firstName ?? "",
      lastName: customer.lastName ?? "",
      // A number that the bank can't know is left out: where it is needed, the choice was refused.
      phone: bankPhone(customer.phone) ?? undefined,
      email: customer.email,
      fingerprint: customer.fingerprint,
    },
    metadata: payment.metadata,
  }
}

/** Lines that add up to the payment; one for all of it where a bank wants some and the cart's own do not make up the sum. */
const linesOf = (
  { products, description, amount }: PaymentToStart,
  bank: string,
): PayPartsProduct[] | undefined => {
  if (products.length > 0) return products.map(toProduct)
  return needsProducts(bank) ? [{ name: description, quantity: 1, price: amount }] : undefined
}

/** A line's quantity is a whole number of pieces already, and its amount is for one. */
export const toProduct = ({
  id,
  name,
  quantity,
  netAmount,
  category,
  taxGroup,
}: ProductLine): PayPartsProduct => ({
  externalId: id,
  name,
  quantity: Number(quantity),
  price: netAmount,
  categoryName: category,
  taxGroup,
})
