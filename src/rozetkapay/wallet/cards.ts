import { z } from "zod"
import { operationStatus } from "../payments/operation-details"
import { actionOrNull } from "../payments/payment-operation"
import { cardFace, cardOnTheWire, textWithoutCardNumber } from "../wire/card-face"
import { carriesAnyOf, exactText, fromWire, fromWireOrNull, id, text, yes } from "../wire/readers"

/** A card of a customer's wallet. One without an id can be neither paid with nor deleted, so it is none. */
const walletItem = fromWire({
  option_id: id,
  /** "card"; the list is open. */
  type: text,
  /** What the shopper calls it. */
  name: textWithoutCardNumber,
  is_default: yes,
  card: cardOnTheWire,
}).transform(({ optionId, card, ...read }) =>
  optionId === null ? null : { ...read, optionId, ...cardFace(card) },
)

const walletCardOrNull = walletItem.nullable().catch(null)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerWalletItem (WalletItem) */
export const walletCard = carriesAnyOf(["option_id", "card"]).pipe(walletItem)

/** `optionId` pays as `wallet`, for this customer only. */
export type WalletCard = NonNullable<z.output<typeof walletCard>>

/**
 * No cards may be null or absent; something else than a list is no wallet, rather than an empty one.
 * The gateway's name and address of the customer are left out: the store has its own.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerInfoAndWallet
 */
export const customerWallet = carriesAnyOf(["wallet", "external_id", "rid"]).pipe(
  z.object({ external_id: id, wallet: z.array(walletCardOrNull).nullish() }).transform((wire) => ({
    customerExternalId: wire.external_id,
    cards: (wire.wallet ?? []).filter((card) => card !== null),
  })),
)

export type CustomerWallet = z.output<typeof customerWallet>

/**
 * The answer to adding a card, and the callback WalletAddPaymentConfirmation.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/addCustomerPayment
 */
export const walletCardAddition = carriesAnyOf(["status", "action", "payment_method"]).pipe(
  fromWire({
    /** "add_payment_method" */
    operation: text,
    /** Only success is a saved card. */
    status: operationStatus,
    action_required: yes,
    /** RozetkaPay's page, or 3-D Secure. */
    action: actionOrNull,
    payment_method: walletCardOrNull,
    customer: fromWireOrNull({ external_id: id }),
    created_at: exactText,
  }).transform(({ paymentMethod: card, customer, ...read }) => ({
    ...read,
    card,
    customerExternalId: customer?.externalId ?? null,
  })),
)

export type WalletCardAddition = z.output<typeof walletCardAddition>

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerWalletConfirmationStatus */
export const walletCardConfirmation = carriesAnyOf(["is_confirmed", "status"]).pipe(
  fromWire({
    option_id: id,
    is_confirmed: yes,
    status: operationStatus,
    card: cardOnTheWire,
  }).transform(({ card, ...read }) => ({ ...read, ...cardFace(card) })),
)

export type WalletCardConfirmation = z.output<typeof walletCardConfirmation>

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/deleteCustomerPayment */
export const deletedCard = carriesAnyOf(["delete", "option_id"]).pipe(
  fromWire({ option_id: id, delete: yes }).transform(({ optionId, delete: done }) => ({
    optionId,
    done,
  })),
)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/setDefaultCard */
export const defaultCard = carriesAnyOf(["success", "option_id"]).pipe(
  fromWire({ option_id: id, success: yes }).transform(({ optionId, success: done }) => ({
    optionId,
    done,
  })),
)

/** `done` false: the gateway did not say that it is so now. Read the wallet. */
export type WalletChange = z.output<typeof deletedCard>
