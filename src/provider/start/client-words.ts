import type { MedusaError } from "@medusajs/framework/utils"
import type { z } from "zod"

/**
 * Reads what a client wrote. The values themselves never stand in the error: they may be tokens.
 *
 * @param refused says what is wrong, given the names of the fields at fault
 * @throws MedusaError 400
 */
export const parseWords = <Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  refused: (fields: string) => MedusaError,
): z.output<Shape> => {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => path.join(".") || "data")
  throw refused([...new Set(fields)].join(", "))
}

/** Names by which JavaScript would take a client's words for something of its own. */
const NOT_WORDS = new Set(["__proto__", "constructor", "prototype"])

/** What a client wrote without such names, at any depth: none may be read as a field that it is not. */
export const plainWords = (value: unknown): unknown =>
  value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value), (name, inner: unknown) =>
        NOT_WORDS.has(name) ? undefined : inner,
      )
