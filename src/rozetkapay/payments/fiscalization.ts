import type { z } from "zod"
import { code, fromWire, id, text, webUrl } from "../wire/readers"

/**
 * What the document says of every code of a fiscalization.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo (FiscalizationStatusCode)
 */
const MEANINGS: Readonly<Record<string, string>> = {
  "1000": "Test result",
  "1001": "Operation successful",
  "1002": "Operation in progress",
  "2001": "Invalid fiscalization data. Please verify product information",
  "2002": "Internal error. Please contact support",
  "2003": "Not authorized. Please check your permissions",
  "2004": "Temporary failure. Please try again later",
  "2005": "Fiscalization service temporarily unavailable",
  "2006": "Not authorized. Please verify your token",
  "3001": "Required data not found",
  "3002": "Duplicate attempt detected",
  "4001": "Cash register not activated in tax system",
  "4002": "Cash register blocked. Please contact support",
  "4003": "Cash register data conflict detected. Please try again later",
  "4004": "Cash register processing another operation. Please try again later",
  "4005": "Cannot change cash register operating mode",
  "4006": "Cash register locked by another application. Please close all other fiscal software",
  "4050":
    "Fiscal shift not opened. Please open a shift in your cash register before processing transactions",
  "4051": "Fiscal shift is not closed. Please close the current shift",
  "5001":
    "Electronic signature key not registered with tax authorities. Please register your EDS key in the tax system before enabling fiscalization",
  "5002":
    "Electronic signature key has been revoked. Please obtain and register a new EDS certificate",
  "5003":
    "Electronic signature verification failed. Please check your EDS key validity and permissions",
  "6001": "Tax authority service error. Please contact support",
  "6002": "Tax authority service unavailable. Please try again later",
  "6003": "Tax authority response timeout. Please try again later",
  "7001": "Fiscal receipt validation failed. Receipt sequence broken. Please contact support",
  "7002": "Fiscal receipt generation failed. Please contact support",
}

/** A code in words; null for one that the document does not name. */
const fiscalizationMeaning = (code: string | null): string | null =>
  code !== null && Object.hasOwn(MEANINGS, code) ? (MEANINGS[code] ?? null) : null

/**
 * The tax receipt of a movement, by the cash register that the merchant has at RozetkaPay.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo (Fiscalization)
 */
export const fiscalizationOrNull = fromWire({
  fiscal_id: id,
  fiscal_url: webUrl,
  /** Pending, Success or Failed; the list is open. */
  status: text,
  status_code: code,
  status_description: text,
})
  .transform((read) => ({
    id: read.fiscalId,
    receiptUrl: read.fiscalUrl,
    status: read.status,
    code: read.statusCode,
    meaning: fiscalizationMeaning(read.statusCode),
    description: read.statusDescription,
  }))
  .nullable()
  .catch(null)

export type Fiscalization = NonNullable<z.output<typeof fiscalizationOrNull>>
