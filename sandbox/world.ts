import { Sellers } from "./batch/sellers"
import { CallbackDesk } from "./callbacks"
import type { Contract } from "./contract"
import { Faults } from "./faults"
import { InfoDesk } from "./info-desk"
import { LegacyCardTokens } from "./legacy/card-tokens"
import { type LegacyMerchantOption, type MerchantOption, Merchants } from "./merchants"
import { PaymentsStore } from "./payments-store"
import { Payouts } from "./payouts"
import { Banks } from "./payparts/banks"
import { defaultQuirks, type Quirks } from "./quirks"
import { Recurrents } from "./recurrents"
import { RequestLog } from "./request-log"
import { Timers } from "./timers"
import { TokenDesk } from "./tokens"
import { WalletAdditions } from "./wallet-additions"
import { Wallets } from "./wallets"

type WorldOptions = {
  merchants: MerchantOption[]
  legacyMerchants: LegacyMerchantOption[]
  contract: Contract
  resendAfterMs: number[]
  callbackDelayMs: number
  callbackTimeoutMs: number
  ttlMinutes: number
  strict: boolean
}

/** Everything one running sandbox knows. */
export class World {
  /** The sandbox's own address, known once it listens. */
  url = ""
  /** Names that it goes by besides localhost: see own-machine.ts. */
  ownHosts: readonly string[] = []
  quirks: Quirks = defaultQuirks()
  readonly payments = new PaymentsStore()
  readonly payouts = new Payouts()
  readonly info = new InfoDesk(this.payments)
  readonly tokens = new TokenDesk()
  readonly recurrents = new Recurrents()
  readonly legacyCards = new LegacyCardTokens()
  readonly wallets = new Wallets()
  readonly sellers = new Sellers()
  readonly banks = new Banks()
  readonly additions = new WalletAdditions()
  readonly faults = new Faults()
  readonly log = new RequestLog()
  readonly timers = new Timers()
  readonly merchants: Merchants
  readonly desk: CallbackDesk
  readonly contract: Contract
  readonly ttlMinutes: number
  /** Refuses what the document forbids though the living gateway takes it: see lenient-body.ts. */
  readonly strict: boolean

  constructor(options: WorldOptions) {
    this.merchants = new Merchants(options.merchants, options.legacyMerchants)
    this.contract = options.contract
    this.ttlMinutes = options.ttlMinutes
    this.strict = options.strict
    this.desk = new CallbackDesk({
      resendAfterMs: options.resendAfterMs,
      delayMs: options.callbackDelayMs,
      timeoutMs: options.callbackTimeoutMs,
      timers: this.timers,
    })
  }

  now(): string {
    return new Date().toISOString()
  }

  /** The usual gateway again; payments and what travels stay as they are. */
  resetSwitches(): void {
    this.info.letGo()
    this.sellers.clear()
    this.banks.resetTerms()
    this.recurrents.resetTerms()
    this.faults.clear()
    this.desk.mode = { mode: "normal" }
    this.merchants.resetTerms()
    this.quirks = defaultQuirks()
  }

  reset(): void {
    this.resetSwitches()
    this.payments.clear()
    this.payouts.clear()
    this.tokens.clear()
    this.recurrents.clear()
    this.legacyCards.clear()
    this.wallets.clear()
    this.banks.clear()
    this.additions.clear()
    this.log.clear()
    this.desk.clear()
    this.contract.clear()
  }

  close(): void {
    this.timers.close()
    this.desk.close()
  }
}
