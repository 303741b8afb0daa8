import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../payments/error-message"
import { mayHaveTransactions, movementsIn, readSnapshot } from "../../sync/snapshot"
import { isSquareOrder } from "../square-order"
import { syncPaymentWorkflow } from "../sync-payment"
import type { Candidate } from "./find-candidates"

export type SettleCandidatesInput = { candidates: Candidate[]; dry_run: boolean }

/** One payment whose books did not agree (or could not be read). */
export type Difference = Candidate & {
  /** What the plan says: "place_order", "record_refund 10.00", …; "error" when it could not be read or done. */
  action: string
  /** What settling made of it; null in a dry run. */
  outcome: string | null
  error: string | null
}

export type SettledCandidates = { checked: number; differences: Difference[] }

/** Milliseconds between two payments: at most ten calls a second, far below any documented rate limit. */
const PACE = 100
/** Lines of progress in the log of a long run. */
const PROGRESS_EVERY = 100

export const settleCandidatesStepId = "rozetkapay-settle-candidates"

/** Settles one payment after the other, each as its callback would have. One that fails does not stop the rest. */
export const settleCandidatesStep = createStep(
  settleCandidatesStepId,
  async ({ candidates, dry_run }: SettleCandidatesInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const differences: Difference[] = []
    for (const [index, candidate] of candidates.entries()) {
      const begun = Date.now()
      const difference = await settleOne(container, candidate, dry_run)
      if (difference) differences.push(difference)
      if ((index + 1) % PROGRESS_EVERY === 0) {
        logger.info(
          `rozetkapay: reconciling, ${index + 1} of ${candidates.length} payments looked at, ${differences.length} differences`,
        )
      }
      await sleep(Math.max(0, PACE - (Date.now() - begun)))
    }
    return new StepResponse({ checked: candidates.length, differences })
  },
)

/** Null when both books agree. A refused attempt of the shopper's is no difference. */
const settleOne = async (
  container: MedusaContainer,
  candidate: Candidate,
  dry_run: boolean,
): Promise<Difference | null> => {
  try {
    const books = (await readSnapshot(container, candidate))?.own
    const actions = (books?.actions ?? []).filter(
      (action) => !["nothing", "wait", "report_decline"].includes(action.do),
    )
    const planned = actions.map((one) => ("amount" in one ? `${one.do} ${one.amount}` : one.do))
    const of = books && movementsIn(books)
    const isUneven = of && mayHaveTransactions(books) && !(await isSquareOrder(container, of))
    if (isUneven) planned.push("square_order")
    if (planned.length === 0) return null
    const action = planned.join(", ")
    if (dry_run) return { ...candidate, action, outcome: null, error: null }

    const { result } = await syncPaymentWorkflow(container).run({ input: candidate })
    return { ...candidate, action, outcome: result?.is ?? null, error: null }
  } catch (error) {
    return { ...candidate, action: "error", outcome: null, error: errorMessage(error) }
  }
}
