import type { Payment } from "./payment"
import { PaymentsStore } from "./payments-store"

/**
 * What `info` knows of the payments. Nobody promises that it is as fresh as the callbacks are, so it
 * can be stopped: it then goes on telling what there was, while money moves and callbacks tell of it.
 */
export class InfoDesk {
  private past: PaymentsStore | null = null
  /** Calls that are still answered from the past; null = until it is let go. */
  private left: number | null = null

  constructor(private readonly payments: PaymentsStore) {}

  /** `calls`: how many are answered from what there is now; 0 = until it is let go. */
  stop(calls: number): void {
    this.past = new PaymentsStore()
    this.left = calls === 0 ? null : calls
    // All in one go: a batch and its orders stay parts of one another.
    for (const payment of structuredClone(this.payments.list())) this.past.add(payment)
  }

  letGo(): void {
    this.past = null
    this.left = null
  }

  state(): { stopped: boolean; calls_left: number | null } {
    return { stopped: this.past !== null, calls_left: this.left }
  }

  find(login: string, external_id: string): Payment | undefined {
    const { past } = this
    if (past === null) return this.payments.find(login, external_id)
    if (this.left !== null) {
      this.left -= 1
      if (this.left === 0) this.letGo()
    }
    return past.find(login, external_id)
  }
}
