import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Store } from "../setup/store"

const reconciled = z.object({
  checked: z.number(),
  operations_compared: z.number(),
  announced: z.array(z.object({ external_id: z.string() })),
  differences: z.array(
    z.object({
      external_id: z.string(),
      action: z.string(),
      outcome: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
  errors: z.array(z.string()),
})

/** Runs `rozetkapay-reconcile` as an operator's own code does: by its id. */
export async function reconcile(store: Store, input: Record<string, unknown> = {}) {
  const { result } = await store.container
    .resolve(Modules.WORKFLOW_ENGINE)
    .run("rozetkapay-reconcile", { input: { min_age_minutes: 0, report_days: 0, ...input } })
  return reconciled.parse(result)
}

/** Runs `rozetkapay-settle` by its id. */
export async function settle(store: Store, provider_id: string, external_id: string) {
  const { result } = await store.container
    .resolve(Modules.WORKFLOW_ENGINE)
    .run("rozetkapay-settle", { input: { provider_id, external_id } })
  return z.object({ is: z.string() }).nullable().parse(result)
}
