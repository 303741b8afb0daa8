import type { Order, Payment } from "../drivers/admin"
import type { Customer } from "../drivers/customer"
import type { Answer } from "../drivers/json-http"
import { decimal, kopiykas } from "../drivers/kopiykas"
import type { Cart, Shopper } from "../drivers/shopper"
import { Asks, CHARGE_AMOUNT, chargeName, partOf, sumOf } from "./asks"
import type { Kind, Means } from "./history"
import type { Carts } from "./must-hold"
import type { OpenStore } from "./setup/open-store"
import { PROVIDERS } from "./store-process/second-provider"

/** How often an admin presses a button that failed. */
const PATIENCE = 3

/** Which shopper has an account. */
export const REGULAR = 0

type ShopperState = { cart?: Cart; pages: string[] }

/** The shoppers and the admin of one history, and what they remember. */
export class People {
  readonly asks = new Asks()
  readonly carts: Carts = []
  private readonly shoppers = new Map<number, ShopperState>()

  constructor(
    private readonly store: OpenStore,
    /** The first shopper has an account, and allows later payments with each that they make. */
    private readonly regular: Customer,
  ) {}

  buyer(who: number): Shopper {
    return who === REGULAR ? this.regular : this.store.shopper
  }

  private shopper(who: number): ShopperState {
    const known = this.shoppers.get(who) ?? { pages: [] }
    this.shoppers.set(who, known)
    return known
  }

  cartOf(who: number): Cart | undefined {
    return this.shopper(who).cart
  }

  /** The external_id behind a page that the shopper once opened. */
  pageOf({ who, page }: { who: number; page: number }): string | undefined {
    const { pages } = this.shopper(who)
    return pages[pages.length - 1 - Math.min(page, pages.length - 1)]
  }

  async fillCart(who: number, socks: number): Promise<void> {
    const cart = await this.buyer(who).fillCart({ shirt: 1, socks })
    this.shopper(who).cart = cart
    this.carts.push({ id: cart.id, email: cart.email, externalIds: [] })
  }

  openPage(who: number, kind: Kind): Promise<string> {
    return this.openSession(who, kind, who === REGULAR ? { remember: true } : undefined)
  }

  /** Pays in the store itself; an impatient shopper clicks twice, with the same token. */
  async payHere(
    who: number,
    kind: Kind,
    { means, card, impatient }: { means: Means; card: string; impatient: boolean },
  ): Promise<string> {
    const data = means === "consent" ? { off_session: true } : await this.byToken(means, card)
    const clicks = impatient ? [1, 2] : [1]
    return (await Promise.all(clicks.map(() => this.openSession(who, kind, data)))).join(", ")
  }

  private async byToken(means: Exclude<Means, "consent">, card: string) {
    const token = await this.store.gateway.token(means, card)
    return { mode: "direct", payment_method: { type: means, [means]: { token } } }
  }

  /** A subscription's charge of the regular customer; an impatient scheduler asks twice at once. */
  async chargeLater(kind: Kind, number: number, twice: boolean): Promise<string> {
    const id = chargeName(kind, number)
    const input = {
      id,
      customer_id: this.regular.id,
      amount: CHARGE_AMOUNT,
      currency_code: "uah",
      description: id,
      provider_id: PROVIDERS[kind],
    }
    const runs = (twice ? [1, 2] : [1]).map(() => this.store.process.charge(input))
    return JSON.stringify(await Promise.allSettled(runs))
  }

  private async openSession(who: number, kind: Kind, data?: object): Promise<string> {
    const state = this.shopper(who)
    const { cart } = state
    if (!cart) return "no cart"
    const answer = await this.buyer(who).tryToOpenSession(cart, PROVIDERS[kind], data)
    // Also after a failure: the gateway may have made a page that the store does not know.
    for (const session of await this.buyer(who).sessions(cart)) {
      const known = this.carts.find(({ id }) => id === cart.id)
      if (!known || known.externalIds.includes(session.id)) continue
      known.externalIds.push(session.id)
      state.pages.push(session.id)
    }
    return String(answer.status)
  }

  private async orderOf(who: number): Promise<{ order: Order; payment: Payment } | null> {
    const { cart } = this.shopper(who)
    const [order] = cart ? await this.store.admin.ordersOf(cart) : []
    if (!order) return null
    const [payment] = order.payment_collections.flatMap((one) => one.payments ?? [])
    return payment ? { order, payment } : null
  }

  async capture(who: number, percent: number): Promise<string> {
    const { admin } = this.store
    const captured = async () => sumOf((await this.orderOf(who))?.payment.captures)
    const found = await this.orderOf(who)
    if (!found) return "no order"
    const rest = kopiykas(found.payment.amount) - sumOf(found.payment.captures)
    if (rest <= 0n) return "nothing to capture"
    const amount = partOf(rest, percent)
    this.asks.of(String(found.payment.data?.external_id)).captures += amount
    const click = () => admin.capture(found.payment, Number(decimal(amount)))
    const { said } = await this.insist(click, captured, amount)
    return `${decimal(amount)}: ${said}`
  }

  async refund(who: number, percent: number): Promise<string> {
    const { admin } = this.store
    const refunded = async () => sumOf((await this.orderOf(who))?.payment.refunds)
    const found = await this.orderOf(who)
    if (!found) return "no order"
    const rest = sumOf(found.payment.captures) - sumOf(found.payment.refunds)
    if (rest <= 0n) return "nothing to refund"
    const amount = partOf(rest, percent)
    const ask = this.asks.of(String(found.payment.data?.external_id))
    ask.refunds += amount
    const click = () => admin.refund(found.payment, Number(decimal(amount)))
    const { said, done } = await this.insist(click, refunded, amount)
    if (done) ask.refundsConfirmed += amount
    return `${decimal(amount)}: ${said}`
  }

  async cancel(who: number): Promise<string> {
    const found = await this.orderOf(who)
    if (!found) return "no order"
    this.asks.of(String(found.payment.data?.external_id)).cancels = true
    const isCancelled = async () =>
      (await this.store.admin.order(found.order.id)).status === "canceled" ? 1n : 0n
    const { said } = await this.insist(() => this.store.admin.cancel(found.order), isCancelled, 1n)
    return said
  }

  /**
   * Presses a button again when it failed, after a look at the order's page: what it
   * shows as done meanwhile is not asked for once more.
   */
  private async insist(
    click: () => Promise<Answer>,
    look: () => Promise<bigint>,
    wanted: bigint,
  ): Promise<{ said: string; done: boolean }> {
    const before = await look()
    const said: string[] = []
    for (let clicks = 0; clicks < PATIENCE; clicks++) {
      const { status } = await click()
      said.push(String(status))
      if (status === 200) return { said: said.join(", "), done: true }
      await this.store.gateway.quiet()
      if ((await look()) - before >= wanted) return { said: `${said.join(", ")}, done`, done: true }
    }
    return { said: said.join(", "), done: false }
  }
}
