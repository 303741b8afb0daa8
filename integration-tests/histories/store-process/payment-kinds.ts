import { DEFAULT_LEGACY_MERCHANT } from "../../../sandbox/merchants"
import {
  HOLD,
  MARKET,
  MARKET_HOLD,
  OLD,
  OLD_HOLD,
  type Seller,
} from "../../setup/further-instances"
import { idOfSecond, type SecondInstance } from "../../setup/second-instance"
import { MERCHANT, ROZETKAPAY } from "../../setup/store"

/** RozetkaPay's APIs that a store may be paid through: cards, the old contract's, a marketplace's. */
export type System = "current" | "legacy" | "batch"

type PaymentKind = {
  system: System
  provider: string
  /** What is registered beside the provider of medusa-config.ts; null for that one. */
  instance: SecondInstance | null
  /** Whether a customer may allow later payments, and be charged without being there. */
  remembers: boolean
}

/** Whose what is; delivery is nobody's. */
export const SOLD_FOR = { shirt: "olena", socks: "taras" } satisfies Record<string, Seller>

const kind = (system: System, instance: SecondInstance): PaymentKind => ({
  system,
  provider: idOfSecond(instance),
  instance,
  remembers: system === "current",
})

/** Every way to be paid that one history mixes: each API, with the money at once and with a hold first. */
export const KINDS = {
  atOnce: { system: "current", provider: ROZETKAPAY, instance: null, remembers: true },
  holdFirst: kind("current", HOLD),
  legacyAtOnce: kind("legacy", OLD),
  legacyHoldFirst: kind("legacy", OLD_HOLD),
  batchAtOnce: kind("batch", MARKET),
  batchHoldFirst: kind("batch", MARKET_HOLD),
} satisfies Record<string, PaymentKind>

export type Kind = keyof typeof KINDS

/** Who has an account at the gateway, and so a balance that refunds are paid from. */
export const LOGIN_OF: Record<System, string> = {
  current: MERCHANT.login,
  legacy: DEFAULT_LEGACY_MERCHANT.posId,
  batch: MERCHANT.login,
}

/** Short, so that a gateway that does not answer costs the test little. */
export const GATEWAY_TIMEOUT_MS = 2_000
