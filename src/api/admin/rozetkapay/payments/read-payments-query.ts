import { z } from "zod"
import { PAYMENT_STATES, type PaymentsQuery } from "../../../../admin-client/payments-table"
import { staffError } from "../../../../errors"

const MOST_ROWS = 100
/** Nobody turns so many pages by hand. */
const FARTHEST = 10_000_000

/** "2026-02-29" is none, nor what no shop has traded on: its instants would leave what a database takes. */
const isDay = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

const day = z.string().refine(isDay)
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

const filters = {
  // A database keeps no text with the character of number nought in it.
  q: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\0]*$/)
    .optional(),
  state: z.enum(PAYMENT_STATES).optional(),
  provider_id: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional(),
  from: day.optional(),
  to: day.optional(),
}

const isInOrder = ({ from, to }: { from?: string; to?: string }) => !from || !to || from <= to
/** Blamed when it comes after the other. */
const LATER = { path: ["from"] }

const listed = z
  .strictObject({
    ...filters,
    offset: wholeNumber(0, FARTHEST).default(0),
    limit: wholeNumber(1, MOST_ROWS).default(50),
  })
  .refine(isInOrder, LATER)

const exported = z.strictObject(filters).refine(isInOrder, LATER)

/** What staff look for; null of a filter: anything. */
export type PaymentsFilter = Omit<PaymentsQuery, "offset" | "limit">

/** @throws MedusaError 400 `query_unreadable`: it names what */
export const readListQuery = (
  query: unknown,
): Required<Pick<PaymentsQuery, "offset" | "limit">> & { filter: PaymentsFilter } => {
  const { offset, limit, ...filter } = understood(listed.safeParse(query))
  return { offset, limit, filter }
}

/** The same of the export, which has no pages. */
export const readExportQuery = (query: unknown): PaymentsFilter =>
  understood(exported.safeParse(query))

const understood = <Read>(parsed: z.ZodSafeParseResult<Read>): Read => {
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : issue.path.join("."),
  )
  throw staffError("query_unreadable", { names: [...new Set(names)].join(", ") })
}
