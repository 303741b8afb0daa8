import type { PayPartsBank } from "../../rozetkapay/client"

/** Milliseconds. RozetkaPay's own plugins keep the banks for an hour; a limit that was changed is known sooner. */
const FRESH_FOR = 5 * 60_000
/** Milliseconds after a failure before RozetkaPay is asked again: whoever shops may ask. */
const REST = 15_000

type Answer = { banks: PayPartsBank[]; at: number }
type Failure = { error: unknown; at: number }

/**
 * What the banks offer, read once for many: `banks/info` asked at most once at a time, and kept for
 * minutes. While RozetkaPay is down the last good answer holds, however old: a limit that has changed
 * since is refused by the bank, and a bank that is hidden sells nothing.
 *
 * Of this process alone (docs/decisions/process-local-memory.md): one that starts anew asks anew.
 */
export class BankOffers {
  private last: Answer | null = null
  private failed: Failure | null = null
  private asking: Promise<PayPartsBank[]> | null = null

  constructor(
    private readonly read: () => Promise<PayPartsBank[]>,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws RozetkaPayError when nothing was ever read */
  async all(): Promise<PayPartsBank[]> {
    if (this.last && this.now() - this.last.at < FRESH_FOR) return this.last.banks
    if (this.failed && this.now() - this.failed.at < REST) return this.lastGood(this.failed.error)
    this.asking ??= this.ask().finally(() => {
      this.asking = null
    })
    return this.asking.catch((error: unknown) => this.lastGood(error))
  }

  private async ask(): Promise<PayPartsBank[]> {
    try {
      const banks = await this.read()
      this.last = { banks, at: this.now() }
      this.failed = null
      return banks
    } catch (error) {
      this.failed = { error, at: this.now() }
      throw error
    }
  }

  private lastGood(error: unknown): PayPartsBank[] {
    if (this.last) return this.last.banks
    throw error
  }
}
