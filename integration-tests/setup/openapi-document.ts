import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { openApiPath } from "../../sandbox/beside-repository"

/**
 * The path of RozetkaPay's OpenAPI document, which every request and answer is checked against:
 * ROZETKAPAY_OPENAPI, else a copy beside the repository. Without one the tests run unchecked and say
 * so; with CI=true they fail.
 */
export function openApiDocument(): string | undefined {
  const path = openApiPath()
  if (existsSync(path)) return resolve(path)
  const missing = "RozetkaPay's OpenAPI document is not at hand (ROZETKAPAY_OPENAPI names its path)"
  if (process.env.CI === "true") throw new Error(missing)
  process.stderr.write(`${missing}: requests to the gateway are not checked against it.\n`)
  return undefined
}
