/** What several rounds gave: smallest, middle, largest. */
export type Spread = { min: number; median: number; max: number }

export function spread(values: number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other)
  const [min, max] = [sorted.at(0), sorted.at(-1)]
  if (min === undefined || max === undefined) throw new Error("Nothing was measured")
  const upper = sorted.at(sorted.length >> 1) ?? max
  const lower = sorted.at((sorted.length - 1) >> 1) ?? min
  return { min, median: (lower + upper) / 2, max }
}

/** The ratio of each round by itself: what slows the machine for a moment slows both sides. */
export const ratios = (ours: number[], theirs: number[]): Spread =>
  spread(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)))

/** Milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
