import type { PaymentReference, PaymentToStart } from "../../payments/gateway"
import { writeMarks } from "../../payments/marks"
import type { Money } from "../../payments/money"
import { returnUrl } from "./callback-urls"
import { cutText } from "./cut-text"
import { fillTemplate } from "./fill-template"
import type { ProviderOptions } from "./options"
import { payerOf } from "./payer"
import { productLines } from "./product-lines"
import type { Purchase } from "./purchase"

/** The longest text that a hosted page shows well. */
const DESCRIPTION_LENGTH = 250

/** Everything that RozetkaPay is told when a payment is opened. Nothing of it comes from the client's session data. */
export const paymentToStart = (
  payment: PaymentReference,
  providerId: string,
  money: Money,
  purchase: Purchase | null,
  options: ProviderOptions,
): PaymentToStart => ({
  ...payment,
  amount: money.amount,
  resultUrl: returnUrl(options, providerId, payment.externalId),
  description: describe(purchase, payment.externalId, options.description),
  customer: payerOf(purchase, options),
  products: options.products && purchase ? productLines(purchase, money, options.taxGroup) : [],
  metadata: writeMarks({
    sessionId: payment.externalId,
    providerId,
    twoStep: payment.twoStep,
    currency: money.currency,
  }),
  checkoutTtlMinutes: options.checkoutTtlMinutes,
})

const describe = (purchase: Purchase | null, sessionId: string, template: string): string => {
  const items = purchase?.items.map((line) => `${line.title} × ${line.quantity}`).join(", ")
  const text = fillTemplate(template, {
    items: items || sessionId,
    session_id: sessionId,
    cart_id: purchase?.cartId,
    email: purchase?.email,
  })
  return cutText(text, DESCRIPTION_LENGTH)
}
