import { refusal, required, text } from "../rozetkapay/body-fields"
import { ExactNumber } from "../rozetkapay/exact-json"
import { type LegacyAccess, sendPrimary } from "./access"
import type {
  CardCredit,
  CardPayment,
  CardTransfer,
  LegacyCardLookup,
  P2pCredit,
  PayersCard,
} from "./card-data-requests"
import { changeBody, part } from "./change-body"
import {
  browserFields,
  type Fields,
  orderFields,
  paymentFields,
  recipientFields,
} from "./order-body"
import { secretsOfOrder } from "./order-secrets"
import type { LegacyTransaction } from "./results"
import { transaction } from "./schemas/transaction"

/**
 * The operations that take whole card numbers, or pay money out. They are for servers whose PCI DSS
 * compliance and contract allow them; nothing that a storefront can reach calls them.
 */
export class CardDataApi {
  constructor(private readonly access: LegacyAccess) {}

  /** "Direct payments with card data". */
  async payByCard(request: CardPayment): Promise<LegacyTransaction> {
    const operation = "payment by card"
    const recipient_cc_number = optionalNumber(operation, request.recipientCardNumber)
    const fields = paymentFields(operation, this.access.posId, request, {
      ...cardFields(operation, request.card),
      recipient_cc_number,
    })
    return sendPrimary(this.access, {
      operation,
      fields,
      orderId: request.orderId,
      effect: "charges",
      secrets: [...secretsOfCard(request.card), recipient_cc_number, ...secretsOfOrder(request)],
    })
  }

  /** "P2P payments" and "P2P payments using RozetkaPay tokens". */
  async transfer(request: CardTransfer): Promise<LegacyTransaction> {
    const operation = "P2P payment"
    const { from, recipientCardNumber } = request
    const payer: Fields =
      "token" in from
        ? { cc_token: required(operation, "cc_token", from.token) }
        : cardFields(operation, from)
    const fields = orderFields(operation, this.access.posId, "p2p", request, {
      ...payer,
      recipient_cc_number: cardNumber(operation, "recipient_cc_number", recipientCardNumber),
      browser_fingerprint: browserFields(request.browser),
    })
    return sendPrimary(this.access, {
      operation,
      fields,
      orderId: request.orderId,
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
    const operation = "lookup"
    const card = cardFields(operation, request.card)
    return sendPrimary(this.access, {
      operation,
      fields: orderFields(operation, this.access.posId, "lookup", request, card),
      orderId: request.orderId,
      effect: "adds",
      secrets: [...secretsOfCard(request.card), ...secretsOfOrder(request)],
    })
  }

  /** "Credit payments" and "Credit payments using RozetkaPay tokens": pays out. */
  async credit(request: CardCredit): Promise<LegacyTransaction> {
    const operation = "credit"
    const { to } = request
    const recipient: Fields =
      "token" in to
        ? { cc_token: required(operation, "cc_token", to.token) }
        : { cc_number: cardNumber(operation, "cc_number", to.number) }
    return sendPrimary(this.access, {
      operation,
      fields: orderFields(operation, this.access.posId, "credit", request, recipient),
      orderId: request.orderId,
      effect: "moves_money",
      secrets: ["token" in to ? to.token : to.number, ...secretsOfOrder(request)],
    })
  }

  /** "P2P Credit", "P2P Credit using RozetkaPay tokens" and "Partial P2P Credit". */
  async p2pCredit(request: P2pCredit): Promise<LegacyTransaction> {
    const operation = "P2P credit"
    const recipient: Fields =
      "cardToken" in request
        ? { cc_token: required(operation, "cc_token", request.cardToken) }
        : { cc_number: cardNumber(operation, "cc_number", request.cardNumber) }
    return this.access.transport.send({
      operation,
      method: "POST",
      path: "/api/v1/p2p-credit",
      body: changeBody(operation, this.access.posId, request, {
        credit_amount: part(operation, request),
        description: text(request.description),
        ...recipient,
        ...recipientFields(request.recipient),
      }),
      externalId: request.orderId,
      effect: "moves_money",
      secrets: ["cardToken" in request ? request.cardToken : request.cardNumber],
      answer: transaction,
    })
  }
}

function cardFields(operation: string, card: PayersCard): Fields {
  if (!/^\d{3,4}$/.test(card.cvv)) {
    throw refusal(operation, "card_cvv", "it must be three or four digits")
  }
  return {
    cc_number: cardNumber(operation, "cc_number", card.number),
    exp_month: within(operation, "exp_month", card.month, 1, 12),
    exp_year: within(operation, "exp_year", card.year, 0, 99),
    card_cvv: card.cvv,
  }
}

const secretsOfCard = ({ number, cvv }: PayersCard) => [number, cvv]

/** The document's CC_NUMBER: a string of 13 to 20 digits. */
function cardNumber(operation: string, param: string, value: string): string {
  if (!/^\d{13,20}$/.test(value)) {
    throw refusal(operation, param, "it must be 13 to 20 digits")
  }
  return value
}

const optionalNumber = (operation: string, value: string | undefined) =>
  value === undefined ? undefined : cardNumber(operation, "recipient_cc_number", value)

function within(operation: string, param: string, value: number, from: number, to: number) {
  if (!Number.isInteger(value) || value < from || value > to) {
    throw refusal(operation, param, `it must be from ${from} to ${to}`)
  }
  return new ExactNumber(String(value))
}
