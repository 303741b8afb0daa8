import { z } from "zod"

const described = z.object({ message: z.string() })

/** Errors come out of the workflow engine as Errors or as plain objects that were one. */
export const errorMessage = (error: unknown): string =>
  described.safeParse(error).data?.message ?? String(error)
