import { mkdtempSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import startPostgres from "../../integration-tests/setup/start-postgres"
import cleanUp from "./clean-up"
import { must } from "./command"

const ROOT = join(__dirname, "../..")

/**
 * Packs the plugin as publishing it would (PLUGIN_TARBALL names one that is packed already), and
 * gives the run a PostgreSQL and a folder outside of the repository.
 */
export default async function packAndStartPostgres(): Promise<void> {
  process.env.PACKAGE_TEST_FOLDER = mkdtempSync(join(tmpdir(), "rozetkapay-package-"))
  try {
    process.env.PLUGIN_TARBALL ??= await pack(process.env.PACKAGE_TEST_FOLDER)
    await startPostgres()
  } catch (error) {
    // Jest runs no teardown after a setup that failed.
    await cleanUp()
    throw error
  }
}

async function pack(folder: string): Promise<string> {
  await must({ folder: ROOT }, 600_000, "npm", "pack", "--pack-destination", folder)
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"))
  if (!tarball) throw new Error("npm pack made no tarball.")
  return join(folder, tarball)
}
