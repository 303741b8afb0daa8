import { performance } from "node:perf_hooks"

/** Milliseconds between the starts of two searches, however many are asked for. */
const REST = 1_000

/** Of one search. More are somebody's flood, and are told to come again. */
const MOST = 5_000

type Waiting<Key, Found> = {
  key: Key
  resolve: (found: Found | null | "later") => void
  reject: (error: unknown) => void
}

/**
 * Searches for many at once: a search costs much the same for one as for thousands, and anybody may invent ids.
 * So they can't use up what others need, who are searched for in the next one together with them.
 */
export class LeftSearches<Key, Found> {
  private waiting: Waiting<Key, Found>[] = []
  private isSearching = false
  private lastStart = Number.NEGATIVE_INFINITY

  /** @param search what of them is there, in one question */
  constructor(
    private readonly search: (keys: Key[]) => Promise<(key: Key) => Found | null>,
    private readonly rest = REST,
    private readonly most = MOST,
  ) {}

  /** later: too many wait for the next search already. */
  async of(key: Key): Promise<Found | null | "later"> {
    if (this.waiting.length >= this.most) return "later"
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject })
      void this.go()
    })
  }

  private async go(): Promise<void> {
    if (this.isSearching) return
    this.isSearching = true
    while (this.waiting.length > 0) {
      const pause = this.lastStart + this.rest - performance.now()
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
      this.lastStart = performance.now()
      await this.searchForAll(this.waiting.splice(0))
    }
    this.isSearching = false
  }

  private async searchForAll(asked: Waiting<Key, Found>[]): Promise<void> {
    try {
      const found = await this.search(asked.map(({ key }) => key))
      for (const { key, resolve } of asked) resolve(found(key))
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
}
