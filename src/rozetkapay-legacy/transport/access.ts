import type { z } from "zod"
import type { Call, RozetkaPayClientOptions } from "../../rozetkapay/transport/api"
import { Transport } from "../../rozetkapay/transport/transport"
import { type ExactJson, writeExactJson } from "../../rozetkapay/wire/exact-json"
import { requestFields } from "../../rozetkapay/wire/request-fields"
import { type LegacyTransaction, transaction } from "../transactions/transaction"
import { judgeLegacyAnswer } from "./judge-answer"
import { credentialHeaders, type LegacyAuthentication, type LegacyKeys } from "./request-signing"

export type LegacyClientOptions = LegacyKeys &
  Pick<RozetkaPayClientOptions, "timeoutMs" | "totalTimeMs" | "onExchange"> & {
    /** ENDPOINT. Default "https://deprecated-api.rozetkapay.com". */
    apiUrl?: string
    /** How requests are signed. Default "hmac". */
    authentication?: LegacyAuthentication
  }

const DEFAULT_API_URL = "https://deprecated-api.rozetkapay.com"

type Fields = { [field: string]: ExactJson }

/** What is asked of one order. */
export type OrderCall<Schema extends z.ZodType<Fields>> = Pick<
  Call<unknown>,
  "operation" | "effect" | "secrets"
> & {
  schema: Schema
  request: z.input<Schema> & { orderId: string }
  /** What no request says: the payway. */
  special?: Fields
}

/** What every operation needs: the point of sale, and a transport that signs for it. */
export class LegacyAccess {
  readonly transport: Transport
  readonly posId: string

  constructor(options: LegacyClientOptions) {
    const { posId, apiSecret, endpointsKey, authentication = "hmac" } = options
    this.posId = posId
    this.transport = new Transport({
      ...options,
      url: options.apiUrl ?? DEFAULT_API_URL,
      credentials: (body) => credentialHeaders(options, authentication, body),
      secrets: [apiSecret, endpointsKey],
      judge: judgeLegacyAnswer,
    })
  }

  /** The call of a primary operation: all of them go to /api/v1/payment, "direct" unless they say otherwise. */
  primary<Schema extends z.ZodType<Fields>>(call: OrderCall<Schema>) {
    return this.ofOrder("/api/v1/payment", { mode: "direct" }, call)
  }

  /** A primary operation that is answered with its transaction. */
  async order<Schema extends z.ZodType<Fields>>(
    call: OrderCall<Schema>,
  ): Promise<LegacyTransaction> {
    return this.transport.send({ ...this.primary(call), answer: transaction })
  }

  /** A secondary operation, on what an order has paid. */
  async change<Schema extends z.ZodType<Fields>>(
    path: string,
    call: Omit<OrderCall<Schema>, "effect">,
  ): Promise<LegacyTransaction> {
    const sent = this.ofOrder(path, {}, { ...call, effect: "moves_money" })
    return this.transport.send({ ...sent, answer: transaction })
  }

  private ofOrder<Schema extends z.ZodType<Fields>>(
    path: string,
    common: Fields,
    { operation, schema, request, special, effect, secrets }: OrderCall<Schema>,
  ) {
    const fields = requestFields(operation, schema, request)
    return {
      operation,
      method: "POST" as const,
      path,
      body: writeExactJson({ pos_id: this.posId, ...common, ...fields, ...special }),
      externalId: request.orderId,
      effect,
      secrets,
    }
  }
}
