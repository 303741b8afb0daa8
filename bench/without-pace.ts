import timers from "node:timers/promises"

/**
 * Runs a job in which nobody sleeps: reconciling looks at ten payments a second at most, by design, and what it
 * takes by itself would not be seen.
 */
export async function withoutPace<Result>(job: () => Promise<Result>): Promise<Result> {
  const { setTimeout } = timers
  const atOnce = <Value>(_ms?: number, value?: Value): Promise<Value> =>
    timers.setImmediate(value as Value)
  Object.assign(timers, { setTimeout: atOnce })
  return job().finally(() => Object.assign(timers, { setTimeout }))
}
