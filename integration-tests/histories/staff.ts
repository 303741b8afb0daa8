import type { Order, Payment } from "../drivers/admin"
import type { Answer } from "../drivers/json-http"
import { decimal, kopiykas } from "../drivers/kopiykas"
import type { Seller } from "../setup/further-instances"
import { type Asks, partOf, sumOf } from "./asks"
import type { People } from "./people"
import type { OpenStore } from "./setup/open-store"

/** How often an admin presses a button that failed. */
const PATIENCE = 3

/** Of whom how much: of anybody, or of each seller by name. */
type Amounts = Map<string, bigint>

/** Something that an admin wants done, and where they look whether it is. */
type Wish = {
  wanted: Amounts
  click(amounts: Amounts): Promise<Answer>
  look(): Promise<Amounts>
}

const totalOf = (amounts: Amounts) => [...amounts.values()].reduce((sum, one) => sum + one, 0n)

const shown = (amounts: Amounts) =>
  [...amounts].map(([of, amount]) => `${of} ${decimal(amount)}`).join(", ")

const ofAnybody = (amount: bigint): Amounts => new Map([["anybody", amount]])

/** What is left to do of each once so much more is done than before. */
const restOf = (wanted: Amounts, before: Amounts, now: Amounts): Amounts =>
  new Map(
    [...wanted].flatMap(([of, amount]) => {
      const rest = amount - (now.get(of) ?? 0n) + (before.get(of) ?? 0n)
      return rest > 0n ? [[of, rest < amount ? rest : amount] as const] : []
    }),
  )

const paymentsOf = ({ payment_collections }: Order): Payment[] =>
  payment_collections.flatMap(({ payments }) => payments ?? [])

/** The admin of one history, and what they asked for. */
export class Staff {
  constructor(
    private readonly store: OpenStore,
    private readonly people: People,
    readonly asks: Asks,
  ) {}

  async capture(who: number, percent: number): Promise<string> {
    const found = await this.orderOf(who)
    if (!found) return "no order"
    const { payment } = found
    const rest = kopiykas(payment.amount) - sumOf(payment.captures)
    if (rest <= 0n) return "nothing to capture"
    const wanted = ofAnybody(partOf(rest, percent))
    this.askOf(payment).captures += totalOf(wanted)
    const { said } = await this.insist({
      wanted,
      click: (amounts) => this.store.admin.capture(payment, Number(decimal(totalOf(amounts)))),
      look: async () => ofAnybody(sumOf((await this.again(found)).captures)),
    })
    return said
  }

  async refund(who: number, percent: number): Promise<string> {
    const found = await this.orderOf(who)
    if (!found) return "no order"
    const { payment } = found
    const rest = sumOf(payment.captures) - sumOf(payment.refunds)
    if (rest <= 0n) return "nothing to refund"
    const wanted = ofAnybody(partOf(rest, percent))
    const ask = this.askOf(payment)
    ask.refunds += totalOf(wanted)
    const { said, confirmed } = await this.insist({
      wanted,
      click: (amounts) => this.store.admin.refund(payment, Number(decimal(totalOf(amounts)))),
      look: async () => ofAnybody(sumOf((await this.again(found)).refunds)),
    })
    ask.refundsConfirmed += confirmed
    return said
  }

  /** Names what is to be captured for, or returned of, each seller. */
  async moveOfSellers(
    who: number,
    move: "capture" | "refund",
    percents: Partial<Record<Seller, number>>,
  ): Promise<string> {
    const found = await this.orderOf(who)
    if (!found) return "no order"
    const { payment } = found
    const { has, movedOf } = await this.sellers(payment, move)
    const wanted: Amounts = new Map()
    for (const seller of ["olena", "taras"] as const) {
      const percent = percents[seller]
      const whole = has.get(seller) ?? 0n
      if (percent !== undefined && whole > 0n) wanted.set(seller, partOf(whole, percent))
    }
    if (wanted.size === 0) return "nothing of theirs to move"
    const ask = this.askOf(payment)
    const moves = move === "capture" ? "captures" : "refunds"
    ask[moves] += totalOf(wanted)
    for (const [seller, part] of wanted)
      ask.named[moves].set(seller, (ask.named[moves].get(seller) ?? 0n) + part)
    const { said, confirmed, done } = await this.insist(
      {
        wanted,
        click: (amounts) =>
          this.store.admin.moveOfSellers(
            payment,
            move,
            Object.fromEntries([...amounts].map(([seller, part]) => [seller, decimal(part)])),
          ),
        look: async () => (await this.sellers(payment, move)).movedOf,
      },
      movedOf,
    )
    if (move === "refund") {
      ask.refundsConfirmed += confirmed
      const { refundsConfirmedOf: of } = ask
      for (const [seller, part] of done) of.set(seller, (of.get(seller) ?? 0n) + part)
    }
    return said
  }

  async cancel(who: number): Promise<string> {
    const found = await this.orderOf(who)
    if (!found) return "no order"
    this.asks.cancelled.add(found.order.id)
    const { said } = await this.insist({
      // One order.
      wanted: ofAnybody(1n),
      click: () => this.store.admin.cancel(found.order),
      look: async () => {
        const { status } = await this.store.admin.order(found.order.id)
        return ofAnybody(status === "canceled" ? 1n : 0n)
      },
    })
    return said
  }

  private askOf(payment: Payment) {
    return this.asks.of(String(payment.data?.external_id))
  }

  /** The order that was written or changed for them, or else their cart's, and its newest payment. */
  private async orderOf(who: number): Promise<{ order: Order; payment: Payment } | null> {
    const linked = this.people.linkedOf(who)
    const cart = this.people.cartOf(who)
    const { admin } = this.store
    const [order] = linked ? [await admin.order(linked.id)] : cart ? await admin.ordersOf(cart) : []
    if (!order) return null
    const payment = paymentsOf(order).reduce<Payment | undefined>(
      (newest, one) => (newest && newest.created_at >= one.created_at ? newest : one),
      undefined,
    )
    return payment ? { order, payment } : null
  }

  private async again({ order, payment }: { order: Order; payment: Payment }): Promise<Payment> {
    const now = paymentsOf(await this.store.admin.order(order.id))
    return now.find(({ id }) => id === payment.id) ?? payment
  }

  /** What each seller has that such a move could be of, and what was moved so far. */
  private async sellers(payment: Payment, move: "capture" | "refund") {
    const ledgers = Object.entries(await this.store.admin.sellers(payment))
    const ofEach = (amount: (ledger: Record<string, string>) => bigint) =>
      new Map(ledgers.map(([seller, ledger]) => [seller, amount(ledger)]))
    const of = (ledger: Record<string, string>, name: string) => kopiykas(ledger[name] ?? "0")
    return move === "capture"
      ? {
          has: ofEach((ledger) => of(ledger, "held")),
          movedOf: ofEach((ledger) => of(ledger, "captured")),
        }
      : {
          has: ofEach((ledger) => of(ledger, "captured") - of(ledger, "refunded")),
          movedOf: ofEach((ledger) => of(ledger, "refunded")),
        }
  }

  /**
   * Presses a button again when it failed, after a look at the order's page: what it
   * shows as done meanwhile is not asked for once more.
   *
   * @returns what the store said was done. What the page only shows is not that: it may be another
   * admin's of the same moment, or the cabinet's.
   */
  private async insist(
    { wanted, click, look }: Wish,
    before?: Amounts,
  ): Promise<{ said: string; confirmed: bigint; done: Amounts }> {
    const start = before ?? (await look())
    const said: string[] = []
    let rest = wanted
    for (let clicks = 0; clicks < PATIENCE; clicks++) {
      const { status } = await click(rest)
      said.push(`${shown(rest)}: ${status}`)
      if (status === 200) {
        return { said: said.join("; "), confirmed: totalOf(rest), done: rest }
      }
      await this.store.gateway.quiet()
      rest = restOf(wanted, start, await look())
      if (rest.size === 0)
        return { said: `${said.join("; ")}, done`, confirmed: 0n, done: new Map() }
    }
    return { said: said.join("; "), confirmed: 0n, done: new Map() }
  }
}
