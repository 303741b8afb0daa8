import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcilePaymentsWorkflow } from "../workflows/reconcile-payments"

/**
 * For an operator who does not want to wait for the job:
 *
 *   npx medusa exec ./node_modules/medusa-payment-rozetkapay/.medusa/server/src/scripts/reconcile.js dry-run
 *
 * Arguments: `dry-run` changes nothing; `provider=<id>`, `min-age=<minutes>`
 * (default 0), `days=<days of RozetkaPay's ledgers>` (default 14).
 */
export default async function reconcile({ container, args }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const unknown = args.find((arg) => !KNOWN.test(arg))
  if (unknown !== undefined) throw new Error(`"${unknown}" is unknown. ${USAGE}`)
  const isDryRun = args.includes("dry-run")
  const value = (name: string) =>
    args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1)
  const { result } = await reconcilePaymentsWorkflow(container).run({
    input: {
      provider_id: value("provider"),
      min_age_minutes: wholeNumber("min-age", value("min-age") ?? "0"),
      report_days: wholeNumber("days", value("days") ?? "14"),
      dry_run: isDryRun,
    },
  })
  const table = result.differences.map(({ external_id, action, outcome, error }) => ({
    payment: external_id,
    difference: action,
    outcome: error ?? outcome ?? "(dry run)",
  }))
  if (table.length > 0) console.table(table)
  for (const { external_id } of result.announced) {
    logger.info(`rozetkapay: unknown to the store, its callback was asked for: ${external_id}`)
  }
  logger.info(
    `rozetkapay: ${isDryRun ? "dry run, nothing was changed" : "live run"}: ${result.checked} payments looked at, ${result.differences.length} differences, ${result.operations_compared} operations of RozetkaPay's ledgers compared`,
  )
  if (result.has_more) {
    logger.info(
      isDryRun
        ? "rozetkapay: a run is bounded, and a dry run looks no further"
        : "rozetkapay: a run is bounded, and not all was looked at: run it again to go on",
    )
  }
  // For a scheduler, which looks at the exit code only.
  if (result.errors.length > 0) {
    throw new Error(`Not everything could be done: ${result.errors.join("; ")}`)
  }
}

/** A mistyped "dry-run" must not move money. */
const KNOWN = /^(dry-run|provider=.+|min-age=.*|days=.*)$/
const USAGE = "Known: dry-run, provider=<id>, min-age=<minutes>, days=<days>. Nothing was done."

const wholeNumber = (name: string, text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  throw new Error(`${name} must be a whole number, such as ${name}=10`)
}
