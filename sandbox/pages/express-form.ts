import type { ExpressOrder } from "../express/order"
import { SAMPLE_EMAIL, SAMPLE_RECIPIENT } from "../express/order"
import { type CardForm, EMPTY_CARD, filledCard, sentCard } from "./card-form"
import type { ExpressTexts } from "./express-texts"

export const DELIVERY_TYPES = ["W", "P", "D"] as const
export type DeliveryType = (typeof DELIVERY_TYPES)[number]

/** Every text that the shopper types besides the card. */
export const TYPED = [
  "city",
  "warehouse_number",
  "street",
  "house",
  "apartment",
  "last_name",
  "first_name",
  "patronym",
  "phone",
  "email",
] as const
export type Typed = Record<(typeof TYPED)[number], string>

export type ExpressErrors = (keyof ExpressTexts["errors"])[]

export type ExpressForm = {
  delivery_type: DeliveryType
  typed: Typed
  means: "card" | "on_delivery"
  card: CardForm
  errors: ExpressErrors
}

const typedFrom = (textOf: (field: keyof Typed) => string): Typed => ({
  city: textOf("city"),
  warehouse_number: textOf("warehouse_number"),
  street: textOf("street"),
  house: textOf("house"),
  apartment: textOf("apartment"),
  last_name: textOf("last_name"),
  first_name: textOf("first_name"),
  patronym: textOf("patronym"),
  phone: textOf("phone"),
  email: textOf("email"),
})

/** A page that is opened: what an earlier try has told, else what the shop knows of the shopper. */
export function openedForm(
  told: ExpressOrder | null,
  customer: (field: string) => unknown,
): ExpressForm {
  const known = new Map<string, unknown>(
    Object.entries({ ...told?.customer, ...told?.recipient, ...told?.delivery }),
  )
  const typed = typedFrom((field) => textIn(told ? known.get(field) : customer(field)))
  const type = DELIVERY_TYPES.find((one) => one === told?.delivery?.delivery_type)
  return { delivery_type: type ?? "W", typed, means: "card", card: EMPTY_CARD, errors: [] }
}

/** What was sent, with everything that is wrong about it. */
export function sentForm(field: (name: string) => unknown): ExpressForm {
  const text = (name: string) => textIn(field(name)).trim()
  const delivery_type = DELIVERY_TYPES.find((one) => one === field("delivery_type")) ?? "W"
  const means = field("means") === "on_delivery" ? "on_delivery" : "card"
  const typed = typedFrom(text)
  const { form } = sentCard(field)
  const card = means === "card" ? form : { ...form, errors: [] }
  return { delivery_type, typed, means, card, errors: wrongIn(delivery_type, typed) }
}

/** The same with a test card, or a sample of delivery and recipient, filled in. */
export function filledForm(form: ExpressForm, fill: string): ExpressForm {
  const clean = { ...form, errors: [], card: { ...form.card, errors: [] } }
  if (fill !== "sample") return { ...clean, means: "card", card: filledCard(fill) }
  return { ...clean, typed: { ...SAMPLE_RECIPIENT, email: SAMPLE_EMAIL, ...SAMPLE_ADDRESS } }
}

const SAMPLE_ADDRESS = {
  city: "Київ",
  warehouse_number: "1",
  street: "вул. Саксаганського",
  house: "97",
  apartment: "12",
}

function wrongIn(type: DeliveryType, typed: Typed): ExpressErrors {
  const needed: ExpressErrors = [
    "city",
    ...(type === "D" ? (["street", "house"] as const) : (["warehouse_number"] as const)),
    "last_name",
    "first_name",
  ]
  const wrong = needed.filter((field) => typed[field] === "")
  if (!/^\+?\d[\d\s()-]{8,}$/.test(typed.phone)) wrong.push("phone")
  if (typed.email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email)) wrong.push("email")
  return wrong
}

/** What was told, without what was left empty. */
export function orderIn({ delivery_type, typed }: ExpressForm): ExpressOrder {
  const { city, warehouse_number, street, house, apartment, email, ...person } = typed
  const address =
    delivery_type === "D" ? told({ street, house, apartment }) : told({ warehouse_number })
  const recipient = told(person)
  return {
    delivery: { delivery_type, provider: "nova_poshta", city, ...address },
    recipient,
    customer: { ...recipient, ...told({ email }) },
  }
}

const told = <Fields extends Record<string, string>>(fields: Fields): Partial<Fields> => {
  const given: Partial<Fields> = { ...fields }
  for (const [name, value] of Object.entries(fields)) if (value === "") delete given[name]
  return given
}

const textIn = (value: unknown): string => (typeof value === "string" ? value : "")
