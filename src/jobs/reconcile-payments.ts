import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { findProvider } from "../gateway-provider/find-provider"
import { pluginIsLoaded } from "../gateway-provider/plugin-entry"
import { errorMessage } from "../payments/error-message"
import { reconcilePaymentsWorkflow } from "../workflows/reconcile-payments"

pluginIsLoaded()

const MINUTES_A_DAY = 24 * 60
/** Minute of the day (UTC) at which RozetkaPay's own books are compared: the quiet of the night in Kyiv. */
const REPORTS_AT = 2 * 60

/**
 * Runs every minute and reconciles the providers whose turn it is: how often is
 * their option `reconcileEveryMinutes`, and `reconcile: false` turns it off.
 */
export default async function reconcilePayments(
  container: MedusaContainer,
  { scheduledFor }: { scheduledFor: Date } = { scheduledFor: new Date() },
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const minute = Math.floor(scheduledFor.getTime() / 60_000)
  const isReportTime = minute % MINUTES_A_DAY === REPORTS_AT
  const providers = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ is_enabled: true })

  for (const { id } of providers) {
    const found = await findProvider(container, id)
    if (!found?.provider.options.reconcile) continue
    if (!isReportTime && minute % found.provider.options.reconcileEveryMinutes !== 0) continue
    try {
      const { result } = await reconcilePaymentsWorkflow(container).run({
        input: { provider_id: id, report_days: isReportTime ? 14 : 0 },
      })
      logger.info(
        `rozetkapay: reconciled provider_id=${id} checked=${result.checked} differences=${result.differences.length} operations_compared=${result.operations_compared} announced=${result.announced.length}`,
      )
    } catch (error) {
      // Mostly another instance at the same work: the lock lets one in.
      logger.warn(`rozetkapay: not reconciled now provider_id=${id}: ${errorMessage(error)}`)
    }
  }
}

export const config = {
  name: "rozetkapay-reconcile-payments",
  schedule: "* * * * *",
}
