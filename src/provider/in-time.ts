/**
 * What work comes to within so many milliseconds, else what `late` says. The work goes on all the
 * same: whoever asked is only not kept waiting for it.
 */
export const inTime = async <Value>(
  work: Promise<Value>,
  milliseconds: number,
  late: () => Value,
): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(late()), milliseconds)
  })
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer))
}
