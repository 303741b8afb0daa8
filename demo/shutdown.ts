import { messageOf } from "./failure"
import { hushSteps } from "./steps"

type Closer = { name: string; close: () => Promise<void> | void }

const EXIT_CODES: Partial<Record<NodeJS.Signals, number>> = {
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
}

/** Stops what was started, the last one first, exactly once. */
export class Shutdown {
  private readonly closers: Closer[] = []
  private stopping: Promise<void> | undefined
  /** While the demo only stays up, Ctrl-C is how it ends well. */
  endsWell = false

  /** What is started while everything stops is stopped at once. */
  add(name: string, close: Closer["close"]): void {
    this.closers.push({ name, close })
    if (this.stopping) this.stopping = this.stopping.then(() => this.closeAll())
  }

  get started(): boolean {
    return this.stopping !== undefined
  }

  stop(): Promise<void> {
    this.stopping ??= this.closeAll()
    return this.stopping
  }

  private async closeAll(): Promise<void> {
    for (let closer = this.closers.pop(); closer; closer = this.closers.pop()) {
      try {
        await closer.close()
      } catch (error) {
        console.error(`  ${closer.name} did not stop well: ${messageOf(error)}`)
      }
    }
  }

  listen(): void {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.end(signal, EXIT_CODES[signal] ?? 1))
    }
    // A closed terminal must not stop the shutdown half way.
    process.stdout.on("error", () => undefined)
    process.stderr.on("error", () => undefined)
    if (process.env.npm_lifecycle_event) this.watchParent()
  }

  /** npm's shell may die of a signal without passing it on; the demo must not outlive `npm start`. */
  private watchParent(): void {
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) this.end("SIGHUP", 129)
    }, 500).unref()
  }

  private end(signal: NodeJS.Signals, code: number): void {
    if (this.started) return
    hushSteps()
    console.log(`\nStopping (${signal}) …`)
    const ended = (): Promise<void> => {
      const current = this.stop()
      return current.then(() => (current === this.stopping ? undefined : ended()))
    }
    ended().then(() => {
      console.log("✓ Everything is stopped.")
      process.exit(this.endsWell ? 0 : code)
    })
  }
}
