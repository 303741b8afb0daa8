import { z } from "zod"

/** Our own marks, echoed. What is no text was not put there by us. */
export const metadata = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((entries): Record<string, string> => {
    const texts = Object.entries(entries).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    )
    return Object.fromEntries(texts)
  })
