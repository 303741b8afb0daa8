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

type Played = { world: World; faults: string[] }

/** One history. @returns how it ended, and everything that does not hold */
export const play = async (history: History): Promise<Played> => {
  const world = new World(history)
  const { now } = Date
  // However slow the machine is: what remembers for some seconds asks the model's clock.
  Date.now = () => world.medusa.time
  try {
    await world.play()
  } finally {
    Date.now = now
  }
  return { world, faults: faultsOf(world, history) }
}

/** @throws with everything that does not hold, and what happened step by step */
const requireRight = ({ world, faults }: Played): World => {
  if (faults.length === 0) return world
  throw new Error(`${faults.join("\n")}\n\n${world.scheduler.trace.join("\n")}`)
}

/**
 * Plays histories until one fails by nothing but what is looked for.
 *
 * @returns what did not hold of it; none: there was no such history.
 */
export const findFaults = async (
  kind: History["kind"],
  isSought: (faults: string[]) => boolean,
  { runs, seed }: { runs: number; seed: number },
): Promise<string[]> => {
  let found: string[] = []
  const isRight = async (history: History) => {
    const { faults } = await play(history)
    if (isSought(faults)) found = faults
    return found.length === 0
  }
  // Not shrunk: that would look for any other fault.
  await fc.check(fc.asyncProperty(histories(kind), isRight), {
    numRuns: runs,
    seed,
    endOnFailure: true,
  })
  return found
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
    fc.asyncProperty(histories(kind), async (history) =>
      reached.count(requireRight(await play(history))),
    ),
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
