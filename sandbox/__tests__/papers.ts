import { existsSync } from "node:fs"
import { besideRepository, openApiPath } from "../beside-repository"

/**
 * RozetkaPay's own papers (its OpenAPI document, sample messages, signatures) lie beside the repository,
 * not in it. On CI a missing one is a failure, unless ROZETKAPAY_PAPERS=absent says that this CI has none.
 */
const isWanted = process.env.CI === "true" && process.env.ROZETKAPAY_PAPERS !== "absent"

export const isAtHand = (paper: string): boolean => {
  if (existsSync(paper)) return true
  if (isWanted) throw new Error(`CI needs RozetkaPay's own papers, and there is no ${paper}`)
  return false
}

/** A test that reads a paper; counted as skipped where the paper is not at hand. */
export const testBy = (paper: string): jest.It => (isAtHand(paper) ? test : test.skip)

export const SIGNATURES = besideRepository("vectors/signatures.json")
export const SAMPLE_BODIES = besideRepository("bodies")

export const missingPapers = (): string[] =>
  [openApiPath(), SIGNATURES, SAMPLE_BODIES].filter((paper) => !existsSync(paper))
