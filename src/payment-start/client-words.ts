import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "zod"

/** A 400 with its sentence in the Store API. */
export const refused = (sentence: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, sentence)

/**
 * Reads what a client wrote. The values themselves never stand in the error: they may be tokens.
 *
 * @param sentence says what is wrong, given the names of the fields at fault
 * @throws MedusaError 400
 */
export const parseWords = <Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  sentence: (fields: string) => string,
): z.output<Shape> => {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => path.join(".") || "data")
  throw refused(sentence([...new Set(fields)].join(", ")))
}
