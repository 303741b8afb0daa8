import { randomBytes } from "node:crypto"
import { type Request, type Response, Router, raw } from "express"
import { API } from "./endpoints"
import type { ApiAnswer, ApiEndpoint } from "./endpoints/endpoint"
import { GatewayError, invalidBody } from "./gateway-error"
import { asMeant } from "./lenient-body"
import { serveCall } from "./serve-call"
import type { World } from "./world"

/** The gateway's own API: every call is authenticated, struck by faults, checked and logged. */
export function gatewayApi(world: World): Router {
  const router = Router()
  router.use(raw({ type: () => true, limit: "5mb" }))
  for (const endpoint of API)
    router[endpoint.method](endpoint.path, (request, response, next) => {
      handle(world, endpoint, request, response).catch(next)
    })
  router.use("/api", (request, response, next) => {
    handle(world, missingRoute(request), request, response).catch(next)
  })
  return router
}

const missingRoute = (request: Request): ApiEndpoint => ({
  name: "other",
  method: "post",
  path: request.path,
  answer: () => {
    throw new GatewayError({
      code: "missing_route",
      message: `The sandbox has no ${request.method} ${request.originalUrl.split("?")[0]}`,
      type: "api_error",
      status: 404,
    })
  },
})

function handle(
  world: World,
  endpoint: ApiEndpoint,
  request: Request,
  response: Response,
): Promise<void> {
  return serveCall(world, request, response, {
    endpoint: endpoint.name,
    authenticate: () => {
      const merchant = world.merchants.authenticate(request.get("authorization"))
      if (!merchant) throw wrongKeys()
      return merchant
    },
    readBody: () => readJson(request),
    shown: (body) => body,
    externalIdOf: (body) => externalIdOf(body, request),
    answer: (merchant, body) => {
      if (endpoint.method === "post" && endpoint.name !== "other" && body === undefined)
        throw invalidBody("", "The request has no body")
      const read = world.strict ? body : asMeant(body, endpoint.products ?? "texts")
      checkBody(world, endpoint, read)
      const on_behalf_of = request.get("x-on-behalf-of") ?? null
      return endpoint.answer({ world, merchant, on_behalf_of, body: read, query: request.query })
    },
    refusal: errorAnswer,
    answered: ({ status, body }) => {
      if (endpoint.name !== "other")
        world.contract.answer(endpoint.method, endpoint.path, status, body)
    },
  })
}

/** The document's own check; the sandbox's stricter reading follows in the endpoint itself. */
function checkBody(world: World, endpoint: ApiEndpoint, body: unknown): void {
  if (endpoint.method === "get" || endpoint.name === "other") return
  const problem = world.contract.request(endpoint.method, endpoint.path, body)
  if (problem) throw invalidBody(problem.param, `Field ${problem.param} ${problem.message}`)
}

function readJson(request: Request): unknown {
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) return undefined
  try {
    return JSON.parse(request.body.toString("utf8"))
  } catch {
    throw invalidBody("", "The request body is not JSON")
  }
}

function externalIdOf(body: unknown, request: Request): string | null {
  const fields: Record<string, unknown> =
    typeof body === "object" && body !== null ? { ...body } : {}
  const named = fields.external_id ?? fields.batch_external_id ?? request.query.external_id
  return typeof named === "string" ? named : null
}

const wrongKeys = () =>
  new GatewayError({
    code: "authorization_failed",
    message: "Authorization failed: login or password is wrong",
    status: 401,
  })

/** An error as the gateway words it; anything unforeseen becomes its internal_error. */
export function errorAnswer(error: unknown): ApiAnswer {
  const known =
    error instanceof GatewayError
      ? error
      : new GatewayError({
          code: "internal_error",
          message: `Internal error occurred: ${error instanceof Error ? error.message : error}`,
          type: "api_error",
          status: 500,
        })
  const { code, message, param, payment_id, type, status } = known
  const error_id = randomBytes(8).toString("hex")
  return { status, body: { code, message, param, payment_id, type, error_id } }
}
