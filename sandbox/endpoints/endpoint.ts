import type { Endpoint } from "../faults"
import type { ProductFields } from "../lenient-body"
import type { Merchant } from "../merchants"
import type { World } from "../world"

/** One authenticated API call, its body parsed from JSON but not yet read. */
export type ApiCall = {
  world: World
  merchant: Merchant
  on_behalf_of: string | null
  body: unknown
  query: Record<string, unknown>
}

export type ApiAnswer = {
  status: number
  body: Record<string, unknown> | Record<string, unknown>[] | null
  headers?: Record<string, string>
}

export type ApiEndpoint = {
  name: Endpoint
  method: "get" | "post" | "delete"
  path: string
  /** How products are counted; default: in texts. */
  products?: ProductFields
  /** Works or throws a GatewayError. */
  answer: (call: ApiCall) => ApiAnswer
}

export const ok = (body: Record<string, unknown>): ApiAnswer => ({ status: 200, body })
