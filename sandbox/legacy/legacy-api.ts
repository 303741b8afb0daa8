import { type Request, type Response, Router, raw } from "express"
import { GatewayError, invalidBody } from "../gateway-error"
import { serveCall } from "../serve-call"
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

function handle(
  world: World,
  endpoint: LegacyEndpoint,
  request: Request,
  response: Response,
): Promise<void> {
  const { params, query } = request
  return serveCall(world, request, response, {
    endpoint: query.callback === "true" ? "resend" : endpoint.name,
    authenticate: () => authenticateLegacy(world.merchants, request),
    readBody: () => readBody(endpoint, request),
    shown: withoutCardData,
    externalIdOf: (body) => orderIdOf(body, request),
    answer: (merchant, body) => endpoint.answer({ world, merchant, body, params, query }),
    refusal: httpRefusal,
    words: legacyWords,
  })
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
