import type { SecondInstance } from "../../setup/second-instance"
import { MERCHANT, ROZETKAPAY } from "../../setup/store"

/** The same merchant with a hold first, so that one history has both kinds of payments. */
export const HOLDING: SecondInstance = { ...MERCHANT, id: "hold", capture: false }

export const PROVIDERS = { atOnce: ROZETKAPAY, holdFirst: `pp_rozetkapay_${HOLDING.id}` }

/** Short, so that a gateway that does not answer costs the test little. */
export const GATEWAY_TIMEOUT_MS = 2_000
