import { ALTERNATIVE_METHODS } from "../../messages/alternative-payments"
import {
  type CartToPay,
  lackingDetails,
  reasonByLimits,
  type WayToPay,
} from "../../provider/ways-to-pay"
import { type Method, RULES } from "./methods"
import type { AlternativeOptions } from "./options"

/** The merchant's methods, in the merchant's order. */
export const alternativeWays = (cart: CartToPay, { methods }: AlternativeOptions): WayToPay[] =>
  methods.map((method) => wayBy(method, cart))

const wayBy = (method: Method, cart: CartToPay): WayToPay => {
  const { limits, details, icon } = RULES[method]
  const { name, description } = ALTERNATIVE_METHODS[method]
  return {
    method,
    name: name[cart.language],
    description: description[cart.language],
    icon,
    limits,
    reason: reasonByLimits(cart, limits),
    needs: [...(method === "blik" ? ["blik_code"] : []), ...lackingDetails(cart.payer, details)],
    data: { method },
  }
}
