import { z } from "zod"

/**
 * Readers of this folder take every field as optional, so that a new or missing one breaks nothing.
 * A body with not one of the fields that make the answer what it is, is no such answer at all.
 */
export function carriesAnyOf(fields: string[]) {
  return z
    .record(z.string(), z.unknown())
    .refine((body) => fields.some((field) => body[field] !== undefined && body[field] !== null), {
      error: "none of the answer's fields is there",
    })
}
