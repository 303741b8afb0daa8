import { DEFAULT_LEGACY_MERCHANT } from "../../sandbox/merchants"
import { alternativeAdapter } from "../../src/providers/rozetkapay-alternative/descriptor"
import { batchAdapter } from "../../src/providers/rozetkapay-batch/descriptor"
import { legacyAdapter } from "../../src/providers/rozetkapay-legacy/descriptor"
import { payPartsAdapter } from "../../src/providers/rozetkapay-payparts/descriptor"
import type { SecondInstance } from "./second-instance"
import { MERCHANT } from "./store"

/** Instances that a store may have beside the one of medusa-config.ts, each taking money at once or holding it first. */

export const HOLD = { ...MERCHANT, id: "hold", capture: false } satisfies SecondInstance

/** Whose receipts RozetkaPay makes. */
export const FISCAL = {
  ...MERCHANT,
  id: "fiscal",
  capture: true,
  taxGroup: 1,
} satisfies SecondInstance
export const FISCAL_HOLD = { ...FISCAL, id: "fiscal-hold", capture: false } satisfies SecondInstance

/** Who tells RozetkaPay nothing of what was sold. */
export const SILENT = { ...MERCHANT, id: "silent", products: false } satisfies SecondInstance

const { posId, apiKey, apiSecret, endpointsKey } = DEFAULT_LEGACY_MERCHANT
const OLD_CONTRACT = { provider: legacyAdapter.identifier, posId, apiKey, apiSecret, endpointsKey }

export const OLD = { ...OLD_CONTRACT, id: "old", capture: true } satisfies SecondInstance
export const OLD_HOLD = { ...OLD_CONTRACT, id: "old-hold", capture: false } satisfies SecondInstance

/** Who sells in instalments. */
export const PARTS = {
  ...MERCHANT,
  provider: payPartsAdapter.identifier,
  id: "parts",
  capture: true,
} satisfies SecondInstance
export const PARTS_HOLD = { ...PARTS, id: "parts-hold", capture: false } satisfies SecondInstance

/** Who sells to Poland. */
export const POLISH = {
  ...MERCHANT,
  provider: alternativeAdapter.identifier,
  id: "other",
} satisfies SecondInstance

/** What belongs to nobody, such as the delivery, is Olena's. */
export const SELLERS = {
  olena: { apiKey: "seller-olena", name: "Олена" },
  taras: { apiKey: "seller-taras", name: "Тарас" },
}
export type Seller = keyof typeof SELLERS

const MARKETPLACE = {
  ...MERCHANT,
  provider: batchAdapter.identifier,
  sellers: SELLERS,
  defaultSeller: "olena" satisfies Seller,
}

export const MARKET = { ...MARKETPLACE, id: "market", capture: true } satisfies SecondInstance
export const MARKET_HOLD = {
  ...MARKETPLACE,
  id: "market-hold",
  capture: false,
} satisfies SecondInstance
