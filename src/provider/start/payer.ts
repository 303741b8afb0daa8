import { z } from "zod"
import { cutText } from "../../messages/cut-text"
import type { Payer } from "../payment-gateway"
import type { StoreOptions } from "../store-options"
import { pageLocaleOf } from "./page-locale"
import type { Purchase } from "./purchase"

/** RozetkaPay's limit on `customer.address` (OpenAPI, BaseRequestUserDetails). */
const ADDRESS_LENGTH = 100

const patronym = z.object({ patronym: z.string().trim().min(1).max(100) })

/** What a purchase says of who pays for it. */
type PayingFor = Pick<Purchase, "email" | "locale" | "shippingAddress" | "billingAddress">

/**
 * The shopper as RozetkaPay wants them.
 *
 * Only a logged-in customer gets an external id, since saved cards hang on it: whoever
 * types a stranger's e-mail as a guest may share that stranger's customer record.
 * What the gateway would refuse (an e-mail
 * that is none, a country that is no code) is left out: it must never stop a payment.
 *
 * @param options their `locale` counts when the purchase names none
 */
export const payerOf = (
  purchase: PayingFor | null,
  customerId: string | null,
  options: Pick<StoreOptions, "locale" | "colorMode">,
): Payer => {
  const address = purchase?.billingAddress?.address_1
    ? purchase.billingAddress
    : (purchase?.shippingAddress ?? purchase?.billingAddress)
  const street = [address?.address_1, address?.address_2].filter(Boolean).join(", ")
  const country = address?.country_code?.toUpperCase()
  const filled: { [Field in keyof Payer]: Payer[Field] | null } = {
    externalId: customerId,
    email: z.email().safeParse(purchase?.email).data,
    firstName: address?.first_name,
    lastName: address?.last_name,
    patronym: patronym.safeParse(address?.metadata).data?.patronym,
    phone: address?.phone ?? purchase?.shippingAddress?.phone,
    address: cutText(street, ADDRESS_LENGTH).trim(),
    city: address?.city,
    country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
    postalCode: address?.postal_code,
    locale: pageLocaleOf(purchase?.locale) ?? options.locale,
    colorMode: options.colorMode,
  }
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value))
}
