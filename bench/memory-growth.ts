const MEGABYTE = 1024 * 1024

/** Runs `work` and watches how far this process grows above where it stood, garbage included. @returns megabytes */
export async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < 3; count++) global.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const sampler = setInterval(look, 50)
  try {
    await work()
  } finally {
    clearInterval(sampler)
  }
  look()
  return (peak - before) / MEGABYTE
}
