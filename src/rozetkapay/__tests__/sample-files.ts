import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { besideRepository } from "../../../sandbox/beside-repository"

/** RozetkaPay's sample messages by file name; empty, with a printed reason, where they are not at hand. */
export function sampleBodies(): Record<string, string> {
  const folder = besideRepository("bodies")
  if (!isAtHand(folder)) {
    return {}
  }
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  )
}

export function sampleText(path: string): string | null {
  const file = besideRepository(path)
  return isAtHand(file) ? readFileSync(file, "utf8") : null
}

function isAtHand(path: string): boolean {
  if (existsSync(path)) {
    return true
  }
  if (process.env.CI === "true") {
    throw new Error(`RozetkaPay's samples must be at hand in CI: ${path} is missing`)
  }
  console.warn(`Skipped: RozetkaPay's samples are not at hand (${path})`)
  return false
}
