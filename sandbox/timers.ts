/** Timers that all end when the sandbox closes: nothing may keep the process alive after it. */
export class Timers {
  private readonly running = new Map<NodeJS.Timeout, (() => void) | undefined>()
  private closed = false

  after(ms: number, run: () => void): void {
    if (this.closed) return
    const timer = setTimeout(() => {
      this.running.delete(timer)
      run()
    }, ms)
    this.running.set(timer, undefined)
  }

  /** Resolves after `ms`, or at once when the sandbox closes. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed) {
        resolve()
        return
      }
      const timer = setTimeout(() => {
        this.running.delete(timer)
        resolve()
      }, ms)
      this.running.set(timer, resolve)
    })
  }

  close(): void {
    this.closed = true
    for (const [timer, release] of this.running) {
      clearTimeout(timer)
      release?.()
    }
    this.running.clear()
  }
}
