import { GatewayError, invalidBody } from "./gateway-error"
import type { Means } from "./payment-attempts"
import type { PaymentMethodRequest } from "./payment-method-shape"
import type { World } from "./world"

type Payer = { login: string; customer_external_id: string | null }

/**
 * The card behind a request's payment_method. A token is spent by this; a saved card must be the
 * payer's own. Throws as the gateway refuses.
 */
export function readMeans(world: World, payer: Payer, method: PaymentMethodRequest): Means {
  const { type } = method
  const base = { save: false, saved: false, refusal: null }
  switch (type) {
    case "cc_token": {
      const { token, use_3ds_flow, save_to_wallet } = given(method.cc_token, type)
      if (save_to_wallet && payer.customer_external_id === null) throw noCustomer()
      const card = world.tokens.spend(payer.login, token, paramOf(type, "token"), world.quirks)
      const save = save_to_wallet ?? false
      return { ...base, card, via: type, three_ds: asksBank(card, use_3ds_flow), save }
    }
    case "apple_pay":
    case "google_pay": {
      const { token, use_3ds_flow } = given(method[type], type)
      const card = world.tokens.spendMobile(type, token, paramOf(type, "token"))
      return { ...base, card, via: type, three_ds: asksBank(card, use_3ds_flow) }
    }
    case "wallet": {
      const { option_id, use_3ds_flow } = given(method.wallet, type)
      const { card } = savedCard(world, payer, option_id)
      const three_ds = asksBank(card, use_3ds_flow)
      return { ...base, card, via: type, three_ds, saved: true }
    }
    case "cc_number":
    case "card":
      throw new GatewayError({
        code: "payment_method_not_allowed",
        message: `Payment method ${type} is not allowed for this project`,
        type: "payment_settings_error",
        param: "customer.payment_method.type",
      })
  }
}

/** "The 3ds confirmation will be skipped if set `false`"; a card without it is never asked. */
const asksBank = (card: { three_ds: boolean }, use_3ds_flow: boolean | undefined): boolean =>
  card.three_ds && use_3ds_flow !== false

function savedCard(world: World, { login, customer_external_id }: Payer, option_id: string) {
  if (customer_external_id === null) throw noCustomer()
  const entry = world.wallets.find({ login, customer_external_id }, option_id)
  const param = paramOf("wallet", "option_id")
  if (!entry)
    throw new GatewayError({
      code: "payment_method_not_found",
      message: "The customer's wallet has no such card",
      type: "payment_method_error",
      param,
    })
  if (!entry.is_confirmed)
    throw new GatewayError({
      code: "card_verification_required",
      message: "The saved card is not confirmed",
      type: "payment_method_error",
      param,
    })
  return entry
}

const paramOf = (type: string, field: string) => `customer.payment_method.${type}.${field}`

function given<T>(fields: T | undefined, type: string): T {
  if (fields !== undefined) return fields
  const param = `customer.payment_method.${type}`
  throw invalidBody(param, `Field ${param} is required for this type`)
}

export const noCustomer = (): GatewayError =>
  new GatewayError({
    code: "customer_id_not_passed",
    message: "The customer's external_id is missing",
    type: "customer_error",
    param: "customer.external_id",
  })
