import { container } from "@medusajs/framework"
import { logger as bootLogger } from "@medusajs/framework/logger"
import type {
  CreateAccountHolderInput,
  DeleteAccountHolderInput,
  DeletePaymentMethodInput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ListPaymentMethodsInput,
  SavePaymentMethodInput,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { errorMessage } from "../../log/error-message"
import { oneLine } from "../../log/one-line"
import { checkSoon } from "../../provider/boot/check-soon"
import { checkKeys } from "../../provider/boot/key-check"
import { requirePluginEntry } from "../../provider/boot/plugin-entry"
import { type GatewayCradle, GatewayProvider } from "../../provider/gateway-provider"
import { sessionIdOf } from "../../provider/hook-inputs"
import type { PaymentGateway, WebhookEvent } from "../../provider/payment-gateway"
import { logExchange } from "../../provider/payment-log"
import { type PaymentTerms, replacingClientData } from "../../provider/session-data"
import { type InstrumentChoice, sessionTerms } from "../../provider/start/start-session"
import { isToBeChargedLater } from "../../provider/start/way-to-pay"
import { ownCustomer, whosePurchase } from "../../provider/start/whose-purchase"
import { optionWarnings } from "../../provider/store-options"
import { readCallback } from "../../rozetkapay/callback"
import { isGenuineCallback } from "../../rozetkapay/callback-signature"
import { RozetkaPayClient } from "../../rozetkapay/client"
import { eventOf } from "../current-api/webhook-event"
import { type AccountHolderRows, ensureAccountHolder } from "./account-holders"
import { CardGateway } from "./card-gateway"
import { cardOrConsent } from "./card-or-consent"
import { CardWallet } from "./card-wallet"
import { type ConsentRows, Consents } from "./consents"
import { type ProviderOptions, parseOptions } from "./options"
import { PaymentMethods } from "./payment-methods"
import { SavedCards } from "./saved-cards"

type Cradle = GatewayCradle & ConsentRows & { accountHolderService: AccountHolderRows }

/**
 * Medusa's payment provider `rozetkapay`: hosted checkout by card, Apple Pay and
 * Google Pay, the same without leaving the store, saved cards and later payments;
 * one-step (`capture: true`) or held first (`capture: false`).
 */
export class RozetkaPayProviderService extends GatewayProvider {
  static identifier = "rozetkapay"

  readonly options: ProviderOptions
  readonly gateway: PaymentGateway
  /** What customers keep at RozetkaPay. */
  readonly cards: SavedCards
  /** What customers allow to be charged later without them. */
  readonly consents: Consents
  private readonly holders: AccountHolderRows
  private readonly paymentMethods: PaymentMethods

  constructor(cradle: Cradle, given: Record<string, unknown>) {
    super(cradle, given)
    this.options = parseOptions(given)
    this.holders = cradle.accountHolderService
    const { consentSecret, password } = this.options
    this.consents = new Consents(
      cradle,
      consentSecret ? [consentSecret, password] : [password],
      cradle.logger,
      (key, job) => container.resolve(Modules.LOCKING).execute(key, job, { timeout: 10 }),
      async (collectionId, customerId) =>
        ownCustomer(await whosePurchase(container, collectionId), customerId, false) !== null,
    )
    const client = new RozetkaPayClient({
      ...this.options,
      onExchange: (exchange) => logExchange(this.logger, exchange),
    })
    this.cards = new SavedCards(new CardWallet(client.wallet))
    this.paymentMethods = new PaymentMethods(this.cards, this.options, cradle.logger)
    this.gateway = new CardGateway(client, (externalId, found) =>
      this.consents.see(externalId, found),
    )
  }

  static async validateOptions(given: Record<string, unknown>): Promise<void> {
    const options = parseOptions(given)
    await requirePluginEntry()
    for (const warning of optionWarnings(RozetkaPayProviderService.identifier, given))
      bootLogger.warn(warning)
    checkSoon(() => checkKeys(options, bootLogger), bootLogger)
  }

  isGenuine(rawBody: Buffer, headers: Record<string, unknown>): boolean {
    const signature = headers["x-rozetkapay-signature"]
    return isGenuineCallback({ rawBody, signature, password: this.options.password })
  }

  readCallback(rawBody: Buffer): WebhookEvent | null {
    const callback = readCallback(rawBody)
    if (callback.about === "wallet") return null
    this.consents.seeCallback(callback.operation)
    return eventOf(callback.operation)
  }

  instrumentFor(choice: InstrumentChoice) {
    return cardOrConsent(this, choice)
  }

  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    if (!isToBeChargedLater(input.data)) return super.initiatePayment(input)
    const session = await this.records.session(sessionIdOf(input))
    const own = {
      ...sessionTerms(session, input.currency_code, this.options),
      mode: "direct" as const,
    }
    const data = { ...own, checkout_url: null, payment_id: null }
    return { id: session.id, data: replacingClientData(input.data, data) }
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
      (key) =>
        key.startsWith(`pp_${RozetkaPayProviderService.identifier}_`) &&
        this.container[key] === this,
    )
    if (id) return id
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "This RozetkaPay provider is not one of the store's payment providers.",
    )
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
