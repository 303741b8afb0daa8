import { RozetkaPayError } from "../rozetkapay/errors"
import { writeExactJson } from "../rozetkapay/exact-json"
import type { Effect } from "../rozetkapay/retry-judgement"
import { type RozetkaPayClientOptions, Transport } from "../rozetkapay/transport"
import { judgeLegacyAnswer } from "./answer"
import type { Fields } from "./order-body"
import { credentialHeaders, type LegacyAuthentication, type LegacyKeys } from "./request-signing"
import type { LegacyTransaction } from "./results"
import { transaction } from "./schemas/transaction"

export type LegacyClientOptions = LegacyKeys &
  Pick<RozetkaPayClientOptions, "timeoutMs" | "totalTimeMs" | "onExchange"> & {
    /** ENDPOINT. Default "https://deprecated-api.rozetkapay.com". */
    apiUrl?: string
    /** How requests are signed. Default "hmac". */
    authentication?: LegacyAuthentication
  }

const DEFAULT_API_URL = "https://deprecated-api.rozetkapay.com"

/** What every operation needs: the point of sale, and a transport that signs for it. */
export type LegacyAccess = { posId: string; transport: Transport }

export function legacyAccess(options: LegacyClientOptions): LegacyAccess {
  const { posId, apiSecret, endpointsKey, authentication = "hmac" } = options
  const transport = new Transport({
    ...options,
    url: options.apiUrl ?? DEFAULT_API_URL,
    credentials: (body) => credentialHeaders(options, authentication, body),
    secrets: [apiSecret, endpointsKey],
    judge: judgeLegacyAnswer,
  })
  return { posId, transport }
}

type PrimaryCall = {
  operation: string
  fields: Fields
  orderId: string
  effect: Effect
  secrets: (string | undefined)[]
}

/** POST /api/v1/payment: all primary operations go there. */
export const sendPrimary = ({ transport }: LegacyAccess, call: PrimaryCall) =>
  transport.send({ ...primary(call), answer: transaction })

export const primary = ({ operation, fields, orderId, effect, secrets }: PrimaryCall) => ({
  operation,
  method: "POST" as const,
  path: "/api/v1/payment",
  body: writeExactJson(fields),
  externalId: orderId,
  effect,
  secrets,
})

/** What is not there has no transactions: 404 is "Payment or endpoint not found". */
export async function noneWhenUnknown(
  reading: Promise<LegacyTransaction[]>,
): Promise<LegacyTransaction[]> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof RozetkaPayError && error.kind === "rejected" && error.httpStatus === 404) {
      return []
    }
    throw error
  }
}
