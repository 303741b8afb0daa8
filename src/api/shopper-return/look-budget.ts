import { performance } from "node:perf_hooks"

/** Milliseconds for which a budget is. */
const MINUTE = 60_000

/** So many looks a minute, whoever asks for them and by whatever ids. */
export class LookBudget {
  private left: number
  private until = Number.NEGATIVE_INFINITY

  constructor(
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = most
  }

  /** Whether there is a look left; it is spent then. */
  spend(): boolean {
    if (this.now() >= this.until) {
      this.left = this.most
      this.until = this.now() + MINUTE
    }
    this.left -= 1
    return this.left >= 0
  }
}
