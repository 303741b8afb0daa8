type Limits = {
  /** How many are kept; the oldest give way. */
  most: number
  /** @param age milliseconds since it was kept */
  isFresh: (age: number) => boolean
}

/**
 * What this process knows for a short while, by key: never more than fits, never older than it
 * may be, however many keys come by and are never asked for.
 */
export class ShortMemory<Value extends object> {
  /** Oldest first, as they came in. */
  private readonly kept = new Map<string, { value: Value; at: number }>()

  constructor(
    private readonly limits: Limits,
    private readonly now: () => number,
  ) {}

  keep(key: string, value: Value): void {
    this.kept.delete(key)
    this.makeRoom()
    this.kept.set(key, { value, at: this.now() })
  }

  of(key: string): Value | null {
    const found = this.kept.get(key)
    if (found && this.isFresh(found)) return found.value
    this.kept.delete(key)
    return null
  }

  take(key: string): Value | null {
    const value = this.of(key)
    this.kept.delete(key)
    return value
  }

  forget(key: string): void {
    this.kept.delete(key)
  }

  private makeRoom(): void {
    for (const [key, one] of this.kept) {
      if (this.isFresh(one) && this.kept.size < this.limits.most) return
      this.kept.delete(key)
    }
  }

  private isFresh({ at }: { at: number }): boolean {
    return this.limits.isFresh(this.now() - at)
  }
}
