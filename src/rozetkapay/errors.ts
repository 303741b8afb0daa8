/**
 * What is known about the money when a call has failed. There is one kind per remedy:
 *
 * - `rejected`: the gateway (or this client, before sending) refused. Nothing was done; `code` says why.
 * - `unavailable`: nothing was done, surely: no connection was made, or the rate limit was hit (429).
 * - `outcome_unknown`: it may or may not have been done: a timeout, a dropped connection, a 5xx.
 * - `malformed`: an answer that can not be understood, so what was done is unknown as well.
 */
export type ErrorKind = "rejected" | "outcome_unknown" | "unavailable" | "malformed"

export type RozetkaPayErrorFields = {
  kind: ErrorKind
  operation: string
  /** RozetkaPay's code, e.g. "transaction_already_paid". The list is open. */
  code?: string | null
  /** RozetkaPay's class of errors, e.g. "invalid_request_error". */
  type?: string | null
  /** The request's field that is at fault. */
  param?: string | null
  /** What RozetkaPay's support asks for. */
  errorId?: string | null
  paymentId?: string | null
  httpStatus?: number | null
  /** What happened on the network or in the answer, in a few words of ours. */
  explanation?: string
}

/**
 * The only error that this client throws. It never carries credentials, headers, bodies, the card,
 * or the error of the HTTP library (which holds the Authorization header): it is safe to log whole.
 */
export class RozetkaPayError extends Error {
  readonly kind: ErrorKind
  readonly code: string | null
  readonly type: string | null
  readonly param: string | null
  readonly errorId: string | null
  readonly paymentId: string | null
  readonly httpStatus: number | null
  readonly operation: string

  constructor(fields: RozetkaPayErrorFields) {
    super(sentence(fields))
    this.name = "RozetkaPayError"
    this.kind = fields.kind
    this.code = fields.code ?? null
    this.type = fields.type ?? null
    this.param = fields.param ?? null
    this.errorId = fields.errorId ?? null
    this.paymentId = fields.paymentId ?? null
    this.httpStatus = fields.httpStatus ?? null
    this.operation = fields.operation
  }

  /** True when a confirm, cancel or refund may have been carried out: read `info` before deciding. */
  get mayHaveHappened(): boolean {
    return this.kind === "outcome_unknown" || this.kind === "malformed"
  }

  /** True when RozetkaPay does not know the login and password, or does not let them do this. */
  get isWrongKeys(): boolean {
    return this.kind === "rejected" && areKeysRefused(this)
  }

  /** True when another card, or the same one entered again, may mend it: the shopper's to do, nobody else's. */
  get isAboutTheCard(): boolean {
    return this.kind === "rejected" && ABOUT_THE_CARD.has(this.type ?? "")
  }
}

/** RozetkaPay's classes of errors of what the shopper pays with. */
const ABOUT_THE_CARD = new Set(["payment_method_error", "payment_error", "customer_error"])

/**
 * `authorization_failed` comes with 401, `access_not_allowed` with 403; the legacy API says `S-403`.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#section/Basic-information/Authorization
 */
function areKeysRefused({ code, httpStatus }: Pick<RozetkaPayErrorFields, "code" | "httpStatus">) {
  return httpStatus === 401 || KEYS_REFUSED.includes(code ?? "")
}

const KEYS_REFUSED = ["authorization_failed", "access_not_allowed", "S-401", "S-403"]

function sentence(fields: RozetkaPayErrorFields): string {
  const facts = [
    fields.httpStatus && `HTTP ${fields.httpStatus}`,
    fields.code && `code ${fields.code}`,
    fields.param && `param ${fields.param}`,
    fields.errorId && `error id ${fields.errorId}`,
  ].filter(Boolean)
  const head = `${HEADS[fields.kind]} ${fields.operation}`
  const tail = facts.length > 0 ? ` (${facts.join(", ")})` : ""
  const why =
    fields.explanation ??
    (fields.kind === "rejected" && areKeysRefused(fields)
      ? "the RozetkaPay login or password is wrong, or may not do this"
      : undefined)
  return `${head}${tail}${why ? `: ${why}` : ""}`
}

const HEADS: Record<ErrorKind, string> = {
  rejected: "RozetkaPay refused",
  unavailable: "RozetkaPay is unavailable and has not done",
  outcome_unknown: "RozetkaPay gave no certain outcome of",
  malformed: "RozetkaPay gave an answer that can not be understood to",
}
