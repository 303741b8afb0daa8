import { execFile } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { promisify } from "node:util"

export const ROOT = path.dirname(__dirname)
const BUILT = path.join(ROOT, ".medusa/server/src")

const newestIn = (folder: string): number =>
  Math.max(
    0,
    ...fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  )

/** The plugin as it is published, built now unless it is newer than its source. @returns its folder */
export async function builtPlugin(): Promise<string> {
  const isBuilt = fs.existsSync(path.join(BUILT, "admin/index.mjs"))
  if (!isBuilt || newestIn(BUILT) < newestIn(path.join(ROOT, "src"))) {
    const medusa = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
    await promisify(execFile)(process.execPath, [medusa, "plugin:build"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "production" },
    })
  }
  return BUILT
}
