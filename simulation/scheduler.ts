import { AsyncLocalStorage } from "node:async_hooks"

/** A server process, or somebody outside of all of them: what it waits for dies with it. */
export class Process {
  isDead = false

  constructor(readonly name: string) {}

  /** Whatever the job does is this process's doing. */
  run<Result>(job: () => Promise<Result>): Promise<Result> {
    return processes.run(this, job)
  }
}

const processes = new AsyncLocalStorage<Process>()

/** Whose doing this is. */
export const thisProcess = (): Process => {
  const process = processes.getStore()
  if (!process) throw new Error("This runs in no process.")
  return process
}

type Step = { process: Process; what: string; go: () => void }

/**
 * Decides what happens next. Whatever would take time in a store (a query, a request, a wait for a lock)
 * asks for its turn, and nothing else runs until that was taken to its next step: so a list of choices is a
 * history, and the same list is the same history.
 */
export class Scheduler {
  /** What was chosen, in order: read when a history has failed. */
  readonly trace: string[] = []
  private steps: Step[] = []
  private idle: (() => void)[] = []

  /** @param choose which of so many steps goes next */
  constructor(private readonly choose: (among: number) => number) {}

  /** Resolves when it is this step's turn; never, once its process has died. */
  turn(what: string): Promise<void> {
    const process = thisProcess()
    return new Promise((go) => {
      if (!process.isDead) this.steps.push({ process, what, go })
    })
  }

  /** Resolves when nobody has anything to do. */
  rest(): Promise<void> {
    return new Promise((go) => this.idle.push(go))
  }

  /** `kill -9`: nothing that this process waits for ever comes. */
  kill(process: Process): void {
    process.isDead = true
    this.steps = this.steps.filter((step) => step.process !== process)
  }

  /** Takes steps until there are none. */
  async run(): Promise<void> {
    for (;;) {
      await quiet()
      const [step] = this.steps.splice(this.choose(this.steps.length) % this.steps.length, 1)
      if (step) {
        this.trace.push(`${step.process.name}: ${step.what}`)
        step.go()
        continue
      }
      const next = this.idle.shift()
      if (!next) return
      next()
    }
  }
}

/** Until all promises that can go on have done so. */
const quiet = (): Promise<void> => new Promise((done) => setImmediate(done))
