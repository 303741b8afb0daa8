import { type Request, type Response, Router, raw } from "express"
import type { ApiAnswer } from "../endpoints/endpoint"
import type { Fault } from "../faults"
import { GatewayError, invalidBody } from "../gateway-error"
import type { LoggedRequest } from "../request-log"
import { sendWithFault } from "../send-answer"
import type { World } from "../world"
import { authenticateLegacy } from "./access"
import type { LegacyEndpoint } from "./legacy-call"
import { primary } from "./primary"
import { operationInfo, orderTransactions, transactionsForPeriod } from "./reading"
import { httpRefusal, legacyWords } from "./refusal"
import { withoutCardData } from "./request-shapes"
import { capture, p2pCredit, refund, voidHold } from "./secondary"

const ORDER = "/api/v1/pos/:pos_id/orders/:order_id"

const ENDPOINTS: LegacyEndpoint[] = [
  { name: "create", method: "post", path: "/api/v1/payment", answer: primary },
  { name: "confirm", method: "post", path: "/api/v1/capture", answer: capture },
  { name: "cancel", method: "post", path: "/api/v1/void", answer: voidHold },
  { name: "refund", method: "post", path: "/api/v1/refund", answer: refund },
  { name: "p2p_credit", method: "post", path: "/api/v1/p2p-credit", answer: p2pCredit },
  { name: "info", method: "get", path: ORDER, answer: orderTransactions },
  { name: "info", method: "get", path: `${ORDER}/:operation`, answer: operationInfo },
  {
    name: "reports",
    method: "get",
    path: "/api/v1/pos/:pos_id/transactions",
    answer: transactionsForPeriod,
  },
]

/**
 * The API of deprecated-api.rozetkapay.com. Its paths differ from those of the current API, so both
 * live at one address.
 */
export function legacyApi(world: World): Router {
  const router = Router()
  router.get("/health", (_request, response) => {
    response.type("text/plain").send("OK")
  })
  router.get("/api/v1/checkout/:page_id/form", (request, response) => {
    const { page_id } = request.params
    const lang = world.payments.findByPage(page_id)?.payment.request.customer_lang
    const query = lang === "uk" || lang === "en" ? `?lang=${lang}` : ""
    response.redirect(302, `/checkout/${encodeURIComponent(page_id)}${query}`)
  })
  router.use("/api/v1", raw({ type: () => true, limit: "5mb" }))
  for (const endpoint of ENDPOINTS) {
    router[endpoint.method](endpoint.path, (request, response, next) => {
      handle(world, endpoint, request, response).catch(next)
    })
    router.all(endpoint.path, (request, response, next) => {
      handle(world, refusing(request, "method_not_allowed"), request, response).catch(next)
    })
  }
  router.use("/api/v1", (request, response, next) => {
    handle(world, refusing(request, "missing_route"), request, response).catch(next)
  })
  return router
}

const refusing = (request: Request, code: string): LegacyEndpoint => ({
  name: "other",
  method: "get",
  path: request.path,
  answer: () => {
    const path = request.originalUrl.split("?")[0]
    throw new GatewayError({ code, message: `The sandbox has no ${request.method} ${path}` })
  },
})

async function handle(
  world: World,
  endpoint: LegacyEndpoint,
  request: Request,
  response: Response,
): Promise<void> {
  const started = Date.now()
  const entry: LoggedRequest = {
    at: world.now(),
    endpoint: request.query.callback === "true" ? "resend" : endpoint.name,
    method: request.method,
    path: request.originalUrl,
    login: null,
    on_behalf_of: null,
    external_id: null,
    body: null,
    status: 0,
    ms: 0,
    violations: [],
  }
  world.log.add(entry)
  const send = async (answer: ApiAnswer, fault?: Fault) => {
    entry.status = await sendWithFault(response, answer, fault, world.timers, legacyWords)
    entry.ms = Date.now() - started
  }
  try {
    const merchant = authenticateLegacy(world.merchants, request)
    entry.login = merchant.login
    const body = readBody(endpoint, request)
    entry.body = body === undefined ? null : withoutCardData(body)
    entry.external_id = orderIdOf(body, request)
    const struck = world.faults.strike({
      endpoint: entry.endpoint,
      external_id: entry.external_id ?? undefined,
      login: merchant.login,
    })
    for (const { kind, ms } of struck) if (kind === "latency") await world.timers.wait(ms ?? 1_000)
    const fault = struck.find(({ kind }) => kind !== "latency")
    if (fault && !fault.kind.endsWith("_after")) return send({ status: 0, body: null }, fault)
    const { params, query } = request
    return await send(answerTo(endpoint, { world, merchant, body, params, query }, entry), fault)
  } catch (error) {
    await send(refusalOf(error, entry))
  }
}

function answerTo(
  endpoint: LegacyEndpoint,
  call: Parameters<LegacyEndpoint["answer"]>[0],
  entry: LoggedRequest,
): ApiAnswer {
  try {
    return endpoint.answer(call)
  } catch (error) {
    return refusalOf(error, entry)
  }
}

function refusalOf(error: unknown, entry: LoggedRequest): ApiAnswer {
  if (error instanceof GatewayError && error.code === "invalid_request_body")
    entry.violations.push(`${error.param}: ${error.message}`)
  return httpRefusal(error)
}

function readBody(endpoint: LegacyEndpoint, request: Request): unknown {
  if (endpoint.method !== "post") return undefined
  if (!request.is("application/json"))
    throw new GatewayError({
      code: "not_acceptable",
      message: "All POST requests should have application/json content type",
    })
  try {
    return JSON.parse(String(request.body))
  } catch {
    throw invalidBody("", "The request body is not JSON")
  }
}

function orderIdOf(body: unknown, request: Request): string | null {
  const named =
    typeof body === "object" && body !== null && "order_id" in body
      ? body.order_id
      : request.params.order_id
  return typeof named === "string" ? named : null
}
