import { z } from "zod"
import { exactText, id } from "../wire/readers"
import type { Failure } from "./retry-judgement"

/**
 * The body of a refusal. The list of codes is open.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (ErrorResponse)
 */
const gatewayError = z
  .object({ code: exactText, type: exactText, param: exactText, payment_id: id, error_id: id })
  .nullable()
  .catch(null)

/** The gateway's words about an error that may go on into logs and to people. */
export type SafeErrorFields = {
  code: string | null
  type: string | null
  param: string | null
  errorId: string | null
  paymentId: string | null
}

/**
 * Takes only what an error may carry out of a refusal's body. Its free-text `message` is left out: it
 * may repeat what was sent. A field that does not look like a name or an id, that repeats a secret or
 * a piece of one, or that may hold a card number is dropped, whoever wrote it.
 */
export function safeErrorFields(body: unknown, secrets: string[]): SafeErrorFields {
  const wire = gatewayError.parse(body ?? null)
  const safeId = (value: string | null | undefined) =>
    value && NAME_OR_ID.test(value) && !secrets.some((secret) => repeats(value, secret))
      ? value
      : null
  const name = (value: string | null | undefined) =>
    value && !LONG_DIGITS.test(value) ? safeId(value) : null
  return {
    code: name(wire?.code),
    type: name(wire?.type),
    param: name(wire?.param),
    // Ids are long numbers themselves.
    errorId: safeId(wire?.error_id),
    paymentId: safeId(wire?.payment_id),
  }
}

/** Whether a body is a refusal of the gateway's: told apart even when its code may not be told. */
export function isRefusal(body: unknown): boolean {
  return NAME_OR_ID.test(gatewayError.parse(body ?? null)?.code ?? "")
}

const NAME_OR_ID = /^[\w.:[\]-]{1,100}$/

/** More digits than a mask shows, however grouped. */
const LONG_DIGITS = /\d(?:[.:_-]?\d){10}/

/** So long a piece in common is no chance, and a token that was cut off may still be of use. */
const PIECE = 12

function repeats(value: string, secret: string): boolean {
  if (value.includes(secret)) {
    return true
  }
  for (let from = 0; from + PIECE <= value.length; from++) {
    if (secret.includes(value.slice(from, from + PIECE))) {
      return true
    }
  }
  return false
}

/** What the network did, without the HTTP library's error: that one holds the Authorization header. */
export type NetworkFailure = { failure: Failure; explanation: string }

/** Turns whatever the HTTP library threw into safe words. `timedOut`: our own clock ended the attempt. */
export function networkFailure(thrown: unknown, timedOut: boolean): NetworkFailure {
  const { code, cause, syscall, errors } = thrownShape.parse(thrown)
  const systemCode = cause?.code ?? code ?? "unknown network error"
  const root = cause ?? { syscall, errors }
  if (wasNeverSent(root, systemCode)) {
    return { failure: "not_sent", explanation: `no connection was made, ${systemCode}` }
  }
  if (timedOut) {
    return { failure: "timeout", explanation: "no answer in time" }
  }
  if (code === "ERR_BAD_RESPONSE") {
    return { failure: "not_understood", explanation: "the answer is too large or broken" }
  }
  return { failure: "dropped", explanation: `the connection was lost, ${systemCode}` }
}

const networkError = z.object({
  code: z
    .string()
    .regex(/^\w{1,60}$/)
    .optional()
    .catch(undefined),
  syscall: z.string().optional().catch(undefined),
  errors: z
    .array(z.object({ syscall: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
})

const thrownShape = networkError
  .extend({ cause: networkError.optional().catch(undefined) })
  .catch({})

/**
 * Looking a name up, connecting and checking the certificate come before the first byte of a request.
 * With several addresses Node collects one error for each.
 */
function wasNeverSent(
  root: Pick<z.infer<typeof networkError>, "syscall" | "errors">,
  systemCode: string,
): boolean {
  const isBeforeSending = (syscall: string | undefined) =>
    syscall === "connect" || syscall === "getaddrinfo"
  return (
    isBeforeSending(root.syscall) ||
    (root.errors !== undefined &&
      root.errors.length > 0 &&
      root.errors.every((error) => isBeforeSending(error.syscall))) ||
    CERTIFICATE_REFUSED.has(systemCode)
  )
}

const CERTIFICATE_REFUSED = new Set([
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
])
