import { dropTemplate } from "./migrated-template"
import stopPostgres from "./stop-postgres"

export default async function removeDatabase(): Promise<void> {
  await dropTemplate()
  await stopPostgres()
}
