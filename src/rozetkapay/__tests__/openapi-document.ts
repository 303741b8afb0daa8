import { existsSync, readFileSync } from "node:fs"
import Ajv from "ajv"
import addFormats from "ajv-formats"
import { openApiPath } from "../../../sandbox/beside-repository"

const PATH = openApiPath()

/**
 * What is wrong with a request's body by RozetkaPay's OpenAPI document. Null, with a printed reason,
 * where the document is not at hand.
 */
export function loadRequestCheck(): ((name: string, body: string) => string[]) | null {
  if (!existsSync(PATH)) {
    if (process.env.CI === "true") {
      throw new Error(`RozetkaPay's OpenAPI document must be at hand in CI: ${PATH} is missing`)
    }
    console.warn(
      `Requests are not held against RozetkaPay's OpenAPI document: it is not at hand (${PATH})`,
    )
    return null
  }
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  // The document's own example of a date-time has no zone, and neither have the widget's.
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/)
  ajv.addFormat("decimal", /^-?\d+(?:\.\d+)?$/)
  ajv.addSchema(JSON.parse(readFileSync(PATH, "utf8")), "api")
  return (name, body) => {
    const schema = `api#/components/requestBodies/${name}/content/application~1json/schema`
    const validate = ajv.getSchema(schema)
    if (!validate) {
      throw new Error(`the document has no request ${name}`)
    }
    return validate(JSON.parse(body))
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}
