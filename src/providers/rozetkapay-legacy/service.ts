import { logger as bootLogger } from "@medusajs/framework/logger"
import type { Logger } from "@medusajs/framework/types"
import { checkSoon } from "../../provider/boot/check-soon"
import { sayOfKeys } from "../../provider/boot/key-check"
import { requirePluginEntry } from "../../provider/boot/plugin-entry"
import { type GatewayCradle, GatewayProvider } from "../../provider/gateway-provider"
import { notOffered } from "../../provider/payment-errors"
import type { PaymentGateway, WebhookEvent } from "../../provider/payment-gateway"
import { logExchange } from "../../provider/payment-log"
import type { InstrumentChoice } from "../../provider/start/start-session"
import { optionWarnings } from "../../provider/store-options"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { LegacyRozetkaPayClient } from "../../rozetkapay-legacy/client"
import { readLegacyWebhook } from "../../rozetkapay-legacy/webhook"
import { eventOf } from "./legacy-event"
import { LegacyGateway } from "./legacy-gateway"
import { type LegacyProviderOptions, parseLegacyOptions } from "./options"

/**
 * Medusa's payment provider `rozetkapay-legacy`: stores whose contract is the old one (POS_ID,
 * API_KEY, API_SECRET, ENDPOINTS_KEY), and payments that were made under it.
 */
export class RozetkaPayLegacyProviderService extends GatewayProvider {
  static identifier = "rozetkapay-legacy"

  readonly options: LegacyProviderOptions
  readonly gateway: PaymentGateway

  constructor(cradle: GatewayCradle, given: Record<string, unknown>) {
    super(cradle, given)
    this.options = parseLegacyOptions(given)
    this.gateway = new LegacyGateway(clientOf(this.options, this.logger), this.options.threeDs)
  }

  static async validateOptions(given: Record<string, unknown>): Promise<void> {
    const options = parseLegacyOptions(given)
    await requirePluginEntry()
    for (const warning of optionWarnings(RozetkaPayLegacyProviderService.identifier, given))
      bootLogger.warn(warning)
    checkSoon(() => checkLegacyKeys(options, bootLogger), bootLogger)
  }

  isGenuine(rawBody: Buffer): boolean {
    try {
      return this.webhook(rawBody) !== null
    } catch (error) {
      // Its signature was right; what it says can't be read.
      if (error instanceof RozetkaPayError) return true
      throw error
    }
  }

  readCallback(rawBody: Buffer): WebhookEvent {
    const transaction = this.webhook(rawBody)
    return transaction ? eventOf(transaction, this.options.posId) : NO_EVENT
  }

  /** The old API keeps no cards and no consents. */
  async instrumentFor({ way, language }: InstrumentChoice) {
    const { instrument, offSession, remember } = way
    const isKept =
      instrument?.type === "wallet" || (instrument?.type === "cc_token" && instrument.save)
    if (offSession || remember || isKept) throw notOffered(language)
    return instrument
  }

  private webhook(rawBody: Buffer) {
    return readLegacyWebhook({ rawBody, apiSecret: this.options.apiSecret })
  }
}

/** Of nothing that can be told. */
const NO_EVENT: WebhookEvent = { externalId: null, paymentId: null, operations: [], metadata: {} }

const clientOf = (options: LegacyProviderOptions, logger: Logger): LegacyRozetkaPayClient =>
  new LegacyRozetkaPayClient({
    ...options,
    onExchange: (exchange) => logExchange(logger, exchange),
  })

const checkLegacyKeys = (options: LegacyProviderOptions, logger: Logger): Promise<void> =>
  sayOfKeys(logger, {
    ask: async () => {
      await new LegacyRozetkaPayClient(options).checkKeys()
      return "the legacy API's keys are right"
    },
    areWrong: "the legacy API's keys are wrong",
    areUnchecked: "the legacy API's keys could not be checked",
  })
