import { findTestCard, type TestCard, withExpiry } from "../cards"
import { GatewayError, invalidBody } from "../gateway-error"
import type { Via } from "../payment"
import type { Means } from "../payment-attempts"
import type { World } from "../world"
import { standInCard } from "./card-tokens"
import type { PrimaryRequest } from "./request-shapes"

/** What a direct request pays with, or pays out to. Throws as the gateway refuses. */
export function readLegacyMeans(world: World, login: string, request: PrimaryRequest): Means {
  const { payway, method, order_3ds_bypass } = request
  // Money goes to the card then: nobody has to be asked.
  const asksBank = method !== "credit" && order_3ds_bypass !== "never"
  const means = (card: TestCard, via: Via, mayAsk = card.three_ds): Means => ({
    card,
    via,
    three_ds: mayAsk && asksBank,
    save: false,
    saved: false,
    refusal: null,
  })
  switch (payway) {
    case "privat24":
    case "przelewy24":
      return { ...means(standInCard(), payway), three_ds: true }
    case "privat_payparts":
    case "credit_pay":
      requireCreditTerms(request)
      return { ...means(standInCard(), payway), three_ds: true }
    case "gpay":
      return means(mobileCard(world, "google_pay", "gpay:", request.cc_token), "google_pay")
    case "applepay":
      return means(mobileCard(world, "apple_pay", "applepay:", request.cc_token), "apple_pay")
    case undefined:
      return request.cc_token === undefined
        ? means(typedCard(request), "cc_number")
        : means(tokenCard(world, login, request.cc_token), "cc_token")
  }
}

export function tokenCard(world: World, login: string, token: string): TestCard {
  // A token of an earlier payment; else one of the widget, which works once.
  return (
    world.legacyCards.find(login, token) ??
    world.tokens.spend(login, token, "cc_token", world.quirks)
  )
}

export function cardOf(number: string): TestCard {
  const card = findTestCard(number)
  if (card) return card
  throw new GatewayError({ code: "card_number_wrong", message: "Invalid card number" })
}

function typedCard(request: PrimaryRequest): TestCard {
  const { cc_number, exp_month, exp_year, card_cvv, method } = request
  if (cc_number === undefined) throw invalidBody("cc_number", "A card or a token is required")
  const isWhole = exp_month !== undefined && exp_year !== undefined && card_cvv !== undefined
  if (!isWhole && method !== "credit")
    throw invalidBody("card_cvv", "exp_month, exp_year and card_cvv are required")
  const card = cardOf(cc_number)
  return isWhole ? withExpiry(card, `${exp_month}/${String(exp_year).padStart(2, "0")}`) : card
}

function mobileCard(
  world: World,
  wallet: "apple_pay" | "google_pay",
  prefix: string,
  token = "",
): TestCard {
  if (!token.startsWith(prefix)) throw invalidBody("cc_token", `cc_token must begin with ${prefix}`)
  return world.tokens.spendMobile(wallet, token.slice(prefix.length), "cc_token")
}

/** The table says "must be > 300 UAH" and its example is 300: so 300 is let through. */
function requireCreditTerms({ amount, properties, payway }: PrimaryRequest): void {
  if (amount < 300)
    throw new GatewayError({ code: "credit_amount_out_of_limits", message: "Less than 300 UAH" })
  if (payway !== "privat_payparts") return
  // The table and the example spell it differently.
  const parts = Number(properties?.parts_count ?? properties?.part_counts)
  if (!Number.isInteger(parts) || parts < 2 || parts > 25)
    throw invalidBody("properties.parts_count", "parts_count must be > 1 and <= 25")
}
