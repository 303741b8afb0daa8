import { isKnownCurrency, toMinor } from "../money"
import { expressOrderOf, type Payment } from "../payment"

/** What the store told of a payment, so that people can match it with an order. */
export type StoreTold = {
  description: string | null
  orderNumber: string | null
  payload: string | null
  metadata: [string, string][]
  customer: { name: string | null; email: string | null; phone: string | null; id: string | null }
}

export function toldBy(payment: Payment): StoreTold {
  const { request } = payment
  const customer = new Map<string, unknown>([
    ...Object.entries(Object(request.customer)),
    ...Object.entries(expressOrderOf(payment)?.customer ?? {}),
  ])
  const name = [customer.get("first_name"), customer.get("last_name")].map(textIn)
  return {
    description: textIn(request.description),
    orderNumber: textIn(request.unified_external_id) ?? textIn(request.merchant_order_id),
    payload: textIn(request.payload),
    metadata: Object.entries(payment.metadata ?? {}),
    customer: {
      name: name.filter((one) => one !== null).join(" ") || null,
      email: textIn(customer.get("email")),
      phone: textIn(customer.get("phone")),
      id: textIn(customer.get("external_id")),
    },
  }
}

const textIn = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null

/** "Олена К." and "ol…@example.com": enough to know them by. */
export function maskedCustomer({ customer }: StoreTold): string[] {
  const { name, email, id } = customer
  const [first, last] = (name ?? "").split(" ")
  const shown = [
    [first, last && `${last.slice(0, 1)}.`].filter(Boolean).join(" "),
    email === null ? "" : maskedEmail(email),
  ].filter((one) => one !== "")
  return shown.length === 0 && id !== null ? [id] : shown
}

const maskedEmail = (email: string): string => {
  const [name = "", domain = ""] = email.split("@")
  return `${name.slice(0, 2)}…@${domain}`
}

/** Whether a payment is what somebody searches for: by any text of it, or by its exact amount. */
export function isFoundBy(payment: Payment, searched: string): boolean {
  const text = searched.trim().toLowerCase()
  if (text === "") return true
  const told = toldBy(payment)
  const texts = [
    payment.external_id,
    payment.id,
    payment.part?.batch.external_id,
    told.description,
    told.orderNumber,
    told.payload,
    ...told.metadata.map(([, value]) => value),
    ...Object.values(told.customer),
  ]
  return (
    texts.some((one) => one?.toLowerCase().includes(text)) ||
    isAmount(payment, text.replace(/[\s₴]|uah|грн\.?/g, "").replace(",", "."))
  )
}

const isAmount = ({ amount, currency }: Payment, text: string): boolean =>
  /^\d+(\.\d+)?$/.test(text) && isKnownCurrency(currency) && toMinor(text, currency) === amount
