import { container } from "@medusajs/framework"
import type {
  CreateAccountHolderInput,
  DeleteAccountHolderInput,
  DeletePaymentMethodInput,
  ListPaymentMethodsInput,
  SavePaymentMethodInput,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { developerError } from "../../errors"
import { errorMessage } from "../../log/error-message"
import { oneLine } from "../../log/one-line"
import type { AddedCard, CardOwner, ChargesLater, SavesCards } from "../../provider/capabilities"
import type { GatewayCradle } from "../../provider/gateway-provider"
import type { WebhookEvent } from "../../provider/payment-gateway"
import { providerOf } from "../../provider/provider-of"
import type { PaymentTerms } from "../../provider/session-data"
import type { RequestFacts } from "../../provider/start/shopper-browser"
import type { InstrumentChoice } from "../../provider/start/start-session"
import { ownCustomer, whosePurchase } from "../../provider/start/whose-purchase"
import { type AccountHolderRows, ensureAccountHolder } from "./account-holders"
import { cardToAdd, readCardInput } from "./card-input"
import { CardWallet } from "./card-wallet"
import { consentedInstrument } from "./consented-instrument"
import { type ConsentRows, Consents } from "./consents"
import { cardAdapter } from "./descriptor"
import { PaymentMethods } from "./payment-methods"
import { readPaymentCallback } from "./read-payment-callback"
import { requireOwnCard } from "./require-own-card"
import { SavedCards } from "./saved-cards"

type Cradle = GatewayCradle & ConsentRows & { accountHolderService: AccountHolderRows }

/**
 * Medusa's payment provider `rozetkapay`: hosted checkout by card, Apple Pay and
 * Google Pay, the same without leaving the store, saved cards and later payments;
 * one-step (`capture: true`) or held first (`capture: false`).
 */
export class RozetkaPayProviderService
  extends providerOf(cardAdapter)
  implements SavesCards, ChargesLater
{
  /** What customers keep at RozetkaPay. */
  readonly cards: SavedCards
  /** What customers allow to be charged later without them. */
  readonly consents: Consents
  readonly chargeSecret: string
  private readonly holders: AccountHolderRows
  private readonly paymentMethods: PaymentMethods

  constructor(cradle: Cradle, given: Record<string, unknown>) {
    super(cradle, given)
    this.holders = cradle.accountHolderService
    const { consentSecret, password } = this.options
    this.chargeSecret = consentSecret ?? password
    this.consents = new Consents(
      cradle,
      consentSecret ? [consentSecret, password] : [password],
      cradle.logger,
      (key, job) => container.resolve(Modules.LOCKING).execute(key, job, { timeout: 10 }),
      async (collectionId, customerId) =>
        ownCustomer(await whosePurchase(container, collectionId), customerId, false) !== null,
    )
    this.gateway.onRecurrent = (externalId, found) => this.consents.see(externalId, found)
    this.cards = new SavedCards(new CardWallet(this.gateway.client.wallet))
    this.paymentMethods = new PaymentMethods(this.cards, this.options, cradle.logger)
  }

  /** What charges the card again is kept here: what follows is written down by the workflow engine. */
  override readCallback(rawBody: Buffer): WebhookEvent | null {
    return readPaymentCallback(rawBody, (operation) => this.consents.seeCallback(operation))
  }

  async consentedInstrument({ providerId, money, language }: InstrumentChoice, customerId: string) {
    const consent = await this.consents.of(providerId, customerId)
    return consentedInstrument(consent, money.currency, language)
  }

  requireOwnCard({ way, customerId, language }: InstrumentChoice): Promise<void> {
    return requireOwnCard(way.instrument, customerId, this.cards, language)
  }

  addCard(owner: CardOwner, posted: unknown, request: RequestFacts): Promise<AddedCard> {
    const input = readCardInput(posted, request, owner.language)
    return this.cards.add(owner, cardToAdd(input, this.options, this.ownId()))
  }

  createAccountHolder({ context }: CreateAccountHolderInput) {
    return ensureAccountHolder(this.holders, this.ownId(), context.customer)
  }

  /** RozetkaPay keeps nothing of a customer but their cards. */
  async updateAccountHolder(): Promise<Record<string, never>> {
    return {}
  }

  deleteAccountHolder(input: DeleteAccountHolderInput) {
    return this.paymentMethods.forget(input)
  }

  listPaymentMethods(input: ListPaymentMethodsInput) {
    return this.paymentMethods.list(input)
  }

  savePaymentMethod(input: SavePaymentMethodInput) {
    return this.paymentMethods.save(input, this.ownId())
  }

  deletePaymentMethod(input: DeletePaymentMethodInput) {
    return this.paymentMethods.delete(input)
  }

  /** As Medusa has registered this instance: "pp_rozetkapay_<id>". */
  private ownId(): string {
    const id = Object.keys(this.container).find(
      (key) => key.startsWith(`pp_${this.adapter.identifier}_`) && this.container[key] === this,
    )
    if (id) return id
    throw developerError("provider_not_registered")
  }

  /** Keeps what a paid session allows to be charged later. Money comes first: a failure is only logged. */
  async keepConsent(data: PaymentTerms): Promise<void> {
    await this.consents
      .keep(data, () => this.ledger(this.reference(data)))
      .catch((error: unknown) => {
        this.logger.warn(
          `rozetkapay: a consent to later payments could not be kept now provider_id=${data.provider_id} session_id=${data.external_id}: ${oneLine(errorMessage(error))}`,
        )
      })
  }
}
