import sayWhatIsMissing from "../../sandbox/__tests__/say-what-is-missing"
import { createTemplate } from "./migrated-template"
import startPostgres from "./start-postgres"

/** A PostgreSQL with one migrated, empty store in it: migrating takes longer than many a spec file's tests. */
export default async function prepareDatabase(): Promise<void> {
  sayWhatIsMissing()
  await startPostgres()
  await createTemplate()
}
