import { type Process, type Scheduler, thisProcess } from "./scheduler"

type Waiting = { process: Process; go: () => void }

/** Locks that all processes share. What a process holds, it loses when it dies. */
export class Locks {
  private readonly held = new Map<string, Process>()
  private readonly waiting = new Map<string, Waiting[]>()

  constructor(private readonly scheduler: Scheduler) {}

  async alone<Result>(key: string, job: () => Promise<Result>): Promise<Result> {
    await this.scheduler.turn(`the lock ${key} is asked for`)
    await this.take(key)
    try {
      return await job()
    } finally {
      this.release(key)
    }
  }

  /** All that a process held is free, and it waits for nothing any more. */
  forget(process: Process): void {
    for (const [key, waiting] of this.waiting) {
      this.waiting.set(
        key,
        waiting.filter((one) => one.process !== process),
      )
    }
    for (const [key, holder] of this.held) if (holder === process) this.release(key)
  }

  private take(key: string): Promise<void> {
    const process = thisProcess()
    return new Promise((go) => {
      if (process.isDead) return
      if (this.held.has(key)) {
        this.waiting.set(key, [...(this.waiting.get(key) ?? []), { process, go }])
        return
      }
      this.held.set(key, process)
      go()
    })
  }

  private release(key: string): void {
    const [next, ...others] = this.waiting.get(key) ?? []
    this.held.delete(key)
    if (!next) return
    this.waiting.set(key, others)
    this.held.set(key, next.process)
    next.go()
  }
}
