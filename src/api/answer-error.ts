import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaError } from "@medusajs/framework/utils"
import { codeOf, type ErrorCode, factsOf } from "../errors"

/** An error's answer, in the form of Medusa's own. */
export type ErrorAnswer = { type: string; code: ErrorCode; message: string }

type Coded = Pick<MedusaError, "type" | "message" | "code">

/** Answers an error where Medusa's own handler is not asked, or would not say what the code says. */
export const answerError = (res: MedusaResponse<ErrorAnswer>, error: Coded): void => {
  const code = codeOf(error)
  if (!code) throw error
  const { type, message } = error
  res.status(factsOf(code).status).json({ type, code, message })
}

/**
 * Whether Medusa's handler would put a sentence and a code of its own in place of this error's, which
 * helps nobody: as it does for each conflict, and for what is not known yet.
 */
export const isToBeAnsweredHere = (error: unknown): error is Coded => {
  const code = codeOf(error)
  return code !== null && [409, 503].includes(factsOf(code).status)
}
