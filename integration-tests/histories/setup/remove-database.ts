import stopPostgres from "../../setup/stop-postgres"
import { adminQuery, TEMPLATE } from "./store-database"

export default async function removeDatabase(): Promise<void> {
  await adminQuery(`drop database if exists ${TEMPLATE} with (force)`)
  await stopPostgres()
}
