import fc from "fast-check"
import { type History, histories } from "./history"
import { faultsOf } from "./must-hold"
import { World } from "./world"

/** Histories that are played; half of them carts', half links'. */
const RUNS = Number(process.env.SIMULATION_RUNS ?? 10_000)
/** The same histories each time, unless another seed is given; a failed run prints seed and path of its own. */
const SEED = Number(process.env.SIMULATION_SEED ?? 20_261_127)
const PATH = process.env.SIMULATION_PATH

/** Milliseconds: nothing hangs on how fast it is. */
export const LONGEST = 3_600_000

/** One history. @throws with everything that does not hold, and what happened step by step */
export const play = async (history: History): Promise<World> => {
  const world = new World(history)
  const { now } = Date
  // However slow the machine is: what remembers for some seconds asks the model's clock.
  Date.now = () => world.medusa.time
  try {
    await world.play()
  } finally {
    Date.now = now
  }
  const faults = faultsOf(world, history)
  if (faults.length > 0) {
    throw new Error(`${faults.join("\n")}\n\n${world.scheduler.trace.join("\n")}`)
  }
  return world
}

/** @param runs how many; the number of the environment, when none is said */
export const simulate = async (
  kind: History["kind"],
  runs = RUNS / 2,
  seed = SEED,
): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(histories(kind), async (history) => void (await play(history))),
    {
      numRuns: runs,
      seed,
      ...(PATH && { path: PATH }),
    },
  )
}
