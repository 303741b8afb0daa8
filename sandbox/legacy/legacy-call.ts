import type { ApiAnswer } from "../endpoints/endpoint"
import type { Endpoint } from "../faults"
import type { Merchant } from "../merchants"
import type { World } from "../world"

/** One authenticated call, its body parsed from JSON but not yet read. */
export type LegacyCall = {
  world: World
  merchant: Merchant
  body: unknown
  params: Record<string, string>
  query: Record<string, unknown>
}

export type LegacyEndpoint = {
  /** The name that faults and the request log know it by: that of the current API's likeness. */
  name: Endpoint
  method: "get" | "post"
  path: string
  /** Works or throws a GatewayError. */
  answer: (call: LegacyCall) => ApiAnswer
}
