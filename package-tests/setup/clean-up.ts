import { rmSync } from "node:fs"
import { stopOwnPostgres } from "../../integration-tests/setup/postgres-process"

export default async function cleanUp(): Promise<void> {
  await stopOwnPostgres()
  const folder = process.env.PACKAGE_TEST_FOLDER
  if (folder) rmSync(folder, { recursive: true, force: true })
}
