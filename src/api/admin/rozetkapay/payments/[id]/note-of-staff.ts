import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { codeOf } from "../../../../../errors"
import { type NotedAction, noteStaffAction } from "../../../../../medusa-store/staff-actions"

/** Does what staff asked for of the payment in the path, and keeps who it was and what came of it. */
export const noted = async <Result>(
  req: AuthenticatedMedusaRequest,
  what: NotedAction["what"],
  job: () => Promise<Result>,
): Promise<Result> => {
  const at = new Date().toISOString()
  const note = (outcome: string) =>
    noteStaffAction(req.scope, req.params.id ?? "", {
      at,
      what,
      actor: req.auth_context.actor_id,
      outcome,
    })
  try {
    const result = await job()
    await note("done")
    return result
  } catch (error) {
    const code = codeOf(error)
    if (code !== "no_such_payment") await note(code ?? "failed")
    throw error
  }
}
