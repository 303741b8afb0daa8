import { z } from "zod"

/** An option that has options of its own. What is wrong in it is said of it, in one line. */
export const optionGroup = <Fields extends z.ZodObject>(fields: Fields) =>
  z
    .unknown()
    .transform((given, context): z.output<Fields> => {
      const parsed = fields.safeParse(given)
      if (parsed.success) return parsed.data
      context.addIssue({ code: "custom", message: complaintOf(fields, parsed.error.issues[0]) })
      return z.NEVER
    })
    .optional()

/** Of the first thing that is wrong, by its name; what somebody has put there instead is never repeated. */
const complaintOf = (fields: z.ZodObject, issue: z.core.$ZodIssue | undefined): string => {
  if (issue?.code === "unrecognized_keys") {
    return `has a field that is unknown; known: ${Object.keys(fields.shape).join(", ")}`
  }
  const [field] = issue?.path ?? []
  return [field && `is wrong in ${String(field)}: it`, issue?.message].filter(Boolean).join(" ")
}
