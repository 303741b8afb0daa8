const MOST = 5_000

/**
 * Does a slow thing once per key: whoever asks while it goes on, or shortly after
 * it has ended, gets the same answer.
 */
export class ShortMemory<Value> {
  private readonly answers = new Map<string, { answer: Promise<Value>; until: number }>()

  constructor(
    /** Milliseconds after the end. */
    private readonly keptFor: number,
    private readonly now: () => number = Date.now,
  ) {}

  once(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.answers.get(key)
    if (known && this.now() < known.until) return known.answer
    const answer = make()
    const entry = { answer, until: Number.POSITIVE_INFINITY }
    const ended = () => {
      entry.until = this.now() + this.keptFor
    }
    answer.then(ended, ended)
    this.answers.delete(key)
    this.answers.set(key, entry)
    const oldest = this.answers.keys().next()
    if (this.answers.size > MOST && !oldest.done) this.answers.delete(oldest.value)
    return answer
  }
}
