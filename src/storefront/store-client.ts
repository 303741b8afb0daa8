import type { StorefrontLanguage } from "./payment-sentence"
import { errorIn } from "./read-answers"
import type { Refused } from "./shopper-answers"
import { trouble } from "./trouble"

export type StoreClientOptions = {
  /** Public address of the Medusa server. */
  backendUrl: string
  publishableKey: string
  /** In which the plugin's sentences come, and RozetkaPay's page: `uk` unless told. */
  language?: StorefrontLanguage
  /** Beside ours, such as `authorization` of a logged-in customer. Asked anew before each request. */
  headers?:
    | Record<string, string>
    | (() => Record<string, string> | Promise<Record<string, string>>)
  /** `include` sends the login's cookie to Medusa. */
  credentials?: RequestCredentials
  fetch?: typeof fetch
}

/** One request of the Store API, whose answer is read at once. */
export type AskStore = <Answer>(
  path: string,
  read: (answer: unknown) => Answer | null,
  request?: { method?: "POST" | "DELETE"; body?: object },
) => Promise<Answer | Refused>

/** Never throws: no connection, a refusal and an answer that can't be read are all an `error`. */
export const storeClient = (options: StoreClientOptions): AskStore => {
  const { backendUrl, publishableKey, language = "uk", headers = {}, credentials } = options
  const address = backendUrl.replace(/\/+$/, "")
  return async (path, read, { method, body } = {}) => {
    const send = options.fetch ?? fetch
    try {
      const response = await send(`${address}/store${path}`, {
        method: method ?? (body ? "POST" : "GET"),
        credentials,
        cache: "no-store",
        headers: {
          accept: "application/json",
          "accept-language": language,
          "x-publishable-api-key": publishableKey,
          ...(body && { "content-type": "application/json" }),
          ...lowered(typeof headers === "function" ? await headers() : headers),
        },
        body: body && JSON.stringify(body),
      })
      const answer: unknown = await response.json().catch(() => null)
      if (response.ok) return read(answer) ?? trouble("answer_unreadable", language)
      if (response.status === 401) return errorIn(answer) ?? trouble("not_logged_in", language)
      return errorIn(answer) ?? trouble("answer_unreadable", language)
    } catch {
      return trouble("no_connection", language)
    }
  }
}

/** A header that is named in two ways would be sent twice. */
const lowered = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
