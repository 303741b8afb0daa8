import { setTimeout as wait } from "node:timers/promises"

type Look<Value> = {
  answer: Promise<Value>
  /** When the rest after it has ended. */
  rested: Promise<unknown>
  /** What whoever asks meanwhile is waiting for. */
  next: Promise<Value> | null
}

/**
 * Does a slow thing at most once at a time per key, with a rest after each time.
 *
 * An answer is never older than its question: whoever asks while one is being made,
 * or during the rest, gets the next one, together with all others who asked
 * meanwhile. Only a lasting answer is handed out again.
 */
export class Spaced<Value> {
  private readonly looks = new Map<string, Look<Value>>()

  constructor(
    private readonly isLasting: (answer: Value) => boolean,
    private readonly rest: () => Promise<unknown>,
  ) {}

  ask(key: string, make: () => Promise<Value>): Promise<Value> {
    const last = this.looks.get(key)
    if (!last) return this.look(key, make)
    last.next ??= this.lookAgain(last, key, make)
    return last.next
  }

  private look(key: string, make: () => Promise<Value>): Promise<Value> {
    const answer = make()
    const look: Look<Value> = { answer, rested: answer.then(this.rest, this.rest), next: null }
    this.looks.set(key, look)
    look.rested.then(() => {
      if (!look.next) this.looks.delete(key)
    })
    return answer
  }

  private async lookAgain(
    last: Look<Value>,
    key: string,
    make: () => Promise<Value>,
  ): Promise<Value> {
    const answer = await last.answer.then(
      (value) => ({ value }),
      () => null,
    )
    if (answer && this.isLasting(answer.value)) {
      last.rested.then(() => this.looks.delete(key))
      return answer.value
    }
    await last.rested
    return this.look(key, make)
  }
}

/** A rest that keeps no process alive. */
export const restOf = (milliseconds: number) => (): Promise<unknown> =>
  wait(milliseconds, undefined, { ref: false })
