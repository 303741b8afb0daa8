import { existsSync, mkdirSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { z } from "zod"
import { must } from "./command"

const ROOT = join(__dirname, "../..")

const names = z.record(z.string(), z.unknown()).default({})
const locked = z.looseObject({
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
})

/** Every package that these bring along, of whichever version. */
function broughtBy(first: string[], packages: Record<string, unknown>): Set<string> {
  const brings = new Map<string, string[]>()
  for (const [path, about] of Object.entries(packages)) {
    const name = path.split("node_modules/").at(-1) ?? ""
    const { dependencies, optionalDependencies, peerDependencies } = locked.parse(about)
    const others = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    brings.set(name, [...(brings.get(name) ?? []), ...others])
  }
  const found = new Set(first)
  for (const name of found) for (const other of brings.get(name) ?? []) found.add(other)
  return found
}

/**
 * Lays what this repository has installed of these packages, and of what they bring along, into a store, so
 * that npm finds Medusa there, as it does in any store that gets the plugin, and need not unpack a
 * thousand packages. Copies: npm writes into files in their place, and through a link it would write
 * into the repository's.
 *
 * @param lock the lockfile's packages, the repository's and the store's alike
 */
export async function layInstalled(
  folder: string,
  packages: string[],
  lock: Record<string, unknown>,
): Promise<void> {
  const byFolder = new Map<string, string[]>()
  for (const name of broughtBy(packages, lock)) {
    const path = join("node_modules", name)
    if (!existsSync(join(ROOT, path))) continue
    byFolder.set(dirname(path), [...(byFolder.get(dirname(path)) ?? []), basename(path)])
  }
  for (const [parent, all] of byFolder) {
    mkdirSync(join(folder, parent), { recursive: true })
    const from = { folder: join(ROOT, parent) }
    await must(from, 240_000, "cp", "-a", ...all, join(folder, parent))
  }
}
