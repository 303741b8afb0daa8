import type { Quirks } from "../quirks"
import type { Delivery, ExpressOrder, Person } from "./order"

type Json = Record<string, unknown>
type Payer = NonNullable<ExpressOrder["customer"]>

/** The order is flat where money moved by card, nested where it is paid for on delivery. */
export type DeliveryForm = "flat" | "nested"

/** `delivery_details`, `order_recipient` and `customer` of an express order, and nothing for others. */
export function orderFields(order: ExpressOrder | null, form: DeliveryForm, quirks: Quirks): Json {
  if (order === null) return {}
  const { delivery, recipient, customer } = order
  const told = quirks.express_recipient_in
  return {
    delivery_details: delivery && deliveryDetails(delivery, formOf(form, quirks), quirks),
    order_recipient: recipient && told !== "customer" ? orderRecipient(recipient, quirks) : null,
    customer: customer && payer(customer, quirks),
  }
}

/** The payer, with the recipient's names and phone unless those are told of elsewhere alone. */
function payer({ email, ...person }: Payer, quirks: Quirks): Json {
  const { first_name, last_name, patronym, phone } = person
  return quirks.express_recipient_in === "order_recipient"
    ? filled({ email }, quirks)
    : filled({ email, first_name, last_name, patronym, phone }, quirks)
}

const formOf = (form: DeliveryForm, { express_delivery_form: wanted }: Quirks): DeliveryForm =>
  wanted === "as_seen" ? form : wanted

function deliveryDetails(delivery: Delivery, form: DeliveryForm, quirks: Quirks): Json {
  const { delivery_type, provider, city, street, house, apartment, warehouse_number } = delivery
  const inside = (name: string, value: string | undefined) =>
    form === "flat" || value === undefined ? value : { [name]: value }
  return filled(
    {
      delivery_type,
      provider,
      city: inside("cityName", city),
      street: inside("name", street),
      house,
      apartment,
      warehouse_number: inside("name", warehouse_number),
    },
    quirks,
  )
}

function orderRecipient({ first_name, last_name, patronym, phone }: Person, quirks: Quirks): Json {
  return quirks.express_recipient_names === "document"
    ? filled({ name: first_name, last_name, middle_name: patronym, phone }, quirks)
    : filled({ first_name, last_name, patronym, phone }, quirks)
}

/** What was not told is null or left out, as everywhere. */
const filled = (fields: Json, quirks: Quirks): Json =>
  quirks.empty_fields === "null"
    ? Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? null]))
    : Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
