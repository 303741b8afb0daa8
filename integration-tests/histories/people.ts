import type { Customer } from "../drivers/customer"
import { BLIK } from "../drivers/gateway-alternative"
import { type Cart, Shopper } from "../drivers/shopper"
import { type Asks, CHARGE_AMOUNT, chargeName } from "./asks"
import { CARDS, type Card, type Edit, type Means, type Told } from "./history"
import { type LinkedOrder, Links } from "./links"
import type { Carts } from "./orders-hold"
import { payAt } from "./paying"
import { type CardInHand, pressThrice } from "./presses"
import type { OpenStore } from "./setup/open-store"
import { sellOnce } from "./setup/sell-once"
import { KINDS, type Kind, LOGIN_OF } from "./store-process/payment-kinds"
import { payAtOnce } from "./two-pages"

/** The code of BLIK that ends as such a card does. */
const CODES: Record<Card, string> = {
  works: BLIK.paid,
  asksTheBank: BLIK.waits,
  refused: BLIK.declined,
  refusedByTheBank: BLIK.timedOut,
  poor: BLIK.noFunds,
}

/** Which shopper has an account. */
export const REGULAR = 0

type ShopperState = {
  cart?: Cart
  /** What staff wrote or changed for them last; until they fill a cart again. */
  linked?: LinkedOrder
  pages: string[]
}

/** The shoppers of one history, and what they remember. */
export class People {
  readonly carts: Carts = []
  readonly links: Links
  /** What somebody saw that may never be, whatever comes after. */
  readonly complaints: string[] = []
  private readonly shoppers = new Map<number, ShopperState>()

  constructor(
    private readonly store: OpenStore,
    /** The first shopper has an account, and allows later payments with each that they make. */
    private readonly regular: Customer,
    private readonly asks: Asks,
  ) {
    this.links = new Links(store)
  }

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
    this.take(who, await this.buyer(who).fillCart({ shirt: 1, socks }))
  }

  private take(who: number, cart: Cart): void {
    Object.assign(this.shopper(who), { cart, linked: undefined })
    this.carts.push({
      id: cart.id,
      email: cart.email,
      externalIds: [],
      isGone: false,
      touched: 0,
      tries: null,
    })
  }

  /** Opens two pages of a new cart at one instant, so that Medusa leaves both, and pays both. */
  async payTwoPages(who: number, kind: Kind, socks: number, told: Told): Promise<string> {
    await this.fillCart(who, socks)
    const cart = this.cartOf(who)
    const known = this.carts.find(({ id }) => id === cart?.id)
    if (!cart || !known) return "no cart"
    await this.buyer(who).collection(cart)
    await Promise.all([this.openPage(who, kind), this.openPage(who, kind)])
    const { touched } = known
    const tries = (await this.buyer(who).sessions(cart)).map(({ id }) => id)
    const { said, unknown } = await payAtOnce(this.store, tries, told)
    if (known.touched === touched) known.tries = { touched, ids: tries, unknown }
    return said
  }

  async changeCart(who: number): Promise<unknown> {
    const cart = this.cartOf(who)
    this.touch(cart)
    return cart && this.buyer(who).addToCart(cart, "socks")
  }

  linkedOf(who: number): LinkedOrder | undefined {
    return this.shopper(who).linked
  }

  async sendLink(who: number, socks: number): Promise<LinkedOrder> {
    const order = await this.links.writeOrder(socks)
    this.shopper(who).linked = order
    return order
  }

  async openLink(who: number, kind: Kind, times: number): Promise<string> {
    const order = this.linkedOf(who) ?? (await this.sendLink(who, 1))
    return this.remember(who, await this.links.open(order, kind, times)).join(", ")
  }

  async payTwoPagesOfLink(who: number, kind: Kind, socks: number, told: Told): Promise<string> {
    const order = await this.sendLink(who, socks)
    const pages = this.remember(who, await this.links.open(order, kind, 2))
    return (await payAtOnce(this.store, pages, told)).said
  }

  /** Two presses, and a third when the store has heard of them: one of them is charged. */
  async payLinkHere(who: number, kind: Kind, socks: number): Promise<string> {
    const order = await this.sendLink(who, socks)
    const collectionId = await this.links.linkOf(order)
    if (!collectionId) return "no link"
    const charged = await pressThrice(
      this.store,
      () => this.byToken("cc_token", CARDS.works, kind),
      kind,
      async (data) => {
        this.remember(who, await this.links.openAt(order, collectionId, kind, data))
      },
    )
    const ids = charged.map(({ external_id }) => external_id).join(", ")
    // What staff has changed, or given back, meanwhile may be paid for anew.
    const isAsItWas =
      order.edits.length === 0 &&
      charged.every(({ external_id }) => !this.asks.isUndone(order.id, external_id))
    if (charged.length > 1 && isAsItWas)
      this.complaints.push(`order ${order.id}: presses on its link charged ${ids}`)
    return ids
  }

  /** Of the link that they have, or else of their cart's order. */
  async editOrder(who: number, edit: Edit): Promise<string> {
    const cart = this.cartOf(who)
    const [ordered] = cart ? await this.store.admin.ordersOf(cart) : []
    const order = this.linkedOf(who) ?? (ordered && this.links.know(ordered))
    if (!order) return "no order"
    this.shopper(who).linked = order
    await this.links.edit(order, edit)
    return order.id
  }

  /** Goods of which nobody knows while the page is open that they will be gone when it is paid. */
  async payDeletedGoods(who: number, kind: Kind): Promise<string> {
    const { variantId, remove } = await sellOnce(this.store)
    const { seed, process } = this.store
    const buyer = new Shopper(process.url, {
      ...seed,
      variants: { ...seed.variants, gift: variantId },
    })
    this.take(who, await buyer.fillCart({ gift: 1 }))
    const opened = await this.openPage(who, kind)
    const page = this.pageOf({ who, page: 0 })
    await remove()
    const gone = this.carts.find(({ id }) => id === this.cartOf(who)?.id)
    if (gone) gone.isGone = true
    if (page) await payAt(this.store, page, { card: "works" })
    return `${page} ${opened}`
  }

  /** What a database that came back older does not know. */
  forgetAllBut(orders: string[]): void {
    const now = new Date()
    for (const cart of this.carts) cart.tries = null
    for (const state of this.shoppers.values()) {
      if (state.linked && !orders.includes(state.linked.id)) state.linked = undefined
    }
    const kept = this.links.orders.filter(({ id }) => orders.includes(id))
    // What was written down before is of another time than the order that it stands beside.
    for (const { edits } of kept) edits.push({ from: now, to: now })
    this.links.orders.splice(0, this.links.orders.length, ...kept)
  }

  private remember(who: number, pages: string[]): string[] {
    const known = this.shopper(who).pages
    known.push(...pages.filter((page) => !known.includes(page)))
    return pages
  }

  /** From here on another page than those before may be the one to be paid. */
  private touch(cart: Cart | undefined): void {
    const known = this.carts.find(({ id }) => id === cart?.id)
    if (known) known.touched++
  }

  openPage(who: number, kind: Kind): Promise<string> {
    const { remembers, choice } = KINDS[kind]
    const remember = who === REGULAR && remembers ? { remember: true } : undefined
    return this.openSession(who, kind, choice ?? remember)
  }

  /** Pays in the store itself; an impatient shopper clicks twice, with the same token. */
  async payHere(
    who: number,
    kind: Kind,
    { means, card, impatient }: { means: Means; card: Card; impatient: boolean },
  ): Promise<string> {
    const data = await this.dataOf(means, card, kind)
    const clicks = impatient ? [1, 2] : [1]
    return (await Promise.all(clicks.map(() => this.openSession(who, kind, data)))).join(", ")
  }

  private async dataOf(means: Means, card: Card, kind: Kind): Promise<object> {
    switch (means) {
      case "consent":
        return { off_session: true }
      case "blik":
        return { method: "blik", blik_code: CODES[card] }
      default:
        return (await this.byToken(means, CARDS[card], kind)).data
    }
  }

  private async byToken(
    means: Exclude<Means, "consent" | "blik">,
    card: string,
    kind: Kind,
  ): Promise<CardInHand> {
    const login = LOGIN_OF[KINDS[kind].system]
    const token = await this.store.gateway.token(means, card, login)
    return { token, data: { mode: "direct", payment_method: { type: means, [means]: { token } } } }
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
      provider_id: KINDS[kind].provider,
    }
    const runs = (twice ? [1, 2] : [1]).map(() => this.store.process.charge(input))
    return JSON.stringify(await Promise.allSettled(runs))
  }

  private async openSession(who: number, kind: Kind, data?: object): Promise<string> {
    const state = this.shopper(who)
    const { cart } = state
    if (!cart) return "no cart"
    this.touch(cart)
    const answer = await this.buyer(who).tryToOpenSession(cart, KINDS[kind].provider, data)
    // Also after a failure: the gateway may have made a page that the store does not know.
    for (const session of await this.buyer(who).sessions(cart)) {
      const known = this.carts.find(({ id }) => id === cart.id)
      if (!known || known.externalIds.includes(session.id)) continue
      known.externalIds.push(session.id)
      state.pages.push(session.id)
    }
    return String(answer.status)
  }
}
