import { WorkflowManager } from "@medusajs/framework/orchestration"

const JOB = "job-rozetkapay-reconcile-payments"

/**
 * The store that was just started reconciles when a test asks for it, and at no other time. By the
 * clock the job comes in the middle of whatever test runs at that minute: of two runs at once one is
 * turned away, and it would be the test's own.
 */
export function takeJobOffTheClock(): void {
  if (!WorkflowManager.getWorkflow(JOB)) throw new Error(`The store has scheduled no ${JOB}.`)
  WorkflowManager.unregister(JOB)
}
