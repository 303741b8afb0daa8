import { z } from "zod"

/** What a store's process is to do when it starts; handed over in STORE_TASK. */
export const storeTask = z.object({
  port: z.number(),
  /** Whether the store is new and needs its admin. */
  isNew: z.boolean(),
})
export type StoreTask = z.output<typeof storeTask>

/** What the tests may ask of a running store besides HTTP: an operator at its console. */
export const storeQuestion = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("reconcile"), days: z.number() }),
  /** The job, as the clock runs it at its every minute. */
  z.object({ ask: z.literal("job"), scheduledFor: z.coerce.date() }),
  z.object({ ask: z.literal("clock"), ahead: z.number() }),
  z.object({ ask: z.literal("heap") }),
  z.object({ ask: z.literal("charge"), input: z.record(z.string(), z.unknown()) }),
])
export type StoreQuestion = z.output<typeof storeQuestion>

export const storeRequest = z.intersection(z.object({ id: z.number() }), storeQuestion)
export type StoreRequest = z.output<typeof storeRequest>

export const reconciled = z.object({
  checked: z.number(),
  differences: z.array(
    z.object({
      external_id: z.string(),
      action: z.string(),
      outcome: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
  announced: z.array(z.object({ external_id: z.string() })),
  errors: z.array(z.string()),
})
export type Reconciled = z.output<typeof reconciled>

export const storeMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready"), adminToken: z.string().nullable() }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
  z.object({ kind: z.literal("answer"), id: z.number(), result: z.unknown() }),
  z.object({ kind: z.literal("refusal"), id: z.number(), message: z.string() }),
])
export type StoreMessage = z.output<typeof storeMessage>
