import type { SessionId } from "../core/session-id"
import type { StoreOptions } from "./store-options"

type Backend = Pick<StoreOptions, "backendUrl">

/** Where RozetkaPay reports operations. `providerId` is Medusa's: "pp_rozetkapay_<id>". */
export const callbackUrl = ({ backendUrl }: Backend, providerId: string): string =>
  `${backendUrl}/hooks/rozetkapay/${providerId}`

/** Where RozetkaPay sends the shopper's browser back to. */
export const returnUrl = (backend: Backend, providerId: string, sessionId: SessionId): string =>
  `${callbackUrl(backend, providerId)}/return/${sessionId}`
