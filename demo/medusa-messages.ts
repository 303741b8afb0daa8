import { z } from "zod"

/** What the demo tells its Medusa process, as one environment variable. */
export const medusaTask = z.object({
  adminFiles: z.string(),
  mode: z.enum(["store", "marketplace"]),
  admin: z.object({ email: z.string(), password: z.string() }),
  /** Our PostgreSQL: if the demo is killed, Medusa stops it as the last one to leave. */
  postgresPid: z.number().int().optional(),
})
export type MedusaTask = z.infer<typeof medusaTask>

/** Beside it comes what the demo listens with, on the port that Medusa is to have. */
export const PORT_MESSAGE = "port"

/** What the Medusa process tells the demo. */
export const medusaReport = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), words: z.string() }),
  z.object({ kind: z.literal("ready"), publishableKey: z.string(), regionId: z.string() }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
])
export type MedusaReport = z.infer<typeof medusaReport>
