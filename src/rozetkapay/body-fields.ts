import { RozetkaPayError } from "./errors"
import { type ExactJson, ExactNumber, isPlainDecimal } from "./exact-json"

/** Readers of single fields on their way into a request's body; each refuses before anything is sent. */

/** An id or a secret without which the request would mean something else. */
export function required(operation: string, param: string, value: string): string {
  if (typeof value !== "string" || value === "") {
    throw refusal(operation, param, "it must not be empty")
  }
  return value
}

export function amount(operation: string, value: string): ExactNumber {
  if (typeof value !== "string" || !isPlainDecimal(value)) {
    throw refusal(operation, "amount", 'it must be a plain decimal such as "1249.99"')
  }
  return new ExactNumber(value)
}

export function whole(operation: string, param: string, value: number | undefined) {
  if (value === undefined) {
    return undefined
  }
  if (!Number.isSafeInteger(value) || value < 0) {
    throw refusal(operation, param, "it must be a whole number, zero or above")
  }
  return new ExactNumber(String(value))
}

export const text = (value: string | undefined) => (value === "" ? undefined : value)

export const filled = (members: Record<string, ExactJson>) =>
  Object.values(members).some((member) => member !== undefined) ? members : undefined

/** The same code that the gateway gives for such a request, without the round trip. */
export function refusal(operation: string, param: string, why: string) {
  return new RozetkaPayError({
    kind: "rejected",
    operation,
    code: "invalid_request_body",
    type: "invalid_request_error",
    param,
    explanation: `nothing was sent, ${why}`,
  })
}
