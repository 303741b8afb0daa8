import type { Sender } from "../transport/api"
import type { Effect } from "../transport/retry-judgement"
import { unlessRefusedFor } from "../transport/unless-refused"
import { requestBody, required } from "../wire/request-fields"
import {
  type CustomerWallet,
  customerWallet,
  defaultCard,
  deletedCard,
  type WalletCard,
  type WalletCardAddition,
  type WalletCardConfirmation,
  type WalletChange,
  walletCard,
  walletCardAddition,
  walletCardConfirmation,
} from "./cards"
import {
  type AddWalletCardRequest,
  addCard,
  oneCard,
  secretsOfNewCard,
  type WalletCardReference,
  type WalletOwner,
} from "./new-card"

const WALLET = "/api/customers/v1/wallet"

/**
 * The saved cards of the store's customers, one method per endpoint. Every method throws
 * `RozetkaPayError` and nothing else.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/customers
 */
export class WalletApi {
  constructor(private readonly sender: Sender) {}

  /**
   * A customer whom RozetkaPay does not know has no cards: an empty wallet.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerInfoAndWallet
   */
  async cards(request: WalletOwner): Promise<CustomerWallet> {
    const { customerExternalId } = request
    const wallet = this.sender.send({
      ...this.call("wallet", "GET", WALLET, "reads", request),
      answer: customerWallet,
    })
    return unlessRefusedFor(NO_SUCH_CUSTOMER, wallet, { customerExternalId, cards: [] })
  }

  /**
   * One card; null when this customer has none of that id.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerWalletItem
   */
  async findCard(request: WalletCardReference): Promise<WalletCard | null> {
    const card = this.sender.send({
      ...this.ofCard("wallet find", "GET", `${WALLET}/find`, "reads", request),
      answer: walletCard,
    })
    return unlessRefusedFor(NOT_IN_WALLET, card, null)
  }

  /**
   * Adds a card: by RozetkaPay's page, or by the widget's token with or without 3-D Secure (`action`).
   * After an unknown outcome read the wallet, and ask the shopper for the card again.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/addCustomerPayment
   */
  async addCard(request: AddWalletCardRequest): Promise<WalletCardAddition> {
    const operation = "wallet add"
    return this.sender.send({
      ...this.call(operation, "POST", WALLET, "adds", request),
      body: requestBody(operation, addCard, request),
      secrets: secretsOfNewCard(request),
      answer: walletCardAddition,
    })
  }

  /**
   * Whether a card that was added has been confirmed (3-D Secure, the bank).
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getCustomerWalletConfirmationStatus
   */
  async cardConfirmation(request: WalletCardReference): Promise<WalletCardConfirmation> {
    const path = `${WALLET}/confirmation/status`
    return this.sender.send({
      ...this.ofCard("wallet confirmation", "GET", path, "reads", request),
      answer: walletCardConfirmation,
    })
  }

  /**
   * Done when the card is not in this customer's wallet now, so also when it was not there before.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/deleteCustomerPayment
   */
  async deleteCard(request: WalletCardReference): Promise<WalletChange> {
    const operation = "wallet delete"
    const { optionId } = request
    const deleted = this.sender.send({
      ...this.call(operation, "DELETE", WALLET, "sets", request),
      body: requestBody(operation, oneCard, request),
      secrets: [optionId],
      answer: deletedCard,
    })
    return unlessRefusedFor(NOT_IN_WALLET, deleted, { optionId, done: true })
  }

  /** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/setDefaultCard */
  async setDefaultCard(request: WalletCardReference): Promise<WalletChange> {
    const operation = "wallet default"
    return this.sender.send({
      ...this.call(operation, "POST", `${WALLET}/settings/set`, "sets", request),
      body: requestBody(operation, oneCard, request),
      secrets: [request.optionId],
      answer: defaultCard,
    })
  }

  private call<Method extends "GET" | "POST" | "DELETE">(
    operation: string,
    method: Method,
    path: string,
    effect: Effect,
    { customerExternalId }: WalletOwner,
  ) {
    const externalId = required(operation, "external_id", customerExternalId)
    return { operation, method, path, effect, query: { external_id: externalId } }
  }

  private ofCard(
    operation: string,
    method: "GET",
    path: string,
    effect: Effect,
    request: WalletCardReference,
  ) {
    const call = this.call(operation, method, path, effect, request)
    const optionId = required(operation, "option_id", request.optionId)
    return { ...call, query: { ...call.query, option_id: optionId }, secrets: [optionId] }
  }
}

/** The document names the codes, not which of them a wallet answers with: all that can mean it. */
const NO_SUCH_CUSTOMER = ["customer_profile_not_found", "user_not_found", "data_not_found"]
const NOT_IN_WALLET = [...NO_SUCH_CUSTOMER, "payment_method_not_found", "card_not_found"]
