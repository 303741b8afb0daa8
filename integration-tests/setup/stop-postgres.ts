import { stopOwnPostgres } from "./postgres-process"

export default async function stopPostgres(): Promise<void> {
  await stopOwnPostgres()
}
