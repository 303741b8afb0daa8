import type { Request, Response } from "express"
import type { ApiAnswer } from "./endpoints/endpoint"
import type { Endpoint, Fault } from "./faults"
import { GatewayError } from "./gateway-error"
import type { Merchant } from "./merchants"
import type { LoggedRequest } from "./request-log"
import { type ErrorWords, sendWithFault } from "./send-answer"
import type { World } from "./world"

/** One of the gateway's APIs, as far as serving a call differs between them. Each step may throw. */
export type ServedApi = {
  endpoint: Endpoint
  authenticate: () => Merchant
  readBody: () => unknown
  /** What of the body the request log may keep. */
  shown: (body: unknown) => unknown
  externalIdOf: (body: unknown) => string | null
  answer: (merchant: Merchant, body: unknown) => ApiAnswer
  refusal: (error: unknown) => ApiAnswer
  /** Told of every answer to an authenticated call, before a fault may lose it. */
  answered?: (answer: ApiAnswer) => void
  /** How a fault's own errors are worded; default: as the current API does. */
  words?: ErrorWords
}

/** Authenticates a call, lets faults strike it, answers it, and logs it from beginning to end. */
export async function serveCall(
  world: World,
  request: Request,
  response: Response,
  api: ServedApi,
): Promise<void> {
  const started = Date.now()
  const entry: LoggedRequest = {
    at: world.now(),
    endpoint: api.endpoint,
    method: request.method,
    path: request.originalUrl,
    login: null,
    on_behalf_of: request.get("x-on-behalf-of") ?? null,
    external_id: null,
    body: null,
    status: 0,
    ms: 0,
    violations: [],
  }
  world.log.add(entry)
  const send = async (answer: ApiAnswer, fault?: Fault) => {
    entry.status = await sendWithFault(response, answer, fault, world.timers, api.words)
    entry.ms = Date.now() - started
  }
  let merchant: Merchant
  let body: unknown
  try {
    merchant = api.authenticate()
    entry.login = merchant.login
    body = api.readBody()
  } catch (error) {
    return send(api.refusal(error))
  }
  entry.body = body === undefined ? null : api.shown(body)
  entry.external_id = api.externalIdOf(body)
  const struck = world.faults.strike({
    endpoint: api.endpoint,
    external_id: entry.external_id ?? undefined,
    login: merchant.login,
  })
  for (const { kind, ms } of struck) if (kind === "latency") await world.timers.wait(ms ?? 1_000)
  const fault = struck.find(({ kind }) => kind !== "latency")
  if (fault && !fault.kind.endsWith("_after")) return send({ status: 0, body: null }, fault)
  const answer = answerOrRefusal(api, merchant, body, entry)
  api.answered?.(answer)
  return send(answer, fault)
}

function answerOrRefusal(
  api: ServedApi,
  merchant: Merchant,
  body: unknown,
  entry: LoggedRequest,
): ApiAnswer {
  try {
    return api.answer(merchant, body)
  } catch (error) {
    if (error instanceof GatewayError && error.code === "invalid_request_body")
      entry.violations.push(`${error.param}: ${error.message}`)
    return api.refusal(error)
  }
}
