import { randomBytes } from "node:crypto"
import type { ApiAnswer } from "../endpoints/endpoint"
import { GatewayError } from "../gateway-error"
import type { ErrorWords } from "../send-answer"

/** The codes in `args` are the document's where it shows one (S-403, A-400), and alike elsewhere. */
const HTTP_REFUSALS: Record<string, { status: number; message?: string; code: string | null }> = {
  endpoints_key_invalid: { status: 401, code: null },
  authorization_failed: { status: 401, code: "S-403" },
  transaction_not_found: { status: 404, message: "Payment not found", code: "S-404" },
  missing_route: { status: 404, code: "S-404" },
  method_not_allowed: { status: 405, code: "S-405" },
  not_acceptable: { status: 406, code: "S-406" },
  invalid_apple_pay_token: { status: 400, message: "Invalid ApplePay token", code: "A-400" },
  invalid_google_pay_token: { status: 400, message: "Invalid GooglePay token", code: "A-400" },
}

const errorId = (): string => randomBytes(12).toString("base64url")

/** An HTTP error in the document's words: `{ message, args: { code, error_id } }`. */
export function httpRefusal(error: unknown): ApiAnswer {
  if (!(error instanceof GatewayError)) return { status: 500, body: legacyWords.internal() }
  const known = HTTP_REFUSALS[error.code] ?? { status: 400, code: "S-400" }
  return {
    status: known.status,
    body: {
      message: known.message ?? error.message,
      args: {
        ...(known.code === null ? {} : { code: known.code }),
        ...(known.code === "A-400" ? { error_id: errorId() } : {}),
      },
    },
  }
}

export const legacyWords: ErrorWords = {
  tooMany: () => ({ message: "Too many requests", args: { code: "S-429" } }),
  internal: () => ({ message: "Internal error occurred", args: { error_id: errorId() } }),
}
