import {
  type CardCredit,
  type CardPayment,
  type CardTransfer,
  cardCredit,
  cardLookup,
  cardPayment,
  cardTransfer,
  type LegacyCardLookup,
  type P2pCredit,
  type PayersCard,
  p2pCredit,
} from "./orders/card-data"
import { secretsOfOrder } from "./orders/order"
import type { LegacyTransaction } from "./transactions/transaction"
import type { LegacyAccess } from "./transport/access"

/**
 * The operations that take whole card numbers, or pay money out. They are for servers whose PCI DSS
 * compliance and contract allow them; nothing that a storefront can reach calls them.
 *
 * @see https://deprecated-api.rozetkapay.com
 */
export class CardDataApi {
  constructor(private readonly access: LegacyAccess) {}

  /** "Direct payments with card data". */
  async payByCard(request: CardPayment): Promise<LegacyTransaction> {
    return this.access.order({
      operation: "payment by card",
      schema: cardPayment,
      request,
      effect: "charges",
      secrets: [
        ...secretsOfCard(request.card),
        request.recipientCardNumber,
        ...secretsOfOrder(request),
      ],
    })
  }

  /** "P2P payments" and "P2P payments using RozetkaPay tokens". */
  async transfer(request: CardTransfer): Promise<LegacyTransaction> {
    const { from, recipientCardNumber } = request
    return this.access.order({
      operation: "P2P payment",
      schema: cardTransfer,
      request,
      effect: "charges",
      secrets: [
        ...("token" in from ? [from.token] : secretsOfCard(from)),
        recipientCardNumber,
        ...secretsOfOrder(request),
      ],
    })
  }

  /** "Lookup": verifies a card. */
  async lookup(request: LegacyCardLookup): Promise<LegacyTransaction> {
    return this.access.order({
      operation: "lookup",
      schema: cardLookup,
      request,
      effect: "adds",
      secrets: [...secretsOfCard(request.card), ...secretsOfOrder(request)],
    })
  }

  /** "Credit payments" and "Credit payments using RozetkaPay tokens": pays out. */
  async credit(request: CardCredit): Promise<LegacyTransaction> {
    const { to } = request
    return this.access.order({
      operation: "credit",
      schema: cardCredit,
      request,
      effect: "moves_money",
      secrets: ["token" in to ? to.token : to.number, ...secretsOfOrder(request)],
    })
  }

  /** "P2P Credit", "P2P Credit using RozetkaPay tokens" and "Partial P2P Credit". */
  async p2pCredit(request: P2pCredit): Promise<LegacyTransaction> {
    return this.access.change("/api/v1/p2p-credit", {
      operation: "P2P credit",
      schema: p2pCredit,
      request,
      secrets: ["cardToken" in request ? request.cardToken : request.cardNumber],
    })
  }
}

const secretsOfCard = ({ number, cvv }: PayersCard) => [number, cvv]
