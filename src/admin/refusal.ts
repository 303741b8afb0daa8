/** What the server, or the network, answered instead of doing what staff asked for. */
export class Refusal extends Error {
  constructor(
    /** As docs/reference/error-codes.md has it; null: none was said. */
    readonly code: string | null,
    readonly status: number | null,
    message: string,
  ) {
    super(message)
    this.name = "Refusal"
  }
}

const textIn = (body: unknown, field: "code" | "message"): string | null => {
  const value = body && typeof body === "object" ? Reflect.get(body, field) : null
  return typeof value === "string" && value !== "" ? value : null
}

type Method = "GET" | "POST"

/** What was sent may have been done all the same: that is no "try again". */
export const unansweredBy = (method: Method) => (method === "POST" ? "unanswered" : "offline")

/** Medusa answers an error as `{ code, type, message }`; a proxy in front of it, as anything. */
export const refusalOf = async (answer: Response, method: Method): Promise<Refusal> => {
  const body: unknown = await answer.json().catch(() => null)
  const message = textIn(body, "message") ?? `${answer.status} ${answer.statusText}`.trim()
  const isUnanswered = answer.status >= 500 && method === "POST"
  const code = textIn(body, "code") ?? (isUnanswered ? unansweredBy(method) : null)
  return new Refusal(code, answer.status, message)
}

/** By which key of the texts it is said: what is known of the code first, then of the status. */
export const refusalKey = ({ code, status }: { code: string | null; status: number | null }) => {
  if (status === 401) return "logged_out"
  if (status === 403) return "not_permitted"
  return code
}

/** For whoever looks into it: nothing here is secret, and nothing of it is needed to act. */
export const technicalText = (error: unknown): string => {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error)
  const { code, status, message } = error
  return [code && `code: ${code}`, status && `HTTP ${status}`, message].filter(Boolean).join("\n")
}
