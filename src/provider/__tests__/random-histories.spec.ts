import fc from "fast-check"
import { minor, someGatewayLedger, units } from "../../core/__tests__/random-ledgers"
import { due, type Movement, moved } from "../../core/due"
import { held, kept, type Ledger } from "../../core/ledger"
import { type Amount, isPositive, least, missing, sum } from "../../core/money"
import { type StorePayment, storeLedger } from "../../core/store-ledger"
import { sendWhatIsDue } from "../send-what-is-due"
import { FakeGateway, PAYMENT, type Treatment } from "./fake-gateway"

/**
 * Medusa and an admin beside a gateway that fails at random. As Medusa does it:
 * a row is written before the provider's hook runs, and goes again when the hook fails.
 */
class Store {
  private readonly captures: { amount: Amount }[] = []
  private readonly refunds: { amount: Amount }[] = []

  constructor(private readonly amount: Amount) {}

  get ledger() {
    const payment: StorePayment = {
      amount: this.amount,
      currency_code: "uah",
      captures: this.captures,
      refunds: this.refunds,
    }
    return storeLedger(payment)
  }

  /** What Medusa itself lets an admin ask for. */
  allows(move: RowMove): Amount {
    return move === "capture" ? held(this.ledger) : kept(this.ledger)
  }

  write(move: RowMove, amount: Amount): () => void {
    const rows = move === "capture" ? this.captures : this.refunds
    const row = { amount }
    rows.push(row)
    return () => void rows.splice(rows.indexOf(row), 1)
  }
}

type RowMove = Exclude<Movement, "cancel">

type Step =
  | { by: "admin"; move: RowMove; share: number; treatments: Treatment[]; silentAfter: boolean }
  | { by: "two admins"; move: RowMove; shares: [number, number] }
  | { by: "cabinet"; move: RowMove; share: number }
  /** A callback or the reconcile job: what the gateway shows beyond the store is recorded. */
  | { by: "syncing" }

const moves = fc.constantFrom<RowMove>("capture", "refund")
const share = fc.integer({ min: 1, max: 4 })
const treatments = fc.constantFrom<Treatment>(
  "works",
  "refuses",
  "is unavailable",
  "loses the request",
  "loses the answer",
  "says already done",
  "defers",
)

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant("admin" as const),
      move: moves,
      share,
      treatments: fc.array(treatments, { minLength: 1, maxLength: 3 }),
      silentAfter: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant("two admins" as const),
      move: moves,
      shares: fc.tuple(share, share),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ by: fc.constant("cabinet" as const), move: moves, share }),
  },
  { weight: 1, arbitrary: fc.record({ by: fc.constant("syncing" as const) }) },
)

const partOf = (amount: Amount, quarters: number): Amount =>
  minor((units(amount) * BigInt(quarters)) / 4n)

class World {
  readonly store: Store
  readonly gateway: FakeGateway

  constructor(amount: Amount) {
    this.store = new Store(amount)
    this.gateway = new FakeGateway(someGatewayLedger({ authorized: amount }))
  }

  /** @returns what the admins wanted in this step. */
  async play(step: Step): Promise<{ wishes: Amount[] }> {
    switch (step.by) {
      case "admin": {
        const wish = partOf(this.store.allows(step.move), step.share)
        if (!isPositive(wish)) return { wishes: [] }
        this.gateway.treatments.push(...step.treatments)
        for (let tries = 0; tries < step.treatments.length; tries += 1) {
          const undo = this.store.write(step.move, wish)
          if (await this.hook(step.move, wish, step.silentAfter && tries === 0)) break
          undo()
        }
        this.gateway.treatments.length = 0
        return { wishes: [wish] }
      }
      case "two admins": {
        // Both rows are written before either hook gets the payment's lock.
        const wishes = step.shares
          .map((part) => partOf(this.store.allows(step.move), Math.min(part, 2)))
          .filter(isPositive)
        const undos = wishes.map((wish) => this.store.write(step.move, wish))
        for (const [index, wish] of wishes.entries()) {
          if (!(await this.hook(step.move, wish))) undos[index]?.()
        }
        return { wishes }
      }
      case "cabinet": {
        const { shown: ledger } = this.gateway
        const amount = partOf(step.move === "capture" ? held(ledger) : kept(ledger), step.share)
        this.gateway.move(step.move, { amount, currency: "UAH" })
        return { wishes: [] }
      }
      case "syncing":
        this.sync()
        return { wishes: [] }
    }
  }

  private async hook(move: RowMove, amount: Amount, silentAfter = false): Promise<boolean> {
    const total = moved(this.store.ledger, move)
    let looks = 0
    const sent = await sendWhatIsDue(
      this.gateway,
      PAYMENT,
      move,
      async () => {
        looks += 1
        this.gateway.isSilent = silentAfter && looks > 1
        return this.gateway.ledger()
      },
      (ledger) => due(amount, total, ledger, move),
    ).finally(() => {
      this.gateway.isSilent = false
    })
    return sent.is === "done" || (sent.is === "pending" && move === "refund")
  }

  sync(): void {
    const { store, gateway } = this
    const newlyCaptured = least(
      missing(gateway.shown.captured, store.ledger.captured),
      held(store.ledger),
    )
    store.write("capture", newlyCaptured)
    const newlyRefunded = least(
      missing(gateway.shown.refunded, store.ledger.refunded),
      kept(store.ledger),
    )
    store.write("refund", newlyRefunded)
  }
}

const amounts = fc.integer({ min: 4, max: 1_000_000 }).map((kopiykas) => minor(kopiykas))

const total = (amounts: Amount[]): bigint => units(sum(amounts, "UAH"))

const ROW_MOVES: RowMove[] = ["capture", "refund"]

describe("any history of admins, cabinet and a failing network", () => {
  test("no wish is carried out twice, and the gateway never lags behind what the store believes", async () => {
    await fc.assert(
      fc.asyncProperty(amounts, fc.array(steps, { maxLength: 15 }), async (amount, played) => {
        const world = new World(amount)
        for (const step of played) {
          const effectsBefore = world.gateway.effects.length
          const { wishes } = await world.play(step)
          const effects = world.gateway.effects.slice(effectsBefore)

          expect(effects.length).toBeLessThanOrEqual(wishes.length)
          expect(total(effects.map((one) => one.money.amount))).toBeLessThanOrEqual(total(wishes))
          for (const move of ROW_MOVES) {
            const [there, here] = [
              moved(world.gateway.shown, move),
              moved(world.store.ledger, move),
            ]
            expect(units(there)).toBeGreaterThanOrEqual(units(here))
          }
        }
        const { shown: ledger } = world.gateway
        expect(units(ledger.captured) + units(ledger.canceled)).toBeLessThanOrEqual(units(amount))
        expect(units(ledger.refunded)).toBeLessThanOrEqual(units(ledger.captured))
      }),
      { numRuns: 300 },
    )
  })

  test("once synced, both ledgers agree on what was captured and what was returned", async () => {
    await fc.assert(
      fc.asyncProperty(amounts, fc.array(steps, { maxLength: 15 }), async (amount, played) => {
        const world = new World(amount)
        for (const step of played) await world.play(step)
        world.sync()
        expect(agreed(world.store.ledger)).toEqual(agreed(world.gateway.shown))
      }),
      { numRuns: 300 },
    )
  })

  test("without the cabinet, admins who repeat until it works need no syncing: both ledgers agree", async () => {
    const persistent = steps
      .filter((step) => step.by === "admin" || step.by === "two admins")
      .map(
        (step): Step =>
          step.by === "admin" ? { ...step, treatments: [...step.treatments, "works"] } : step,
      )
    await fc.assert(
      fc.asyncProperty(
        amounts,
        fc.array(persistent, { minLength: 1, maxLength: 10 }),
        async (amount, played) => {
          const world = new World(amount)
          const wanted: Record<RowMove, Amount[]> = { capture: [], refund: [] }
          for (const step of played) {
            const { wishes } = await world.play(step)
            if ("move" in step) wanted[step.move].push(...wishes)
          }
          expect(agreed(world.store.ledger)).toEqual(agreed(world.gateway.shown))
          for (const move of ROW_MOVES) {
            expect(units(moved(world.gateway.shown, move))).toBe(total(wanted[move]))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

const agreed = ({ currency, authorized, captured, refunded }: Ledger) => ({
  currency,
  authorized,
  captured,
  refunded,
})
