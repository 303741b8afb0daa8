import { adminClient } from "../../src/admin-client"
import type { ApiClient } from "./api-client"

/** What the store refuses, as the plugin's admin pages get to know it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: unknown,
    text: string,
  ) {
    super(text)
    this.name = "Refused"
  }
}

const codeIn = (json: unknown): unknown =>
  typeof json === "object" && json !== null && "code" in json ? json.code : null

/** The plugin's own client of its admin routes, as the admin's pages use it. */
export const orderPage = (api: ApiClient) =>
  adminClient(
    async <Answer>(path: string, init: { method?: "GET" | "POST"; body?: object } = {}) => {
      const answer = await api.call(init.method ?? "GET", path, init.body)
      if (answer.status >= 300) throw new Refused(answer.status, codeIn(answer.json), answer.text)
      return answer.json as Answer
    },
  )

/** How several that were asked for at one moment ended: 200, or the refusal's status and code. */
export const endsOf = (results: PromiseSettledResult<unknown>[]): unknown[] =>
  results
    .map((result) => {
      if (result.status === "fulfilled") return 200
      const error: unknown = result.reason
      return error instanceof Refused ? `${error.status} ${error.code}` : String(error)
    })
    .sort()
