import { z } from "zod"
import type {
  CustomerWallet,
  WalletCard,
  WalletCardAddition,
  WalletCardConfirmation,
  WalletChange,
} from "../wallet-results"
import { actionOrNull } from "./action"
import { cardFace, cardOnTheWire, textWithoutCardNumber } from "./card-face"
import { carriesAnyOf } from "./carries-any-of"
import { exactText, flag, id, objectOrNull, text } from "./lenient"
import { operationStatus } from "./operation-details"

/** An item without an id can be neither paid with nor deleted, so it is none. */
const walletItem = z
  .object({
    option_id: id,
    type: text,
    name: textWithoutCardNumber,
    is_default: flag,
    card: cardOnTheWire,
  })
  .transform((wire): WalletCard | null =>
    wire.option_id === null
      ? null
      : {
          optionId: wire.option_id,
          type: wire.type,
          name: wire.name,
          isDefault: wire.is_default === true,
          ...cardFace(wire.card),
        },
  )

const walletCardOrNull = walletItem.nullable().catch(null)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerWalletItem (WalletItem) */
export const walletCard = carriesAnyOf(["option_id", "card"]).pipe(walletItem)

/**
 * No cards may be null or absent; something else than a list is no wallet, rather than an empty one.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerInfoAndWallet
 */
export const customerWallet = carriesAnyOf(["wallet", "external_id", "rid"]).pipe(
  z.object({ external_id: id, wallet: z.array(walletCardOrNull).nullish() }).transform(
    (wire): CustomerWallet => ({
      customerExternalId: wire.external_id,
      cards: (wire.wallet ?? []).filter((card) => card !== null),
    }),
  ),
)

/**
 * The answer to adding a card and the callback WalletAddPaymentConfirmation.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/addCustomerPayment
 */
export const walletCardAddition = carriesAnyOf(["status", "action", "payment_method"]).pipe(
  z
    .object({
      operation: text,
      status: operationStatus,
      action_required: flag,
      action: actionOrNull,
      payment_method: walletCardOrNull,
      customer: objectOrNull({ external_id: id }),
      created_at: exactText,
    })
    .transform(
      (wire): WalletCardAddition => ({
        operation: wire.operation,
        status: wire.status,
        actionRequired: wire.action_required === true,
        action: wire.action,
        card: wire.payment_method,
        customerExternalId: wire.customer?.external_id ?? null,
        createdAt: wire.created_at,
      }),
    ),
)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerWalletConfirmationStatus */
export const walletCardConfirmation = carriesAnyOf(["is_confirmed", "status"]).pipe(
  z
    .object({ option_id: id, is_confirmed: flag, status: operationStatus, card: cardOnTheWire })
    .transform(
      (wire): WalletCardConfirmation => ({
        optionId: wire.option_id,
        isConfirmed: wire.is_confirmed === true,
        status: wire.status,
        ...cardFace(wire.card),
      }),
    ),
)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/deleteCustomerPayment */
export const deletedCard = carriesAnyOf(["delete", "option_id"]).pipe(
  z
    .object({ option_id: id, delete: flag })
    .transform((wire): WalletChange => ({ optionId: wire.option_id, done: wire.delete === true })),
)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/setDefaultCard */
export const defaultCard = carriesAnyOf(["success", "option_id"]).pipe(
  z
    .object({ option_id: id, success: flag })
    .transform((wire): WalletChange => ({ optionId: wire.option_id, done: wire.success === true })),
)
