import { emptyAs, type Json } from "./answers"
import { expiryOf, maskOf } from "./cards"
import { liveLookingToken } from "./payment-method-answer"
import type { Quirks } from "./quirks"
import type { Addition } from "./wallet-additions"
import type { WalletCard } from "./wallets"

export const cardDetails = ({ card }: WalletCard, quirks: Quirks): Json =>
  emptyAs(
    {
      expires_at: expiryOf(card),
      mask: maskOf(card),
      token: liveLookingToken(card.number),
      full_number: null,
      bank_short_name: "sandbox",
      payment_system: card.system,
      card_art_url: null,
    },
    quirks,
  )

export const walletItem = (entry: WalletCard, quirks: Quirks): Json =>
  emptyAs(
    {
      card: cardDetails(entry, quirks),
      option_id: entry.option_id,
      is_default: entry.is_default,
      name: entry.name,
      type: "card",
    },
    quirks,
  )

/** Where the shopper enters the card, or answers the bank. */
const actionOf = (addition: Addition, url: string): Json | null => {
  if (addition.status === "init")
    return { type: "url", value: `${url}/wallet/${addition.addition_id}` }
  return addition.status === "pending"
    ? { type: "url", value: `${url}/wallet/${addition.addition_id}/bank` }
    : null
}

/** Answer to adding a card, and body of its callback. */
export function additionResult(addition: Addition, quirks: Quirks, url: string): Json {
  const action = actionOf(addition, url)
  return emptyAs(
    {
      action,
      action_required: action !== null,
      created_at: addition.created_at,
      payment_method: addition.entry && walletItem(addition.entry, quirks),
      status: addition.status,
      operation: "add_payment_method",
      customer: { external_id: addition.customer_external_id },
    },
    quirks,
  )
}
