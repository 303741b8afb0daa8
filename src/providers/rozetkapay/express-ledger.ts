import type { AgreedOnDelivery, GatewayLedger } from "../../core/ledger"
import { amountOf, currencyCode, isKnownCurrency, isPositive, zero } from "../../core/money"
import { hasFailed, isSuccess, isUnderWay, type Operation, ofKind } from "../../core/operation"
import { latestOf } from "../../core/same-operation"
import type { WebhookEvent } from "../../provider/payment-gateway"
import type { PaymentInfo } from "../../rozetkapay/client"
import { operationsIn } from "../current-api/operation-of"
import { deliveryIn } from "./delivery-of"

/** By which a buyer is told that this shop wants its money before the parcel goes. */
const NOT_ACCEPTED = "pay_on_delivery_not_accepted"

/**
 * What the ledger of an express payment has beside any other's: where the goods go, and what the buyer
 * is going to pay at the branch. That is no money. Where the shop does not accept it, it is a refusal.
 */
export const expressLedger = (
  ledger: GatewayLedger,
  info: PaymentInfo | null,
  events: WebhookEvent[],
  { payOnDelivery }: { payOnDelivery: boolean },
): GatewayLedger => {
  const heard = events
    .map((event) => event.delivery)
    .filter((one) => one !== undefined)
    .at(-1)
  const delivery = (info?.express && deliveryIn(info.express)) ?? heard ?? null
  const told = [...operationsIn(info), ...events.flatMap(({ operations }) => operations)]
  const agreed = isPositive(ledger.authorized) ? null : agreedOnDelivery(told)
  if (ledger.unclear !== null || !agreed) return { ...ledger, delivery }
  if (isGivenUp(info, told, ledger.currency)) {
    // No money ever moved: neither is any awaited of the promise, nor has any gone back.
    return { ...ledger, delivery, canceled: zero(ledger.currency), pending: isPaying(told) }
  }
  if (!payOnDelivery) {
    const decline = { code: NOT_ACCEPTED, description: null, attempt: agreed.id ?? NOT_ACCEPTED }
    return { ...ledger, delivery, pending: false, decline }
  }
  return { ...ledger, delivery, onDelivery: termsOf(agreed, info, ledger.currency) }
}

const agreedOnDelivery = (told: Operation[]): Operation | null => {
  const agreed = latestOf(ofKind(told, "authorize")).filter(({ says }) => says === "on_delivery")
  return agreed.filter((one) => !hasFailed(one)).at(-1) ?? null
}

/** By the buyer, in the cabinet, or by the carrier; which RozetkaPay may tell in any of these ways. */
const isGivenUp = (info: PaymentInfo | null, told: Operation[], currency: string): boolean =>
  info?.canceled === true ||
  isPositive(amountOf(info?.amountCanceled ?? 0, currency)) ||
  ofKind(told, "cancel").some(isSuccess)

/** Beside the promise, a card on the same page. */
const isPaying = (told: Operation[]): boolean =>
  latestOf(ofKind(told, "authorize")).some((one) => isUnderWay(one) && one.says !== "on_delivery")

/** RozetkaPay may write the order's sum beside it, or nothing, or nought: what is not said is not known to differ. */
const termsOf = (agreed: Operation, info: PaymentInfo | null, asked: string): AgreedOnDelivery => {
  const currency = currencyCode(agreed.currency ?? info?.currency ?? asked)
  if (!isKnownCurrency(currency)) return { amount: null, currency }
  const said = [agreed.amount, info?.amount]
    .flatMap((amount) => (amount ? [amountOf(amount, currency)] : []))
    .find(isPositive)
  return { amount: said ?? null, currency }
}
