import type { z } from "zod"

export type Answer = { status: number; headers: Headers; text: string; json: unknown }

export type Call = {
  method?: "GET" | "POST" | "DELETE"
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is; `headers` must then name its content type. */
  raw?: string | Uint8Array<ArrayBuffer>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One HTTP call, any answer is a result; redirects are not followed. */
export async function send(url: string, call: Call = {}): Promise<Answer> {
  const headers = new Headers(call.headers)
  if (call.body !== undefined) headers.set("content-type", "application/json")
  const response = await fetch(url, {
    method: call.method ?? "GET",
    headers,
    body: call.raw ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
    redirect: "manual",
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parseJson(text) }
}

/** One HTTP call that must succeed with JSON of this shape. */
export async function ask<Shape extends z.ZodType>(
  shape: Shape,
  url: string,
  call: Call = {},
): Promise<z.output<Shape>> {
  const answer = await send(url, call)
  if (answer.status >= 300) {
    throw new Error(`${call.method ?? "GET"} ${url} answered ${answer.status}: ${answer.text}`)
  }
  return shape.parse(answer.json)
}
