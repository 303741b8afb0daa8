import type { z } from "zod"
import { type Answer, ask, send } from "./json-http"

/** One of Medusa's HTTP APIs with the caller's headers (a token, a publishable key) on every call. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  get<Shape extends z.ZodType>(shape: Shape, path: string) {
    return ask(shape, `${this.url}${path}`, { headers: this.headers })
  }

  post<Shape extends z.ZodType>(shape: Shape, path: string, body: object = {}) {
    return ask(shape, `${this.url}${path}`, { method: "POST", headers: this.headers, body })
  }

  delete<Shape extends z.ZodType>(shape: Shape, path: string) {
    return ask(shape, `${this.url}${path}`, { method: "DELETE", headers: this.headers })
  }

  /** For calls whose refusal is the result, of any method. */
  call(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<Answer> {
    return send(`${this.url}${path}`, { method, headers: this.headers, body })
  }

  /** For calls whose refusal is the result. */
  attempt(path: string, body: object = {}): Promise<Answer> {
    return send(`${this.url}${path}`, { method: "POST", headers: this.headers, body })
  }
}
