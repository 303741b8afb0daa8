import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

function* filesUnder(place: string): Generator<string> {
  if (!fs.existsSync(place)) return
  if (fs.statSync(place).isFile()) {
    yield place
    return
  }
  for (const name of fs.readdirSync(place).sort()) yield* filesUnder(path.join(place, name))
}

/** One short word for the contents of files and folders: what was made from them is still right while it stays. */
export function hashOf(root: string, places: string[]): string {
  const hash = createHash("sha256")
  for (const place of places) {
    for (const file of filesUnder(path.join(root, place))) {
      hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file))
    }
  }
  return hash.digest("hex").slice(0, 16)
}
