import type { OperationStatus } from "../../rozetkapay/payments/operation-details"

/** The four statuses that the legacy document knows. */
export type LegacyStatus = Exclude<OperationStatus, "unknown">

/**
 * Every numeric code of the document's section "Status codes", as single codes and as ranges without
 * gaps. @see https://deprecated-api.rozetkapay.com (Status codes)
 */
const CODES: Record<LegacyStatus, readonly (number | readonly [from: number, to: number])[]> = {
  init: [[2117, 2118]],
  pending: [
    1008,
    [2000, 2002],
    [2010, 2012],
    [2100, 2116],
    [2119, 2120],
    [2122, 2124],
    2201,
    [4018, 4019],
    [4101, 4102],
    6000,
    9000,
  ],
  success: [0, [1000, 1007], [1009, 1010]],
  failure: [
    [2003, 2009],
    2121,
    [4000, 4017],
    [4020, 4024],
    4100,
    [4103, 4169],
    [5000, 5005],
    [5009, 5010],
    [5014, 5015],
    [5019, 5031],
    5050,
    [5102, 5157],
    [6001, 6008],
    [6010, 6011],
  ],
}

const STATUS_BY_CODE = new Map<string, LegacyStatus>()
for (const status of ["init", "pending", "success", "failure"] as const) {
  for (const entry of CODES[status]) {
    const [from, to] = typeof entry === "number" ? [entry, entry] : entry
    for (let code = from; code <= to; code++) {
      STATUS_BY_CODE.set(String(code), status)
    }
  }
}

/** Whether the document names this code. */
export const isKnownCode = (code: string): boolean => STATUS_BY_CODE.has(code)

/** What a numeric code means; one that the document does not name is pending: not paid, not refused. */
export const statusOfCode = (code: string): LegacyStatus => STATUS_BY_CODE.get(code) ?? "pending"

/**
 * A transaction's status from its two fields, `status` and `status_code`. The document does not say
 * which one rules when they differ, so nothing is final unless both agree: a word and a code that
 * contradict each other are pending, as are a code and a word that are not known, whatever is beside
 * them. Without a code the word counts, and without a word the code; without either it is pending.
 */
export function statusOf(word: string | null, code: string | null): LegacyStatus {
  if (word !== null && !isStatus(word)) {
    return "pending"
  }
  if (code === null) {
    return word ?? "pending"
  }
  const meant = statusOfCode(code)
  return word === null || word === meant ? meant : "pending"
}

const isStatus = (word: string): word is LegacyStatus =>
  word === "init" || word === "pending" || word === "success" || word === "failure"
