import { setTimeout as pause } from "node:timers/promises"
import { container, MedusaAppLoader } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { logger } from "@medusajs/framework/logger"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ModulesSdkUtils } from "@medusajs/framework/utils"
import {
  clearInstances,
  configLoaderOverride,
  initDb,
  migrateDatabase,
  startApp,
  syncLinks,
} from "@medusajs/test-utils"
import { waitWorkflowExecutions } from "@medusajs/test-utils/dist/medusa-test-runner-utils/wait-workflow-executions"
import { DatabaseSnapshot } from "./database-snapshot"
import { copyTemplate, dropDatabase, newDatabaseName, REPOSITORY, urlOf } from "./migrated-template"

/** Milliseconds. Medusa itself gives up an orderly shutdown after five seconds, but not what follows. */
const SHUTDOWN_MS = 20_000

/** Medusa would take the connection of the store that this process had before; it is closed. */
function connectTo(database: string): void {
  const connection = ModulesSdkUtils.createPgConnection({
    clientUrl: urlOf(database),
    schema: "public",
    driverOptions: {},
    pool: { min: 2 },
  })
  container.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(connection))
}

/** `medusa db:migrate` does not know the modules of every flag. */
async function migrateFurther(): Promise<void> {
  container.register(ContainerRegistrationKeys.LOGGER, asValue(logger))
  await initDb()
  const loader = new MedusaAppLoader()
  await migrateDatabase(loader)
  await syncLinks(loader, REPOSITORY, container, logger)
  await clearInstances()
}

/**
 * A Medusa in this process, on a database of its own. Medusa's own `medusaIntegrationTestRunner` does
 * the same by the same means, but migrates every database, loads all modules three times for that, and
 * copies the whole database for each test.
 */
export class Medusa {
  private readonly database = newDatabaseName()
  private snapshot?: DatabaseSnapshot
  private app?: Awaited<ReturnType<typeof startApp>>

  /** @param hasFurtherModules - whether a flag adds modules, and so tables, to the usual ones */
  async start(hasFurtherModules: boolean): Promise<MedusaContainer> {
    await copyTemplate(this.database)
    await clearInstances()
    await configLoaderOverride(REPOSITORY, { clientUrl: urlOf(this.database) })
    connectTo(this.database)
    if (hasFurtherModules) await migrateFurther()
    this.app = await startApp({ cwd: REPOSITORY })
    return this.app.container
  }

  /** What there is now is what `restore` goes back to. */
  async remember(): Promise<void> {
    await this.rest()
    await this.snapshot?.close()
    this.snapshot = await DatabaseSnapshot.take(urlOf(this.database))
  }

  async restore(): Promise<void> {
    await this.remembered.restore()
  }

  /** The tables whose rows are not the remembered ones. */
  changedTables(): Promise<string[]> {
    return this.remembered.changed()
  }

  private get remembered(): DatabaseSnapshot {
    if (!this.snapshot) throw new Error("There is nothing remembered to go back to.")
    return this.snapshot
  }

  /** Nothing that a test began may go on in the next one. */
  async rest(): Promise<void> {
    if (this.app) await waitWorkflowExecutions(this.app.container)
  }

  /**
   * A request that some test left without an answer keeps Medusa's shutdown waiting for ever; the next
   * store has a port and a database of its own, so it need not wait as well.
   */
  async stop(): Promise<void> {
    await Promise.race([this.app?.shutdown(), pause(SHUTDOWN_MS, undefined, { ref: false })])
    await this.snapshot?.close()
    await dropDatabase(this.database)
  }
}
