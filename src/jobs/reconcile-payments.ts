import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isComparisonDue } from "../core/check-schedule"
import { errorMessage } from "../log/error-message"
import { pluginIsLoaded } from "../provider/boot/plugin-entry"
import { findProviders } from "../provider/find-provider"
import { openMemory } from "../workflows/reconcile/reconcile-memory"
import { reconcilePaymentsWorkflow } from "../workflows/reconcile-payments"
import { isUnderWay } from "../workflows/steps/begin-run"

pluginIsLoaded()

/** Who found another run at work, and has said so. Each process says it for itself. */
const turnedAway = new Set<string>()

/**
 * Runs every minute and reconciles the providers whose turn it is: how often is
 * their option `reconcileEveryMinutes`, and `reconcile: false` turns it off. RozetkaPay's own ledgers are
 * compared once a night, at the first minute that lets it.
 */
export default async function reconcilePayments(
  container: MedusaContainer,
  { scheduledFor }: { scheduledFor: Date } = { scheduledFor: new Date() },
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const minute = Math.floor(scheduledFor.getTime() / 60_000)

  for (const { id, provider } of await findProviders(container)) {
    if (!provider.options.reconcile) continue
    const { value } = await openMemory(container, id, false)
    const isToCompare = isComparisonDue(
      value.compared_at,
      value.compare_tried_at,
      scheduledFor.getTime(),
    )
    if (!isToCompare && minute % provider.options.reconcileEveryMinutes !== 0) continue
    try {
      const { result } = await reconcilePaymentsWorkflow(container).run({
        input: {
          provider_id: id,
          report_days: isToCompare ? 14 : 0,
          scheduled_for: scheduledFor.toISOString(),
        },
      })
      logger.info(
        `rozetkapay: reconciled provider_id=${id} checked=${result.checked} differences=${result.differences.length} operations_compared=${result.operations_compared} announced=${result.announced.length} has_more=${result.has_more}`,
      )
      turnedAway.delete(id)
    } catch (error) {
      if (!isUnderWay(error)) {
        logger.warn(`rozetkapay: not reconciled now provider_id=${id}: ${errorMessage(error)}`)
      } else if (!turnedAway.has(id)) {
        turnedAway.add(id)
        logger.info(`rozetkapay: left to the run that is under way provider_id=${id}`)
      }
    }
  }
}

export const config = {
  name: "rozetkapay-reconcile-payments",
  schedule: "* * * * *",
}
