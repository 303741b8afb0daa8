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

/** Runs `rozetkapay-sync-payment` by its id. */
export async function settle(store: Store, provider_id: string, external_id: string) {
  const { result } = await store.container
    .resolve(Modules.WORKFLOW_ENGINE)
    .run("rozetkapay-sync-payment", { input: { provider_id, external_id } })
  return z.object({ is: z.string() }).nullable().parse(result)
}

const charged = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.enum(["paid", "held"]),
    payment_id: z.string(),
    payment_collection_id: z.string(),
    session_id: z.string(),
    amount: z.string(),
    currency_code: z.string(),
  }),
  z.strictObject({
    is: z.literal("refused"),
    code: z.string().nullable(),
    message: z.string(),
    retry: z.enum(["never", "later"]),
  }),
  z.strictObject({
    is: z.literal("not_yet"),
    payment_collection_id: z.string(),
    session_id: z.string(),
  }),
])

/** Runs `rozetkapay-charge-recurrent` by its id, as a subscription plugin does. */
export async function charge(store: Store, input: Record<string, unknown>) {
  const { result } = await store.container
    .resolve(Modules.WORKFLOW_ENGINE)
    .run("rozetkapay-charge-recurrent", { input: { currency_code: "uah", ...input } })
  return charged.parse(result)
}
