import type {
  DeleteAccountHolderInput,
  DeletePaymentMethodInput,
  ListPaymentMethodsInput,
  ListPaymentMethodsOutput,
  Logger,
  SavePaymentMethodInput,
  SavePaymentMethodOutput,
} from "@medusajs/framework/types"
import { z } from "zod"
import { publicCard, type SavedCard } from "../../core/saved-card"
import { developerError } from "../../errors"
import { errorMessage } from "../../log/error-message"
import { oneLine } from "../../log/one-line"
import { shopperLanguage } from "../../messages/language"
import type { CardOwner } from "../../provider/capabilities"
import { cardToAdd, readCardInput } from "./card-input"
import { isConsentHolder } from "./consent-record"
import type { ProviderOptions } from "./options"
import type { SavedCards } from "./saved-cards"

const withId = z.looseObject({ id: z.string().min(1) })
const ownerInContext = z.looseObject({
  account_holder: z.looseObject({ data: withId }).nullish().catch(null),
  customer: withId.nullish().catch(null),
})

/**
 * Saved cards as Medusa's payment module asks for them: `listPaymentMethods`,
 * `createPaymentMethods`, `deletePaymentMethods`, for a store's own code. It must
 * have made sure that this customer is asking; RozetkaPay believes it.
 */
export class PaymentMethods {
  constructor(
    private readonly cards: SavedCards,
    private readonly options: ProviderOptions,
    private readonly logger: Logger,
  ) {}

  async list({ context }: ListPaymentMethodsInput): Promise<ListPaymentMethodsOutput> {
    return (await this.cards.list(this.ownerIn(context))).map(paymentMethod)
  }

  /**
   * `data` as `POST /store/rozetkapay/cards`. When the customer has to confirm the
   * card, there is no id yet: `{ id: "", data: { action_url } }`.
   */
  async save(
    { context, data }: SavePaymentMethodInput,
    providerId: string,
  ): Promise<SavePaymentMethodOutput> {
    const input = readCardInput(data, null, shopperLanguage(this.options.locale))
    const toAdd = cardToAdd(input, this.options, providerId)
    const added = await this.cards.add(this.ownerIn(context), toAdd)
    return added.is === "saved"
      ? paymentMethod(added.card)
      : { id: "", data: { action_url: added.url } }
  }

  async delete({ context, data }: DeletePaymentMethodInput): Promise<Record<string, never>> {
    await this.cards.remove(this.ownerIn(context), data.id)
    return {}
  }

  /** The customer goes, and so do their cards. RozetkaPay's silence must not keep the customer here. */
  async forget({ context }: DeleteAccountHolderInput): Promise<Record<string, never>> {
    const customerId = context.account_holder.external_id
    if (!customerId || isConsentHolder(customerId)) return {}
    await this.cards.removeAll({ customerId, language: "en" }).catch((error: unknown) => {
      this.logger.warn(
        `rozetkapay: saved cards of a deleted account holder may be left at RozetkaPay customer_id=${oneLine(customerId)}: ${oneLine(errorMessage(error))}`,
      )
    })
    return {}
  }

  private ownerIn(context: unknown): CardOwner {
    const { account_holder, customer } = ownerInContext.parse(context ?? {})
    const ids = new Set([account_holder?.data.id, customer?.id].filter((id) => id !== undefined))
    const [customerId] = ids
    if (customerId && ids.size === 1) {
      return { customerId, language: shopperLanguage(this.options.locale) }
    }
    throw developerError("no_card_owner")
  }
}

const paymentMethod = (card: SavedCard) => {
  const { id, ...data } = publicCard(card)
  return { id, data }
}
