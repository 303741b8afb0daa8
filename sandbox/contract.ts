import type { ErrorObject, ValidateFunction } from "ajv"
import {
  asAnswersAre,
  asRequestsAre,
  type Json,
  locateDocument,
  readDocument,
} from "./openapi-document"
import { paramOf } from "./request-shapes"

export type Violation = {
  at: string
  /** "request POST /api/…", "answer 200 to POST /api/…" or "callback". */
  where: string
  problem: string
}

type Check = (pointer: string, value: unknown) => ErrorObject[]

const KEPT = 1_000

/** Checks requests, answers and callbacks against RozetkaPay's OpenAPI document, if there is one. */
export class Contract {
  private violations: Violation[] = []

  constructor(
    /** Path of the document, null without one: then nothing is checked here. */
    readonly document: string | null,
    private readonly checkRequests: Check | null,
    private readonly checkAnswers: Check | null,
  ) {}

  /** The first wrong field of a request body, null when it is right (or nothing can be checked). */
  request(method: string, path: string, body: unknown): { param: string; message: string } | null {
    const pointer = `${operationPointer(method, path)}/requestBody`
    const [error] = this.checkRequests?.(pointer, body) ?? []
    if (!error) return null
    const problem = { param: paramOfError(error), message: error.message ?? "is wrong" }
    this.note(`request ${method.toUpperCase()} ${path}`, `${problem.param}: ${problem.message}`)
    return problem
  }

  answer(method: string, path: string, status: number, body: unknown): void {
    const pointer = `${operationPointer(method, path)}/responses/${status}`
    this.noteAll(
      `answer ${status} to ${method.toUpperCase()} ${path}`,
      this.checkAnswers?.(pointer, body),
    )
  }

  callback(body: unknown): void {
    this.noteAll(
      "callback",
      this.checkAnswers?.("#/components/responses/PaymentOperationResult", body),
    )
  }

  batchCallback(body: unknown): void {
    this.noteAll(
      "batch callback",
      this.checkAnswers?.("#/components/responses/BatchPaymentOperationResult", body),
    )
  }

  /** An order that is paid for on delivery is told of in the shape of `info`. */
  infoCallback(body: unknown): void {
    this.noteAll(
      "callback in the shape of info",
      this.checkAnswers?.("#/components/responses/PaymentStatusResult", body),
    )
  }

  paypartsCallback(body: unknown): void {
    this.noteAll(
      "instalments callback",
      this.checkAnswers?.("#/components/responses/PayPartsOperationResult", body),
    )
  }

  alternativeCallback(body: unknown): void {
    this.noteAll(
      "alternative payment's callback",
      this.checkAnswers?.("#/components/responses/AlternativePaymentOperationResult", body),
    )
  }

  walletCallback(body: unknown): void {
    this.noteAll(
      "wallet callback",
      this.checkAnswers?.("#/components/responses/AddCustomerPaymentResult", body),
    )
  }

  list(): Violation[] {
    return this.violations
  }

  clear(): void {
    this.violations = []
  }

  private noteAll(where: string, errors: ErrorObject[] = []): void {
    for (const error of errors) this.note(where, `${error.instancePath || "/"} ${error.message}`)
  }

  private note(where: string, problem: string): void {
    this.violations.push({ at: new Date().toISOString(), where, problem })
    if (this.violations.length > KEPT) this.violations.shift()
  }
}

/**
 * Loads the document (see locateDocument) and the validator for it.
 * Throws one clear sentence when the document is there and ajv is not installed.
 */
export function loadContract(option: string | null | undefined): Contract {
  const path = option === null ? null : locateDocument(option)
  if (path === null) return new Contract(null, null, null)
  const document = readDocument(path)
  return new Contract(
    path,
    checkerOf(document, asRequestsAre(document)),
    checkerOf(document, asAnswersAre(document)),
  )
}

function checkerOf(original: Json, adapted: Json): Check {
  const ajv = newValidator()
  if (typeof adapted === "object" && adapted !== null) ajv.addSchema(adapted, "api")
  const compiled = new Map<string, ValidateFunction | null>()
  return (pointer, value) => {
    let validate = compiled.get(pointer)
    if (validate === undefined) {
      const schema = schemaPointer(original, pointer)
      validate = schema === null ? null : ajv.compile({ $ref: `api#${schema}` })
      compiled.set(pointer, validate)
    }
    if (validate === null || validate(value)) return []
    return validate.errors ?? []
  }
}

/** Follows `$ref`s from a request body or response to its JSON schema; null if it has none. */
function schemaPointer(document: Json, pointer: string): string | null {
  const node = at(document, pointer)
  if (typeof node !== "object" || node === null || Array.isArray(node)) return null
  if (typeof node.$ref === "string") return schemaPointer(document, node.$ref)
  const schema = `${pointer}/content/application~1json/schema`
  return at(document, schema) === undefined ? null : schema.replace(/^#/, "")
}

function at(document: Json, pointer: string): Json | undefined {
  let node: Json | undefined = document
  for (const step of pointer.replace(/^#\//, "").split("/")) {
    if (typeof node !== "object" || node === null || Array.isArray(node)) return undefined
    node = node[step.replaceAll("~1", "/").replaceAll("~0", "~")]
  }
  return node
}

const operationPointer = (method: string, path: string): string =>
  `#/paths/${path.replaceAll("/", "~1")}/${method.toLowerCase()}`

function paramOfError(error: ErrorObject): string {
  const path = error.instancePath.split("/").filter((step) => step !== "" && !/^\d+$/.test(step))
  const missing: unknown = error.params.missingProperty
  return paramOf(typeof missing === "string" ? [...path, missing] : path)
}

/** ajv is only needed to check against the document, so it is loaded only then. */
function newValidator() {
  let modules: { ajv: typeof import("ajv"); formats: typeof import("ajv-formats") }
  try {
    modules = { ajv: require("ajv"), formats: require("ajv-formats") }
  } catch {
    throw new Error(
      "To check against RozetkaPay's OpenAPI document the sandbox needs ajv: npm install --save-dev ajv ajv-formats",
    )
  }
  const ajv = new modules.ajv.Ajv({ strict: false, validateSchema: false, allErrors: false })
  modules.formats.default(ajv)
  ajv.addFormat("url", (text: string) => URL.canParse(text))
  ajv.addFormat("decimal", /^-?\d+(\.\d+)?$/)
  for (const unchecked of ["jwt", "base64", "integer", "number", "string"])
    ajv.addFormat(unchecked, true)
  return ajv
}
