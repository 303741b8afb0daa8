import { z } from "zod"
import type { Delivery } from "../core/delivery"

/** In a cart's metadata, and so in its order's: whose delivery stands in the cart. */
const KEY = "rozetkapay_express"

const mark = z.object({ [KEY]: z.object({ session_id: z.string() }) })

/** Of which try the delivery is; null: nobody has filled this cart in. */
export const filledBy = (metadata: unknown): string | null =>
  mark.safeParse(metadata).data?.[KEY].session_id ?? null

/** What staff read of a delivery, in the metadata of the order and the data of its shipping method. */
export const deliveryInRows = (delivery: Delivery) => ({
  first_name: delivery.firstName,
  last_name: delivery.lastName,
  patronym: delivery.patronym,
  phone: delivery.phone,
  email: delivery.email,
  carrier: delivery.carrier,
  delivery_type: delivery.kind,
  city: delivery.city,
  branch: delivery.branch,
  street: delivery.street,
  house: delivery.house,
  apartment: delivery.apartment,
  details: delivery.details,
})

/** Of the shipping method's data, and of the cart's metadata. */
export const DELIVERY_KEY = "rozetkapay_delivery"

/** Medusa removes a key whose value is empty: another try of the cart may have been of the other kind. */
export const expressMark = (session_id: string, delivery: Delivery, paysOnDelivery: boolean) => ({
  [KEY]: { session_id },
  [DELIVERY_KEY]: deliveryInRows(delivery),
  pays_on_delivery: paysOnDelivery || "",
  rozetkapay_payment: paysOnDelivery ? "Not paid yet: the buyer pays at the branch" : "",
})

/** Of a cart that is paid for in another way after all: nobody is to collect its price, or to send it, by what was told before. */
export const NO_EXPRESS_MARK = {
  [KEY]: "",
  [DELIVERY_KEY]: "",
  pays_on_delivery: "",
  rozetkapay_payment: "",
}
