import { resolve } from "node:path"
import { isAtHand } from "../../sandbox/__tests__/papers"
import { openApiPath } from "../../sandbox/beside-repository"

/**
 * The path of RozetkaPay's OpenAPI document, which every request and answer is checked against:
 * ROZETKAPAY_OPENAPI, else a copy beside the repository. Without one the tests run unchecked.
 */
export function openApiDocument(): string | undefined {
  const path = openApiPath()
  return isAtHand(path) ? resolve(path) : undefined
}
