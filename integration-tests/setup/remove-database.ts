import type {} from "./booted-store"
import { dropTemplate } from "./migrated-template"
import stopPostgres from "./stop-postgres"

export default async function removeDatabase(): Promise<void> {
  // The last one, where the tests ran in this very process.
  await globalThis.__bootedStore?.stop()
  await dropTemplate()
  await stopPostgres()
}
