import startPostgres from "../../setup/start-postgres"
import { adminQuery, migrate, TEMPLATE } from "./store-database"

/** A PostgreSQL with one migrated, empty store in it, of which every spec file gets a copy. */
export default async function prepareDatabase(): Promise<void> {
  await startPostgres()
  await adminQuery(`drop database if exists ${TEMPLATE} with (force)`)
  await adminQuery(`create database ${TEMPLATE}`)
  await migrate(TEMPLATE)
}
