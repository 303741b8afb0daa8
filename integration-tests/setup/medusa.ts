import { randomBytes } from "node:crypto"
import { container, MedusaAppLoader } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { logger } from "@medusajs/framework/logger"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  clearInstances,
  closeWaitingroomClient,
  configLoaderOverride,
  createPostgresDatabaseTemplate,
  initDb,
  migrateDatabase,
  restorePostgresDatabaseFromTemplate,
  startApp,
  syncLinks,
} from "@medusajs/test-utils"
import { waitWorkflowExecutions } from "@medusajs/test-utils/dist/medusa-test-runner-utils/wait-workflow-executions"
import { copyTemplate, dropDatabase, REPOSITORY, urlOf } from "./migrated-template"

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
 * the same by the same means, but migrates every database, and loads all modules three times for that.
 */
export class Medusa {
  private readonly database = `rozetkapay-store-${randomBytes(6).toString("hex")}`
  private readonly copy = `${this.database}-copy`
  private isCopied = false
  private app?: Awaited<ReturnType<typeof startApp>>

  /** @param hasFurtherModules - whether a flag adds modules, and so tables, to the usual ones */
  async start(hasFurtherModules: boolean): Promise<MedusaContainer> {
    await copyTemplate(this.database)
    await configLoaderOverride(REPOSITORY, { clientUrl: urlOf(this.database) })
    if (hasFurtherModules) await migrateFurther()
    this.app = await startApp({ cwd: REPOSITORY })
    return this.app.container
  }

  /** Back to what there was before the first test. */
  async restore(): Promise<void> {
    const names = { databaseName: this.database, templateName: this.copy }
    if (this.isCopied) return restorePostgresDatabaseFromTemplate(names)
    await createPostgresDatabaseTemplate(names)
    this.isCopied = true
  }

  /** Nothing that a test began may go on in the next one. */
  async rest(): Promise<void> {
    if (this.app) await waitWorkflowExecutions(this.app.container)
  }

  async stop(): Promise<void> {
    await this.app?.shutdown()
    await closeWaitingroomClient()
    await dropDatabase(this.copy)
    await dropDatabase(this.database)
  }
}
