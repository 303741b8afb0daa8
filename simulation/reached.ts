import type { World } from "./world"

type Sight = (world: World) => boolean

const has =
  (kind: "capture" | "refund"): Sight =>
  ({ medusa }) =>
    medusa.movements.where((row) => row.kind === kind).length > 0

/** What a history may come to: a simulation in which too few do so proves little. */
const SIGHTS: Record<string, Sight> = {
  "an order": ({ medusa }) => medusa.orders.where(() => true).length > 0,
  "a Payment": ({ medusa }) => medusa.payments.where(() => true).length > 0,
  "a capture": has("capture"),
  "a refund": has("refund"),
  "a return": ({ medusa }) =>
    medusa.events.some(({ name }) => name === "rozetkapay.payment.returned"),
  "a canceled order": ({ medusa }) =>
    medusa.orders.where((order) => order.canceled_at !== null).length > 0,
  "a crash": ({ kills }) => kills > 0,
  "a lost answer": ({ gateway }) => gateway.lostAnswers > 0,
}

/** How many of the histories of a run reached what. */
export class Reached {
  private histories = 0
  private readonly counts = new Map<string, number>()

  count(world: World): void {
    this.histories += 1
    for (const [what, isThere] of Object.entries(SIGHTS)) {
      if (isThere(world)) this.counts.set(what, this.times(what) + 1)
    }
  }

  times(what: string): number {
    return this.counts.get(what) ?? 0
  }

  told(kind: string): string {
    const each = Object.keys(SIGHTS).map((what) => `${what} ${this.times(what)}`)
    return `simulation: of ${this.histories} histories of a ${kind} reached ${each.join(", ")}`
  }

  /** What none of them came to. */
  never(): string[] {
    return Object.keys(SIGHTS).filter((what) => this.times(what) === 0)
  }
}
