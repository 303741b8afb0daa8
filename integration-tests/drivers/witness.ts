import type { Subscriber } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Store } from "../setup/store"
import { eventually } from "./eventually"

const EVENTS = [
  "rozetkapay.payment.failed",
  "rozetkapay.payment.returned",
  "rozetkapay.capture.recorded",
  "rozetkapay.refund.recorded",
  "rozetkapay.authorization.canceled",
  "rozetkapay.payment.unexplained",
  "rozetkapay.payment.charged_back",
] as const

const payload = z.object({ external_id: z.string(), amount: z.string(), reason: z.string() })
type Told = z.output<typeof payload> & { name: string }

/** What a store's own subscribers are told, and what an operator finds in the log. */
export class Witness {
  private events: Told[] = []
  private lines: string[] = []
  private readonly leaving: (() => void)[] = []

  /** Everything since the test began that was told of this payment. */
  told(externalId: string): Omit<Told, "external_id">[] {
    return this.events
      .filter((event) => event.external_id === externalId)
      .map(({ name, amount, reason }) => ({ name, amount, reason }))
  }

  /** Waits for an event: they are sent after the money was moved. */
  hears(name: (typeof EVENTS)[number], externalId: string) {
    return eventually(`the event ${name}`, async () =>
      this.told(externalId).find((event) => event.name === name),
    )
  }

  /** Lines of the log that have all of these words. */
  logged(...words: string[]): string[] {
    return this.lines.filter((line) => words.every((word) => line.includes(word)))
  }

  /** Waits for a line of the log that has all of these words. */
  reads(...words: string[]) {
    return eventually(`a line with "${words.join('", "')}"`, async () =>
      this.logged(...words).at(0),
    )
  }

  attend(store: Store): void {
    const bus = store.container.resolve(Modules.EVENT_BUS)
    for (const name of EVENTS) {
      const hear: Subscriber<unknown> = async ({ data }) => {
        this.events.push({ name, ...payload.parse(data) })
      }
      const context = { subscriberId: `witness-${name}` }
      bus.subscribe(name, hear, context)
      this.leaving.push(() => bus.unsubscribe(name, hear, context))
    }
    const logger = store.container.resolve(ContainerRegistrationKeys.LOGGER)
    for (const level of ["info", "warn", "error"] as const) {
      const original = logger[level]
      jest.spyOn(logger, level).mockImplementation((...told: unknown[]) => {
        this.lines.push(String(told[0]))
        Reflect.apply(original, logger, told)
      })
    }
  }

  /** The next suite's witness listens to the same store. */
  leave(): void {
    for (const unsubscribe of this.leaving.splice(0)) unsubscribe()
  }

  forget(): void {
    this.events = []
    this.lines = []
  }
}

/** Listens to the running store during a suite's tests. */
export function witnessOf(store: Store): Witness {
  const witness = new Witness()
  beforeAll(() => witness.attend(store))
  beforeEach(() => witness.forget())
  afterAll(() => witness.leave())
  return witness
}
