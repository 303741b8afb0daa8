import fc from "fast-check"
import { type History, histories } from "./history"
import { faultsOf } from "./must-hold"
import { Reached } from "./reached"
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

/**
 * @param runs how many; the number of the environment, when none is said
 * @returns how many of them came to what
 */
export const simulate = async (
  kind: History["kind"],
  runs = RUNS / 2,
  seed = SEED,
): Promise<Reached> => {
  const reached = new Reached()
  await fc.assert(
    fc.asyncProperty(histories(kind), async (history) => reached.count(await play(history))),
    {
      numRuns: runs,
      seed,
      ...(PATH && { path: PATH }),
    },
  )
  return reached
}

/** All that the environment asks for, with a line of what they came to. @returns what none of them reached */
export const simulateAll = async (kind: History["kind"]): Promise<string[]> => {
  const reached = await simulate(kind)
  process.stdout.write(`${reached.told(kind)}\n`)
  return reached.never()
}
