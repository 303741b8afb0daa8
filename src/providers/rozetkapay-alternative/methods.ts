import type { CustomerDetail, WayLimits } from "../../provider/ways-to-pay"
import type { AlternativePaymentMethod, AlternativeProvider } from "../../rozetkapay/client"

/** What a shopper may choose, in the order in which it is shown when the merchant says nothing. */
export const METHODS = [
  "blik",
  "blik_paylater",
  "przelewy24",
  "santander",
  "leasing",
  "leaselink",
] as const

export type Method = (typeof METHODS)[number]

type MethodRules = {
  provider: AlternativeProvider
  /** Null: the provider has but one. */
  type: AlternativePaymentMethod["type"] | null
  /** Without these the gateway refuses. */
  details: readonly CustomerDetail[]
  /** The gateway refuses without the shopper's address on the internet. */
  needsIpAddress: boolean
  limits: WayLimits
  icon: string
}

/**
 * The document's minimum of `amount`. Each lender has limits of its own besides, which are not published:
 * beyond them it declines.
 */
const LEAST = "1"
const IN_ZLOTY: WayLimits = { currencies: ["PLN"], least: LEAST }
/** A loan, or a lease, is for who lives or is registered there. */
const IN_POLAND: WayLimits = { ...IN_ZLOTY, countries: ["PL"] }

/**
 * What the document asks of each; the one place that knows it. That Santander and Przelewy24 want złoty
 * as well is not written there: they are Polish, and a shopper is better told before than after.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createAlternativePayment (customer, currency)
 */
export const RULES: Readonly<Record<Method, MethodRules>> = {
  blik: {
    provider: "imoje",
    type: "blik",
    details: ["first_name", "last_name", "email"],
    needsIpAddress: true,
    limits: IN_ZLOTY,
    icon: "blik",
  },
  blik_paylater: {
    provider: "imoje",
    type: "blik_paylater",
    details: ["first_name", "last_name", "email"],
    needsIpAddress: true,
    limits: IN_POLAND,
    icon: "blik",
  },
  leasing: {
    provider: "imoje",
    type: "leasing",
    details: ["phone"],
    needsIpAddress: true,
    limits: IN_POLAND,
    icon: "imoje",
  },
  leaselink: {
    provider: "leaselink",
    type: "leasing",
    details: ["phone"],
    needsIpAddress: true,
    limits: IN_POLAND,
    icon: "leaselink",
  },
  santander: {
    provider: "santander",
    type: null,
    details: [],
    needsIpAddress: false,
    limits: IN_POLAND,
    icon: "santander",
  },
  przelewy24: {
    provider: "przelewy24",
    type: null,
    details: ["country"],
    needsIpAddress: false,
    limits: IN_ZLOTY,
    icon: "przelewy24",
  },
}

/** Null for what is none of them. */
export const methodOf = (word: unknown): Method | null =>
  METHODS.find((method) => method === word) ?? null
