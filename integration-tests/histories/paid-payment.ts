import type { GatewayPayment } from "../drivers/gateway"
import { kopiykas, sum } from "../drivers/kopiykas"
import { isChargeName } from "./asks"
import type { OpenStore } from "./setup/open-store"
import { LOGIN_OF, type System } from "./store-process/payment-kinds"

export const isCharge = ({ metadata }: GatewayPayment) => isChargeName(metadata?.description)

export const hasBeenPaid = ({ operations }: GatewayPayment) =>
  operations.some((one) => one.operation === "payment" && one.status === "success")

export const amountPaid = ({ ledger }: GatewayPayment) =>
  sum([ledger.held, ledger.captured, ledger.canceled])

/** Nobody but the store and the shopper has moved it. */
export const isUntouched = ({ operations }: GatewayPayment) =>
  operations.every(({ by }) => by === "api" || by === "shopper")

/** Paid in what the store sells for. */
export const isInCurrency = ({ currency }: GatewayPayment, { seed }: Pick<OpenStore, "seed">) =>
  currency === seed.currency.toUpperCase()

/** Paid to the kopiyka as the gateway was asked, whatever became of it. */
export const isPaidExactly = (payment: GatewayPayment, store: Pick<OpenStore, "seed">) =>
  isInCurrency(payment, store) && amountPaid(payment) === kopiykas(payment.amount)

/** Held, or taken and not returned. */
export const left = ({ ledger }: GatewayPayment) =>
  sum([ledger.held, ledger.captured]) - sum([ledger.refunded, ledger.refunding])

export const shown = (payment: GatewayPayment) => JSON.stringify(payment.ledger)

/** Which of RozetkaPay's APIs a payment was made through. */
export const systemOf = ({ login, kind, orders }: GatewayPayment): System => {
  if (login === LOGIN_OF.legacy) return "legacy"
  if (kind === "payparts" || kind === "alternative") return kind
  return orders === undefined ? "current" : "batch"
}

/** By a card that the shopper had typed into the store's own page, or none: never on a page of RozetkaPay's. */
export const isPaidHere = (payment: GatewayPayment): boolean => {
  const system = systemOf(payment)
  return !payment.checkout_url && system !== "payparts" && system !== "alternative"
}
