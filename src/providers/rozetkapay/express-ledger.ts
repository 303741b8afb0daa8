import type { AgreedOnDelivery, GatewayLedger } from "../../core/ledger"
import { amountOf, currencyCode, isKnownCurrency, isPositive } from "../../core/money"
import { hasFailed, type Operation, ofKind } from "../../core/operation"
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
  const told = events
    .map((event) => event.delivery)
    .filter((one) => one !== undefined)
    .at(-1)
  const delivery = (info?.express && deliveryIn(info.express)) ?? told ?? null
  const agreed = isPositive(ledger.authorized) ? null : agreedOnDelivery(info, events)
  if (ledger.unclear !== null || !agreed) return { ...ledger, delivery }
  if (!payOnDelivery) {
    const decline = { code: NOT_ACCEPTED, description: null, attempt: agreed.id ?? NOT_ACCEPTED }
    return { ...ledger, delivery, pending: false, decline }
  }
  return { ...ledger, delivery, onDelivery: termsOf(agreed, info, ledger.currency) }
}

const agreedOnDelivery = (info: PaymentInfo | null, events: WebhookEvent[]): Operation | null => {
  // Given up since, by the buyer or in the cabinet.
  if (info?.canceled === true) return null
  const all = [...operationsIn(info), ...events.flatMap(({ operations }) => operations)]
  const agreed = latestOf(ofKind(all, "authorize")).filter(({ says }) => says === "on_delivery")
  return agreed.filter((one) => !hasFailed(one)).at(-1) ?? null
}

/** RozetkaPay may write the order's sum beside it, or nothing, or nought: what is not said is not known to differ. */
const termsOf = (agreed: Operation, info: PaymentInfo | null, asked: string): AgreedOnDelivery => {
  const currency = currencyCode(agreed.currency ?? info?.currency ?? asked)
  if (!isKnownCurrency(currency)) return { amount: null, currency }
  const said = [agreed.amount, info?.amount]
    .flatMap((amount) => (amount ? [amountOf(amount, currency)] : []))
    .find(isPositive)
  return { amount: said ?? null, currency }
}
