import { createHash, timingSafeEqual } from "node:crypto"
import { type Minor, toMinor } from "./money"

export type MerchantOption = {
  login: string
  password: string
  name?: string
  /** Key of the card widget; default: `sandbox-widget-key`, for further merchants followed by the login. */
  widgetKey?: string
}

export type Merchant = {
  login: string
  password: string
  name: string
  project_id: string
  widget_key: string
  /** What refunds may be paid from, in minor units; null = without limit. */
  balance: Minor | null
}

export const DEFAULT_MERCHANT: MerchantOption = {
  login: "sandbox-login",
  password: "sandbox-password",
  name: "Sandbox shop",
}

/** The key of the first merchant's widget, unless it has one of its own. */
const WIDGET_KEY = "sandbox-widget-key"

const digest = (text: string) => createHash("sha256").update(text).digest()

export class Merchants {
  private readonly byLogin = new Map<string, Merchant>()

  constructor(options: MerchantOption[]) {
    for (const { login, password, name, widgetKey } of options)
      this.byLogin.set(login, {
        login,
        password,
        name: name ?? login,
        project_id: projectId(login),
        widget_key: widgetKey ?? (this.byLogin.size === 0 ? WIDGET_KEY : `${WIDGET_KEY}-${login}`),
        balance: null,
      })
  }

  find(login: string): Merchant | undefined {
    return this.byLogin.get(login)
  }

  findByWidgetKey(key: string): Merchant | undefined {
    return [...this.byLogin.values()].find((one) => one.widget_key === key)
  }

  widgetKeys(): string[] {
    return [...this.byLogin.values()].map((one) => one.widget_key)
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
    return merchant && timingSafeEqual(digest(merchant.password), digest(password))
      ? merchant
      : undefined
  }

  resetBalances(): void {
    for (const merchant of this.byLogin.values()) merchant.balance = null
  }
}

/** Balances are kept in one currency with two decimals, as a Ukrainian merchant's account is. */
export const readBalance = (decimal: string): Minor | null => toMinor(decimal, "UAH")

/** A stable uuid-shaped id for a login. */
const projectId = (login: string): string => {
  const hex = digest(login).toString("hex")
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-")
}
