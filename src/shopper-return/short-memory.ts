const MOST = 5_000

/** Does a thing once per key and stretch of time; whoever asks again meanwhile gets the same answer. */
export class ShortMemory<Value> {
  private readonly values = new Map<string, { value: Value; at: number }>()

  constructor(
    /** Milliseconds. */
    private readonly keptFor: number,
    private readonly now: () => number = Date.now,
  ) {}

  once(key: string, make: () => Value): Value {
    const known = this.values.get(key)
    if (known && this.now() - known.at < this.keptFor) return known.value
    const value = make()
    this.values.delete(key)
    this.values.set(key, { value, at: this.now() })
    const oldest = this.values.keys().next()
    if (this.values.size > MOST && !oldest.done) this.values.delete(oldest.value)
    return value
  }
}
