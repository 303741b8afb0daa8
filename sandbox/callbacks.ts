import { setMaxListeners } from "node:events"
import { z } from "zod"
import { type CallbackAnswer, type CallbackForm, postCallback } from "./callback-post"
import type { OperationName } from "./payment"
import type { Timers } from "./timers"

/** How callbacks travel: see the control API's table in README. */
export const callbackModeShape = z.strictObject({
  mode: z.enum(["normal", "hold", "lose", "double", "late", "reverse"]),
  late_ms: z.int().min(0).optional(),
})

/** In what order held ones are sent. */
export const FLUSH_ORDERS = ["given", "reverse", "shuffle"] as const

export type CallbackMode = z.infer<typeof callbackModeShape>

export type CallbackState = "waiting" | "held" | "lost" | "acknowledged" | "given_up"

export type Callback = {
  id: string
  login: string
  external_id: string
  operation: OperationName | "add_payment_method"
  operation_id: string
  status: string
  url: string
  body: string
  signature: string
  /** JSON as it is, or in a form: see CallbackForm. */
  sent_as: CallbackForm
  state: CallbackState
  attempts: ({ at: string } & CallbackAnswer)[]
}

export type CallbackLetter = Omit<Callback, "id" | "state" | "attempts">

/** What a letter says, and how it travels. */
export type SignedBody = Pick<CallbackLetter, "body" | "sent_as" | "signature">

type DeskOptions = {
  resendAfterMs: number[]
  delayMs: number
  timeoutMs: number
  timers: Timers
}

const LATE_MS = 2_000
/** In mode "reverse" callbacks are collected this long, then sent newest first. */
const REVERSE_WINDOW_MS = 300

/** Sends callbacks and resends them until they are acknowledged by HTTP 200 exactly. */
export class CallbackDesk {
  mode: CallbackMode = { mode: "normal" }
  private callbacks: Callback[] = []
  private collected: Callback[] = []
  private count = 0
  private underWay = 0
  /** Deliveries of a forgotten era (before a reset) must not write into the new one. */
  private era = newEra()

  constructor(private readonly options: DeskOptions) {}

  post(letter: CallbackLetter): void {
    this.dispatch(this.file(letter))
  }

  /** Keeps a callback without sending it. */
  file(letter: CallbackLetter): Callback {
    this.count += 1
    const callback: Callback = {
      ...letter,
      id: `callback-${this.count}`,
      state: "waiting",
      attempts: [],
    }
    this.callbacks.push(callback)
    return callback
  }

  /** Sends now, once, whatever the mode, and gives the merchant's answer. */
  async sendNow(callback: Callback): Promise<CallbackAnswer> {
    this.underWay += 1
    const era = this.era
    const answer = await this.attempt(callback, era.signal)
    if (era === this.era) this.underWay -= 1
    return answer
  }

  list(external_id?: string, login?: string): Callback[] {
    return this.callbacks.filter(
      (one) =>
        (external_id === undefined || one.external_id === external_id) &&
        (login === undefined || one.login === login),
    )
  }

  /** Callbacks that wait for a try or for an answer; held and lost ones do not count. */
  pending(): number {
    return this.underWay + this.collected.length
  }

  /** Sends the held callbacks one after another, each first try awaited: the order is kept. */
  async flush(order: (typeof FLUSH_ORDERS)[number]): Promise<number> {
    const held = this.callbacks.filter((one) => one.state === "held")
    const sorted =
      order === "reverse" ? held.reverse() : order === "shuffle" ? shuffled(held) : held
    for (const callback of sorted) callback.state = "waiting"
    for (const callback of sorted) await this.deliver(callback, 0)
    return sorted.length
  }

  clear(): void {
    this.era.abort()
    this.era = newEra()
    this.callbacks = []
    this.collected = []
    this.underWay = 0
    this.mode = { mode: "normal" }
  }

  close(): void {
    this.era.abort()
  }

  private dispatch(callback: Callback): void {
    const { mode, late_ms } = this.mode
    const { delayMs } = this.options
    switch (mode) {
      case "hold":
        callback.state = "held"
        return
      case "lose":
        callback.state = "lost"
        return
      case "normal":
        this.later(delayMs, callback)
        return
      case "double":
        this.later(delayMs, callback)
        this.later(delayMs, callback)
        return
      case "late":
        this.later(late_ms ?? LATE_MS, callback)
        return
      case "reverse":
        this.collect(callback, late_ms ?? REVERSE_WINDOW_MS)
        return
    }
  }

  private collect(callback: Callback, windowMs: number): void {
    callback.state = "waiting"
    this.collected.push(callback)
    if (this.collected.length > 1) return
    const era = this.era
    this.options.timers.after(windowMs, () => {
      if (era !== this.era) return
      const newestFirst = this.collected.reverse()
      this.collected = []
      void (async () => {
        for (const one of newestFirst) await this.deliver(one, 0)
      })()
    })
  }

  private later(ms: number, callback: Callback): void {
    callback.state = "waiting"
    this.underWay += 1
    const era = this.era
    this.options.timers.after(ms, () => {
      if (era !== this.era) return
      this.underWay -= 1
      void this.deliver(callback, 0)
    })
  }

  private async deliver(callback: Callback, resends: number): Promise<void> {
    const era = this.era
    this.underWay += 1
    const answer = await this.attempt(callback, era.signal)
    if (era !== this.era || era.signal.aborted) return
    this.underWay -= 1
    if (answer.status === 200) return
    const wait = this.options.resendAfterMs[resends]
    if (wait === undefined) {
      if (callback.state === "waiting") callback.state = "given_up"
      return
    }
    this.underWay += 1
    this.options.timers.after(wait, () => {
      if (era !== this.era) return
      this.underWay -= 1
      // Acknowledged meanwhile by another copy: the gateway has no reason to go on.
      if (callback.state !== "acknowledged") void this.deliver(callback, resends + 1)
    })
  }

  private async attempt(callback: Callback, signal: AbortSignal): Promise<CallbackAnswer> {
    const at = new Date().toISOString()
    const { timeoutMs } = this.options
    const answer = await postCallback(callback, {
      timeoutMs,
      signal,
    })
    callback.attempts.push({ at, ...answer })
    if (answer.status === 200) callback.state = "acknowledged"
    return answer
  }
}

/** Any number of callbacks may be on their way at once: no listener warning is wanted. */
function newEra(): AbortController {
  const era = new AbortController()
  setMaxListeners(0, era.signal)
  return era
}

function shuffled<T>(list: T[]): T[] {
  return list
    .map((value) => ({ value, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value)
}
