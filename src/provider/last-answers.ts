/**
 * Slow questions about something of the store's own: whoever asks while one is under way gets the same
 * answer, and what was answered last stays to be shown. In this process only.
 */
export class LastAnswers<Answer> {
  private readonly last = new Map<string, Answer & { at: string }>()
  private readonly underWay = new Map<string, Promise<Answer & { at: string }>>()

  /** What is known without asking; null: nobody has asked yet. */
  of(key: string): (Answer & { at: string }) | null {
    return this.last.get(key) ?? null
  }

  ask(key: string, make: () => Promise<Answer>): Promise<Answer & { at: string }> {
    const known = this.underWay.get(key)
    if (known) return known
    const asked = make()
      .then((answer) => {
        const dated = { ...answer, at: new Date().toISOString() }
        this.last.set(key, dated)
        return dated
      })
      .finally(() => this.underWay.delete(key))
    this.underWay.set(key, asked)
    return asked
  }
}
