import { z } from "zod"
import type { Action } from "../results"

/** `{type: "url", value: <where to send the shopper>}`, or null. */
export const actionOrNull: z.ZodType<Action | null> = z
  .object({ type: z.string().min(1), value: z.string().min(1) })
  .nullable()
  .catch(null)
