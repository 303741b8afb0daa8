import { DEFAULT_LEGACY_MERCHANT } from "../../../sandbox/merchants"
import { BLIK } from "../../drivers/gateway-alternative"
import { IN_APP, ON_PAGE } from "../../drivers/instalments"
import {
  HOLD,
  MARKET,
  MARKET_HOLD,
  OLD,
  OLD_HOLD,
  PARTS,
  PARTS_HOLD,
  POLISH,
  type Seller,
} from "../../setup/further-instances"
import { idOfSecond, type SecondInstance } from "../../setup/second-instance"
import { MERCHANT, ROZETKAPAY } from "../../setup/store"

/** RozetkaPay's APIs that a store may be paid through: cards, the old contract's, a marketplace's, banks' instalments, Poland's ways. */
export type System = "current" | "legacy" | "batch" | "payparts" | "alternative"

type PaymentKind = {
  system: System
  provider: string
  /** What is registered beside the provider of medusa-config.ts; null for that one. */
  instance: SecondInstance | null
  /** Whether a customer may allow later payments, and be charged without being there. */
  remembers: boolean
  /** What the shopper says before RozetkaPay is asked. */
  choice: object | null
}

/** Whose what is; delivery is nobody's. */
export const SOLD_FOR = { shirt: "olena", socks: "taras" } satisfies Record<string, Seller>

const kind = (
  system: System,
  instance: SecondInstance,
  choice: object | null = null,
): PaymentKind => ({
  system,
  provider: idOfSecond(instance),
  instance,
  remembers: system === "current",
  choice,
})

const FIRST: PaymentKind = {
  system: "current",
  provider: ROZETKAPAY,
  instance: null,
  remembers: true,
  choice: null,
}

/** Every way to be paid that histories mix: each API, with the money at once and with a hold first, in an app and on a page. */
export const KINDS = {
  atOnce: FIRST,
  holdFirst: kind("current", HOLD),
  legacyAtOnce: kind("legacy", OLD),
  legacyHoldFirst: kind("legacy", OLD_HOLD),
  batchAtOnce: kind("batch", MARKET),
  batchHoldFirst: kind("batch", MARKET_HOLD),
  partsAtOnce: kind("payparts", PARTS, IN_APP),
  partsHoldFirst: kind("payparts", PARTS_HOLD, ON_PAGE),
  blik: kind("alternative", POLISH, { method: "blik", blik_code: BLIK.waits }),
  przelewy24: kind("alternative", POLISH, { method: "przelewy24" }),
} satisfies Record<string, PaymentKind>

export type Kind = keyof typeof KINDS

/** What is registered beside the provider of medusa-config.ts. */
export const INSTANCES = [
  ...new Set(Object.values(KINDS).flatMap(({ instance }) => instance ?? [])),
]

/** What a region offers. */
export const PROVIDERS = [
  ...new Set(Object.values(KINDS).map(({ provider }) => provider)),
  "pp_system_default",
]

/** Who has an account at the gateway, and so a balance that refunds are paid from. */
export const LOGIN_OF: Record<System, string> = {
  current: MERCHANT.login,
  legacy: DEFAULT_LEGACY_MERCHANT.posId,
  batch: MERCHANT.login,
  payparts: MERCHANT.login,
  alternative: MERCHANT.login,
}

/** Short, so that a gateway that does not answer costs the test little. */
export const GATEWAY_TIMEOUT_MS = 2_000
