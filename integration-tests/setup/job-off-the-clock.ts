import { WorkflowScheduler } from "@medusajs/framework/orchestration"

const JOB = "job-rozetkapay-reconcile-payments"

/**
 * Starts a store that reconciles when a test asks for it, and at no other time. By the clock the job comes
 * in the middle of whatever test runs at that minute, where of two runs at once one is turned away. And it
 * comes while the store still starts: what that run remembers (when ledgers were last compared) would be a
 * part of the seed that every test begins with. So it is never given to the clock at all.
 *
 * @throws when the store would not have scheduled the job
 */
export async function withJobOffTheClock<Started>(start: () => Promise<Started>): Promise<Started> {
  const { prototype } = WorkflowScheduler
  const schedule = prototype.scheduleWorkflow
  let isScheduled = false
  prototype.scheduleWorkflow = async function (workflow) {
    if (workflow.id === JOB) isScheduled = true
    else await schedule.call(this, workflow)
  }
  const started = await start().finally(() => {
    prototype.scheduleWorkflow = schedule
  })
  if (!isScheduled) throw new Error(`The store has scheduled no ${JOB}.`)
  return started
}
