import { DEFAULT_LEGACY_MERCHANT } from "../../sandbox/merchants"
import { cardAdapter } from "../../src/providers/rozetkapay/descriptor"
import { batchAdapter } from "../../src/providers/rozetkapay-batch/descriptor"
import { legacyAdapter } from "../../src/providers/rozetkapay-legacy/descriptor"
import { plus } from "../drivers/kopiykas"
import type { Goods } from "../drivers/shopper"
import { HOLD, MARKET, MARKET_HOLD, OLD, OLD_HOLD } from "./further-instances"
import type { StoreSetup } from "./run-store"
import { idOfSecond, type SecondInstance } from "./second-instance"
import { PRICES } from "./seed-store"
import { MERCHANT, ROZETKAPAY } from "./store"

const { posId, apiSecret } = DEFAULT_LEGACY_MERCHANT
const ONE_MERCHANT = {
  goods: { shirt: 1 },
  total: PRICES.shirt,
  orders: 1,
  endpoints: { confirm: "confirm", cancel: "cancel", refund: "refund" },
}
const CURRENT_API = { login: MERCHANT.login, secret: MERCHANT.password }

/** What the systems of RozetkaPay's have of their own, as far as tests of money need to know it. */
const SYSTEMS = {
  current: { system: cardAdapter.identifier, ...ONE_MERCHANT, ...CURRENT_API },
  legacy: { system: legacyAdapter.identifier, ...ONE_MERCHANT, login: posId, secret: apiSecret },
  batch: {
    system: batchAdapter.identifier,
    goods: { shirt: 1, socks: 1 },
    total: plus(PRICES.shirt, PRICES.socks),
    orders: 2,
    endpoints: { confirm: "batch_confirm", cancel: "batch_cancel", refund: "refund" },
    ...CURRENT_API,
  },
} as const

/** A way to be paid: one of RozetkaPay's APIs, taking the money at once or holding it first. */
export type Kind = {
  title: string
  /** Its adapter's identifier. */
  system: string
  provider: string
  capture: boolean
  /** What its shoppers buy, and what that costs in UAH. */
  goods: Goods
  total: string
  /** How many parts RozetkaPay keeps such a payment in, each moved for itself: its sellers. */
  orders: number
  /** Where the whole is when the order was placed. */
  money: { captured: string } | { held: string }
  /** How money goes back that may not be kept, and where the gateway's ledger shows it then. */
  back: "refund" | "cancel"
  backIn: "refunded" | "canceled"
  /** The sandbox's names of what is asked of the API, for faults. */
  endpoints: Record<"confirm" | "cancel" | "refund", string>
  /** Whose balance its refunds are paid from. */
  login: string
  /** What its callbacks are signed with. */
  secret: string
}

function kindOf(name: keyof typeof SYSTEMS, provider: string, capture: boolean): Kind {
  const own = SYSTEMS[name]
  return {
    ...own,
    title: `${own.system} that ${capture ? "takes money at once" : "holds money first"}`,
    provider,
    capture,
    money: capture ? { captured: own.total } : { held: own.total },
    back: capture ? "refund" : "cancel",
    backIn: capture ? "refunded" : "canceled",
  }
}

/** Each system by both of its kinds. */
export const SYSTEM_KINDS = [
  {
    system: SYSTEMS.current.system,
    atOnce: kindOf("current", ROZETKAPAY, true),
    holdFirst: kindOf("current", idOfSecond(HOLD), false),
  },
  {
    system: SYSTEMS.legacy.system,
    atOnce: kindOf("legacy", idOfSecond(OLD), true),
    holdFirst: kindOf("legacy", idOfSecond(OLD_HOLD), false),
  },
  {
    system: SYSTEMS.batch.system,
    atOnce: kindOf("batch", idOfSecond(MARKET), true),
    holdFirst: kindOf("batch", idOfSecond(MARKET_HOLD), false),
  },
]
export const AT_ONCE_KINDS = SYSTEM_KINDS.map(({ atOnce }) => atOnce)
export const HOLD_FIRST_KINDS = SYSTEM_KINDS.map(({ holdFirst }) => holdFirst)
export const KINDS = [...AT_ONCE_KINDS, ...HOLD_FIRST_KINDS]

/** One store that is paid in every one of these ways, with further options for all of them. */
export const everyKind = (
  options: Record<string, unknown> = {},
  hold: SecondInstance = HOLD,
): StoreSetup => ({
  capture: true,
  options,
  second: [hold, OLD, OLD_HOLD, MARKET, MARKET_HOLD].map((one) => ({ ...one, ...options })),
})
