import { existsSync } from "node:fs"
import { dirname, join } from "node:path"

/**
 * The path of one of RozetkaPay's papers (its OpenAPI document, sample messages) in the folder that
 * may lie beside the repository; found from its root, so that a file that moves does not lose it.
 */
export const besideRepository = (paper: string): string =>
  join(packageRoot(__dirname), "../shared/rozetkapay", paper)

/** The OpenAPI document that tests check against: the named one, else the one beside the repository. */
export const openApiPath = (): string =>
  process.env.ROZETKAPAY_OPENAPI ?? besideRepository("openapi.json")

const packageRoot = (from: string): string =>
  existsSync(join(from, "package.json")) || dirname(from) === from
    ? from
    : packageRoot(dirname(from))
