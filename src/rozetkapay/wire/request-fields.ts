import { z } from "zod"
import { RozetkaPayError } from "../errors"
import { snakeCase, snakeKeys } from "./camel-case"
import { hasCardCheckDigit } from "./card-number"
import { type ExactJson, ExactNumber, isPlainDecimal, writeExactJson } from "./exact-json"

/**
 * The fields of requests, each refused before anything is sent when the gateway could misread it.
 *
 * An issue is told of by the wire's name of the field, which follows from the client's. Where the two
 * are built differently a field says its `param` itself.
 */

const textThat = (isRight: (value: string) => boolean, why: string, param: string | undefined) =>
  z.string({ error: why }).refine(isRight, { error: why, params: { param } })

/** Left out when it is empty. */
export const text = z
  .string()
  .optional()
  .transform((value) => (value === "" ? undefined : value))

/** An id or a secret without which the request would mean something else. */
export const filledText = (param?: string) =>
  textThat((value) => value !== "", "it must not be empty", param)

/** Exact digits, as a JSON number. An optional one may be left out, never empty: that would be "all of it". */
export const exactNumber = (param?: string) =>
  textThat(isPlainDecimal, 'it must be a plain decimal such as "1249.99"', param).transform(
    (digits) => new ExactNumber(digits),
  )

export const amount = exactNumber("amount")

export const whole = z
  .int({ error: "it must be a whole number, zero or above" })
  .min(0, { error: "it must be a whole number, zero or above" })
  .transform((value) => new ExactNumber(String(value)))

/** A card's token; never a card's number that came in its place. */
export const cardToken = (param: string) =>
  filledText(param).refine((value) => !isCardNumber(value), {
    error: "it looks like a card number",
    params: { param },
  })

/** 12 to 19 digits, however grouped, with the check digit of cards. */
function isCardNumber(value: string): boolean {
  const digits = value.replace(/[\s-]/g, "")
  return /^\d{12,19}$/.test(digits) && hasCardCheckDigit(digits)
}

/** Under the merchant's own keys. At most 10 of 30 characters, with values of 200 characters. */
export const metadata = z
  .record(z.string(), z.string())
  .optional()
  .transform((own) => own && filled(own))

/** An object that says something, or none. */
export const filled = <Fields extends { [key: string]: ExactJson }>(fields: Fields) =>
  Object.values(fields).some((field) => field !== undefined) ? fields : undefined

export const listed = <Item>(items: Item[] | undefined) => (items?.length ? items : undefined)

/** Declared in the client's words, written in the document's; whatever else a caller's object holds stays here. */
export const toWire = <Shape extends { [field: string]: z.ZodType<ExactJson> }>(shape: Shape) =>
  z
    .object(shape)
    .transform((fields: object) => snakeKeys(Object.fromEntries(Object.entries(fields))))

/** The JSON text of a request. @throws {RozetkaPayError} `rejected`, when nothing may be sent. */
export const requestBody = <Schema extends z.ZodType<ExactJson>>(
  operation: string,
  schema: Schema,
  request: z.input<Schema>,
): string => writeExactJson(requestFields(operation, schema, request))

/** The same before it is text. */
export function requestFields<Schema extends z.ZodType<ExactJson>>(
  operation: string,
  schema: Schema,
  request: z.input<Schema>,
): z.output<Schema> {
  const parsed = schema.safeParse(request)
  if (parsed.success) {
    return parsed.data
  }
  const [issue] = parsed.error.issues.map(faultOf)
  throw refusal(operation, issue?.param ?? "", issue?.why ?? "it can not be written")
}

type Fault = { param: string; why: string; isOurs: boolean }

function faultOf(issue: z.core.$ZodIssue): Fault {
  const steps = issue.path.filter((step) => typeof step === "string").map(snakeCase)
  if (issue.code === "invalid_union") {
    // Of several kinds of objects: the one that only a rule of ours refuses was meant.
    const faults = issue.errors.flat().map(faultOf)
    const meant = faults.find(({ isOurs }) => isOurs)
    if (meant) {
      return meant
    }
  }
  const own: unknown = issue.code === "custom" ? issue.params?.param : undefined
  return {
    param: typeof own === "string" ? own : steps.join("."),
    why: issue.message,
    isOurs: issue.code === "custom",
  }
}

/** One field that goes into a request's address. */
export function required(operation: string, param: string, value: string): string {
  if (typeof value !== "string" || value === "") {
    throw refusal(operation, param, "it must not be empty")
  }
  return value
}

/** The same code that the gateway gives for such a request, without the round trip. */
export function refusal(operation: string, param: string, why: string) {
  return new RozetkaPayError({
    kind: "rejected",
    operation,
    code: "invalid_request_body",
    type: "invalid_request_error",
    param,
    explanation: `nothing was sent, ${why}`,
  })
}
