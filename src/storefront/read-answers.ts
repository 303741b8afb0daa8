import type {
  Bank,
  BankPeriod,
  ConsentGiven,
  PaymentError,
  Refused,
  SavedCard,
  WaysToPay,
  WayToPay,
} from "./shopper-answers"

/**
 * The Store API's answers, read by hand: a browser has no room for a schema library. What is beyond
 * these fields is dropped; null: it can't be read. An entry of a list that can't be read is left out of it, for
 * the others are good all the same.
 */
type Fields = Record<string, unknown>

export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null

export const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((one) => textOf(one) ?? []) : []

const textsOrNull = (value: unknown): string[] | null =>
  Array.isArray(value) ? textsOf(value) : null

export const listOf = <One>(value: unknown, read: (one: unknown) => One | null): One[] | null =>
  Array.isArray(value) ? value.flatMap((one) => read(one) ?? []) : null

/** A refusal of the plugin's, or of Medusa's own, which has a type where ours has a code. */
export const errorIn = (answer: unknown): Refused | null => {
  const error = codedError(answer)
  return error && { error }
}

const codedError = (value: unknown): PaymentError | null => {
  const fields = fieldsOf(value)
  const message = textOf(fields?.message)
  const code = textOf(fields?.code) ?? textOf(fields?.type)
  return message && code ? { code, message } : null
}

export const readWays = (answer: unknown): WaysToPay | null => {
  const fields = fieldsOf(answer)
  const methods = listOf(fields?.methods, wayOf)
  return methods && { methods, logged_in: fields?.logged_in === true }
}

const wayOf = (value: unknown): WayToPay | null => {
  const way = fieldsOf(value)
  const [provider_id, method, name] = [way?.provider_id, way?.method, way?.name].map(textOf)
  const data = fieldsOf(way?.data)
  if (!way || !provider_id || !method || !name || !data) return null
  const limits = fieldsOf(way.limits)
  const parts = fieldsOf(limits?.parts)
  const asks = fieldsOf(way.asks)
  const [least, most] = [Number(parts?.least), Number(parts?.most)]
  const settings = Object.entries(fieldsOf(way.settings) ?? {})
  return {
    provider_id,
    method,
    name,
    description: textOf(way.description) ?? "",
    icon: textOf(way.icon) ?? "card",
    limits: {
      currency_codes: textsOrNull(limits?.currency_codes),
      country_codes: textsOrNull(limits?.country_codes),
      least: textOf(limits?.least),
      most: textOf(limits?.most),
      parts: least > 0 && most > 0 ? { least, most } : null,
    },
    available: way.available === true,
    reason: codedError(way.reason),
    needs: textsOf(way.needs),
    data,
    settings: Object.fromEntries(
      settings.flatMap(([key, setting]) => (typeof setting === "string" ? [[key, setting]] : [])),
    ),
    asks: { save: asks?.save === true, remember: asks?.remember === true },
  }
}

export const readCard = (value: unknown): SavedCard | null => {
  const card = fieldsOf(value)
  const id = textOf(card?.id)
  if (!card || !id) return null
  const { mask, brand, expiry, bank, name } = card
  return {
    id,
    mask: textOf(mask),
    brand: textOf(brand),
    expiry: textOf(expiry),
    bank: textOf(bank),
    name: textOf(name),
    is_default: card.is_default === true,
  }
}

export const readBank = (value: unknown): Bank | null => {
  const fields = fieldsOf(value)
  const [bank, name] = [fields?.bank, fields?.name].map(textOf)
  const periods = listOf(fields?.periods, readPeriod)
  if (!fields || !bank || !name || !periods) return null
  return {
    bank,
    name,
    product_name: textOf(fields.product_name),
    logo_url: textOf(fields.logo_url),
    needs_phone: fields.needs_phone === true,
    periods,
    available: fields.available === true && periods.length > 0,
    reason: codedError(fields.reason),
  }
}

const readPeriod = (value: unknown): BankPeriod | null => {
  const period = fieldsOf(value)
  const [monthly, last] = [period?.monthly, period?.last].map(textOf)
  const parts = Number(period?.parts)
  return monthly && last && parts > 0 ? { parts, monthly, last } : null
}

export const readConsent = (value: unknown): ConsentGiven | null => {
  const consent = fieldsOf(value)
  if (typeof consent?.given !== "boolean") return null
  const { given, mask, given_at, currency_code } = consent
  return {
    given,
    mask: textOf(mask),
    given_at: textOf(given_at),
    currency_code: textOf(currency_code),
  }
}
