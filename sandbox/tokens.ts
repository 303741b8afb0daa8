import { randomBytes } from "node:crypto"
import { maskOf, type TestCard } from "./cards"
import { GatewayError } from "./gateway-error"
import { type MobileWallet, readMobileToken } from "./mobile-pay-tokens"
import type { Quirks } from "./quirks"

/** What the widget collected: all of a card, or its number alone (good for payouts only). */
export type TokenScope = "full_card" | "pan_only"

type CardToken = {
  token: string
  login: string
  card: TestCard
  scope: TokenScope
  expires_at: number
  used: boolean
}

export type IssuedToken = { token: string; expires_at: string; card_mask: string }

const LIFE_MS = 3_600_000

/** Card tokens of the widget, and the Apple Pay and Google Pay tokens that were seen: each works once. */
export class TokenDesk {
  private readonly cards = new Map<string, CardToken>()
  private readonly seen = new Set<string>()

  issue(
    login: string,
    card: TestCard,
    scope: TokenScope = "full_card",
    life_ms = LIFE_MS,
  ): IssuedToken {
    const token = randomBytes(48).toString("base64url")
    const expires_at = Date.now() + life_ms
    this.cards.set(token, { token, login, card, scope, expires_at, used: false })
    return {
      token,
      // As the widget writes it: no zone, no fraction.
      expires_at: new Date(expires_at).toISOString().slice(0, 19),
      card_mask: maskOf(card),
    }
  }

  /** The card behind a token, which can not be used again. Throws a payment_method_error. */
  spend(login: string, token: string, param: string, quirks: Quirks): TestCard {
    const known = this.cards.get(token)
    if (!known || known.login !== login)
      throw wrongToken("invalid_card_token", "The card token is not valid", param)
    if (known.used)
      throw wrongToken(quirks.used_token_code, "The card token has been used already", param)
    if (known.expires_at <= Date.now())
      throw wrongToken("expired_or_invalid_token", "The card token has expired", param)
    if (known.scope === "pan_only")
      throw wrongToken("cvv_is_required", "The token holds a card number only", param)
    known.used = true
    return known.card
  }

  spendMobile(wallet: MobileWallet, token: string, param: string): TestCard {
    const code = `invalid_${wallet}_token`
    const read = readMobileToken(wallet, token)
    if (!read) throw wrongToken(code, `The ${wallet} token can not be read`, param)
    if (this.seen.has(read.nonce))
      throw wrongToken(code, `The ${wallet} token has been used already`, param)
    this.seen.add(read.nonce)
    return read.card
  }

  clear(): void {
    this.cards.clear()
    this.seen.clear()
  }
}

const wrongToken = (code: string, message: string, param: string) =>
  new GatewayError({ code, message, param, type: "payment_method_error" })
