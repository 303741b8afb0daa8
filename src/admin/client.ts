import Medusa from "@medusajs/js-sdk"
import { type AdminFetch, adminClient } from "../admin-client"
import { Refusal, refusalOf, technicalText, unansweredBy } from "./refusal"

const backendUrl = __BACKEND_URL__ || "/"
const authType = __AUTH_TYPE__ ?? "session"

/** Medusa's own routes, by the login of the dashboard. */
export const sdk = new Medusa({
  baseUrl: backendUrl,
  auth: { type: authType, jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined },
})

type Init = Parameters<AdminFetch>[1]

const addressOf = (path: string, query: NonNullable<Init>["query"] = {}): URL => {
  const base = new URL(backendUrl, window.location.origin)
  const address = new URL(`${base.pathname.replace(/\/$/, "")}${path}`, base.origin)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") address.searchParams.set(name, String(value))
  }
  return address
}

const loginHeader = async (): Promise<Record<string, string>> => {
  const token = authType === "session" ? null : await sdk.client.getToken()
  return token ? { authorization: `Bearer ${token}` } : {}
}

/**
 * As `sdk.client.fetch`, whose errors keep the sentence alone: here a refusal keeps its code, of which the
 * dashboard makes a sentence in its own language.
 *
 * @throws {Refusal}
 */
export const answerOf = async (path: string, init: Init = {}): Promise<Response> => {
  const { method = "GET", body, query } = init
  const answer = await fetch(addressOf(path, query), {
    method,
    credentials: authType === "session" ? "include" : "omit",
    headers: {
      accept: "application/json",
      ...(body && { "content-type": "application/json" }),
      ...(await loginHeader()),
    },
    body: body && JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new Refusal(unansweredBy(method), null, technicalText(error))
  })
  if (!answer.ok) throw await refusalOf(answer, method)
  return answer
}

/** The plugin's admin routes. */
export const rozetkapay = adminClient(async (path, init) => (await answerOf(path, init)).json())
