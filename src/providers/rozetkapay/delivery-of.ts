import { type Delivery, deliveryOf } from "../../core/delivery"
import type { ExpressOrder, ExpressPerson } from "../../rozetkapay/client"

/**
 * What the buyer chose on the page of an express payment, checked. The parcel's recipient, else who
 * pays: of names all are one person's; a phone or an e-mail that the one lacks is the other's.
 */
export const deliveryIn = ({
  delivery,
  recipient,
  customer,
  wire,
}: ExpressOrder): Delivery | null => {
  const named = hasName(recipient) ? recipient : customer
  return deliveryOf({
    firstName: named.firstName,
    lastName: named.lastName,
    patronym: named.patronym,
    phone: recipient.phone ?? customer.phone,
    email: recipient.email ?? customer.email,
    carrier: delivery.provider,
    kind: delivery.deliveryType,
    city: delivery.city,
    branch: delivery.warehouse,
    street: delivery.street,
    house: delivery.house,
    apartment: delivery.apartment,
    details: wire,
  })
}

const hasName = ({ firstName, lastName }: ExpressPerson): boolean =>
  firstName !== null || lastName !== null
