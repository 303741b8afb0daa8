import type { Endpoint } from "./faults"

export type LoggedRequest = {
  at: string
  endpoint: Endpoint
  method: string
  path: string
  login: string | null
  on_behalf_of: string | null
  external_id: string | null
  body: unknown
  /** 0 = the connection was dropped or left without an answer by a fault. */
  status: number
  ms: number
  violations: string[]
}

const KEPT = 20_000

/** The latest API requests, oldest first, without passwords. */
export class RequestLog {
  private requests: LoggedRequest[] = []

  add(request: LoggedRequest): void {
    this.requests.push(request)
    if (this.requests.length > KEPT) this.requests.splice(0, KEPT / 10)
  }

  list(endpoint?: string, external_id?: string): LoggedRequest[] {
    return this.requests.filter(
      (one) =>
        (endpoint === undefined || one.endpoint === endpoint) &&
        (external_id === undefined || one.external_id === external_id),
    )
  }

  clear(): void {
    this.requests = []
  }
}
