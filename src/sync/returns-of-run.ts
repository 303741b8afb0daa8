import type { Action } from "../core/situation"
import type { Store, TryKey } from "./store"

/** Says that a run may give nothing more back, and must stop. */
export class TooManyReturns extends Error {}

/**
 * Counts what one reconcile run returns by itself, against the option `mostReturnsPerRun` of the
 * payment's provider. A few returns a night are shoppers; a hundred are a store that has forgotten its
 * orders, and somebody has to look before any more of its money goes.
 */
export class ReturnsOfRun {
  private readonly made = new Map<string, number>()

  constructor(private readonly store: Pick<Store, "findProvider">) {}

  /**
   * Before a payment is synced. One that is tried counts, also when it then fails: the gateway may have done it.
   *
   * @throws TooManyReturns when the plan returns money and the run has done so often enough.
   */
  async plan({ provider_id }: Pick<TryKey, "provider_id">, actions: Action[]): Promise<void> {
    const planned = returnsIn(actions)
    if (planned === 0) return
    const found = await this.store.findProvider(provider_id)
    const most = found?.provider.options.mostReturnsPerRun ?? 0
    if (this.countOf(provider_id) + planned > most) {
      throw new TooManyReturns(
        `${provider_id}: this run has returned ${this.countOf(provider_id)} payments and would return more than mostReturnsPerRun (${most}), so it stops here. Look whether the database is the right one and not older than RozetkaPay's ledgers; the next run goes on`,
      )
    }
    this.count(provider_id, planned)
  }

  /** What was returned although no plan had said so: the order failed only when it was placed. */
  count(provider_id: string, returns = 1): void {
    this.made.set(provider_id, this.countOf(provider_id) + returns)
  }

  private countOf(provider_id: string): number {
    return this.made.get(provider_id) ?? 0
  }
}

/** Payments that a plan returns. */
export const returnsIn = (actions: Action[]): number =>
  actions.filter((action) => action.do === "return").length
