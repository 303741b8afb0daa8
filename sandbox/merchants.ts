import { createHash, timingSafeEqual } from "node:crypto"
import { type Minor, toMinor } from "./money"
import { uuidOf } from "./stable-uuid"

export type MerchantOption = {
  login: string
  password: string
  name?: string
  /** Key of the card widget; default: `sandbox-widget-key`, for further merchants followed by the login. */
  widgetKey?: string
}

/** What a merchant's contract with RozetkaPay may leave out. */
export const PRODUCTS = ["express_checkout", "pay_on_delivery", "alternative_payments"] as const
export type Product = (typeof PRODUCTS)[number]

/** A point of sale of the legacy API. */
export type LegacyMerchantOption = {
  posId: string
  apiKey: string
  apiSecret: string
  endpointsKey: string
  name?: string
}

export type Merchant = {
  login: string
  password: string
  name: string
  project_id: string
  widget_key: string
  /** Of a point of sale of the legacy API, whose login is its POS_ID; null for the others. */
  legacy: LegacyMerchantOption | null
  /** What this merchant's contract leaves out; by default nothing that the sandbox can do. */
  not_allowed: readonly Product[]
  /** What refunds may be paid from, in minor units; null = without limit. */
  balance: Minor | null
}

export const DEFAULT_MERCHANT: MerchantOption = {
  login: "sandbox-login",
  password: "sandbox-password",
  name: "Sandbox shop",
}

export const DEFAULT_LEGACY_MERCHANT: LegacyMerchantOption = {
  posId: "5a4d0b0c-0000-4000-8000-000000000001",
  apiKey: "sandbox-api-key",
  apiSecret: "sandbox-api-secret",
  endpointsKey: "sandbox-endpoints-key",
  name: "Sandbox shop (legacy API)",
}

/** The key of the first merchant's widget, unless it has one of its own. */
const WIDGET_KEY = "sandbox-widget-key"

const digest = (text: string) => createHash("sha256").update(text).digest()

export class Merchants {
  private readonly byLogin = new Map<string, Merchant>()
  private readonly firstPasswords: ReadonlyMap<string, string>

  constructor(options: MerchantOption[], legacy: LegacyMerchantOption[] = []) {
    for (const { login, password, name, widgetKey } of options)
      this.byLogin.set(login, {
        login,
        password,
        name: name ?? login,
        project_id: uuidOf(login),
        widget_key: widgetKey ?? (this.byLogin.size === 0 ? WIDGET_KEY : `${WIDGET_KEY}-${login}`),
        legacy: null,
        not_allowed: [],
        balance: null,
      })
    for (const keys of legacy)
      this.byLogin.set(keys.posId, {
        login: keys.posId,
        password: keys.apiSecret,
        name: keys.name ?? keys.posId,
        project_id: keys.posId,
        widget_key: `${WIDGET_KEY}-${keys.posId}`,
        legacy: keys,
        not_allowed: [],
        balance: null,
      })
    this.firstPasswords = new Map(
      [...this.byLogin].map(([login, { password }]) => [login, password]),
    )
  }

  find(login: string): Merchant | undefined {
    return this.byLogin.get(login)
  }

  findByWidgetKey(key: string): Merchant | undefined {
    return [...this.byLogin.values()].find((one) => one.widget_key === key)
  }

  findByApiKey(apiKey: string): Merchant | undefined {
    return [...this.byLogin.values()].find(({ legacy }) => legacy?.apiKey === apiKey)
  }

  widgetKeys(): string[] {
    return [...this.byLogin.values()].map((one) => one.widget_key)
  }

  list(): Merchant[] {
    return [...this.byLogin.values()]
  }

  first(): Merchant | undefined {
    return this.byLogin.values().next().value
  }

  /** Reads `Authorization: Basic …`; undefined when login or password is wrong. */
  authenticate(header: string | undefined): Merchant | undefined {
    const encoded = /^Basic\s+(\S+)$/i.exec(header ?? "")?.[1]
    if (encoded === undefined) return undefined
    const [, login = "", password = ""] =
      /^([^:]*):([\s\S]*)$/.exec(Buffer.from(encoded, "base64").toString("utf8")) ?? []
    const merchant = this.byLogin.get(login)
    return merchant?.legacy === null && isSameSecret(merchant.password, password)
      ? merchant
      : undefined
  }

  /** Every balance is enough, every product allowed, and every password the first one again. */
  resetTerms(): void {
    for (const merchant of this.byLogin.values()) {
      merchant.password = this.firstPasswords.get(merchant.login) ?? merchant.password
      merchant.balance = null
      merchant.not_allowed = []
    }
  }
}

/** In constant time, whatever their lengths. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(digest(one), digest(other))

/** Balances are kept in one currency with two decimals, as a Ukrainian merchant's account is. */
export const readBalance = (decimal: string): Minor | null => toMinor(decimal, "UAH")
