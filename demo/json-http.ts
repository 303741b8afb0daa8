import type { z } from "zod"
import { DemoFailure, messageOf } from "./failure"

export interface JsonCall<T> {
  method?: "GET" | "POST"
  url: string
  headers?: Record<string, string>
  body?: unknown
  answer: z.ZodType<T>
}

/** One JSON request; an answer that is no success, or has another shape, is a failure that quotes it. */
export async function callJson<T>({ method, url, headers, body, answer }: JsonCall<T>): Promise<T> {
  const verb = method ?? (body === undefined ? "GET" : "POST")
  const fail = (what: string, details?: string) =>
    new DemoFailure(
      `${verb} ${url} ${what}`,
      "The logs in .demo/logs say more; if they do not help, remove .demo and start again.",
      details,
    )
  const response = await fetch(url, {
    method: verb,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(40_000),
  }).catch((error: unknown) => {
    throw fail(`got no answer: ${messageOf(error)}`)
  })
  const text = await response.text()
  if (!response.ok) throw fail(`answered ${response.status}`, text.slice(0, 600))
  const parsed = answer.safeParse(text === "" ? undefined : JSON.parse(text))
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`)
    throw fail(`has another shape than expected: ${where.join("; ")}`, text.slice(0, 600))
  }
  return parsed.data
}
