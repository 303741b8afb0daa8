import { someGatewayLedger, uah } from "../../core/__tests__/random-ledgers"
import type { Delivery } from "../../core/delivery"
import { type ExternalId, sessionOf } from "../../core/external-id"
import { installationOf } from "../../core/installation"
import { asAuthorized, whole } from "../../core/ledger"
import { equals, isPositive } from "../../core/money"
import { FakeGateway, PAYMENT } from "../../provider/__tests__/fake-gateway"
import { RecentEvents } from "../../provider/recent-events"
import type { PaymentTerms } from "../../provider/session-data"
import type { SyncedProvider } from "../../provider/synced-provider"
import type { PaymentRow, PurchaseRows, Reading, Store, TryKey, TryRows } from "../store"

const PROVIDER = "pp_rozetkapay_main"
const BACKEND = "https://shop.example"
const COST = { amount: uah("100"), currency: "UAH" }
const TERMS = { provider_id: PROVIDER, currency_code: "uah", capture: true }
const OPENED_HERE = { ...TERMS, installation: installationOf(BACKEND) }
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const notModelled = (): never => {
  throw new Error("No test of this model has needed it yet.")
}

type Page = { gateway: FakeGateway; isOpen: boolean; metadata: Record<string, unknown> }

/**
 * One cart of 100 UAH with some payment pages open, at RozetkaPay and in a store: as much of Medusa as a
 * sync asks for here, and no more. What takes time waits for `turn`: so a test says what happens when.
 */
export class StoreModel implements Store {
  time = Date.UTC(2026, 0, 1)
  readonly options = { backendUrl: BACKEND, orderRetryMinutes: 30, mostReturnsPerRun: 20 }
  /** How its pages were opened. */
  mode: PaymentTerms["mode"] = "hosted"
  /** So often placing the order fails before it succeeds. */
  failures = 0
  readonly orders: string[] = []
  readonly payments: PaymentRow[] = []
  readonly events: string[] = []
  readonly log = SILENT
  private readonly pages = new Map<ExternalId, Page>()
  private readonly locks = new Map<string, Promise<unknown>>()

  constructor(
    ids: ExternalId[],
    private readonly turn: (what: string) => Promise<unknown> = async () => {},
  ) {
    const gateway = () => new FakeGateway(someGatewayLedger())
    for (const id of ids) this.pages.set(id, { gateway: gateway(), isOpen: true, metadata: {} })
  }

  /** The shopper pays on a page, exactly what was asked. @returns what the callback is about */
  pay(id: ExternalId, delivery: Delivery | null = null): TryKey {
    const paid = someGatewayLedger({ authorized: "100", captured: "100" })
    this.page(id).gateway.shown = { ...paid, delivery }
    return { provider_id: PROVIDER, external_id: id }
  }

  /** RozetkaPay, as it treats the first page. */
  get gateway(): FakeGateway {
    return ([...this.pages.values()][0] ?? notModelled()).gateway
  }

  /** Which pages' money the merchant has. */
  get kept(): ExternalId[] {
    return [...this.pages.keys()].filter((id) => isPositive(whole(this.page(id).gateway.shown)))
  }

  private page = (id: ExternalId): Page => this.pages.get(id) ?? notModelled()

  private readonly provider: SyncedProvider = {
    options: this.options,
    events: new RecentEvents(() => this.time),
    logger: SILENT,
    gateway: {
      capture: (payment, money) => this.page(payment.externalId).gateway.capture(payment, money),
      cancel: (payment, money) => this.page(payment.externalId).gateway.cancel(payment, money),
      refund: (payment, money) => this.page(payment.externalId).gateway.refund(payment, money),
    },
    reference: ({ external_id }) => ({ ...PAYMENT, externalId: external_id, twoStep: false }),
    ledger: async ({ externalId }) => {
      await this.turn(`RozetkaPay answers of ${externalId}`)
      return this.page(externalId).gateway.ledger()
    },
    aloneWith: (externalId, job) => this.alone(`rozetkapay:${externalId}`, job),
  }

  now = () => this.time
  findProvider: Store["findProvider"] = async () => ({ id: PROVIDER, provider: this.provider })
  emit: Store["emit"] = async (name, { reason }) => void this.events.push(`${name} ${reason}`)

  alone<Result>(key: string, job: () => Promise<Result>): Promise<Result> {
    const done = Promise.resolve(this.locks.get(key)).then(job)
    const over = done.catch(() => undefined)
    this.locks.set(key, over)
    return done
  }

  async readTry({ external_id }: TryKey): Promise<TryRows> {
    await this.turn(`the store answers of ${external_id}`)
    const dataOf = (id: ExternalId) => ({ ...OPENED_HERE, mode: this.mode, external_id: id })
    const rowOf = (id: ExternalId) => ({ id, data: dataOf(id), hasPayment: this.isWritten(id) })
    const sessions = [...this.pages.keys()].map(rowOf)
    return { data: dataOf(external_id), collectionId: "pay_col_01", sessions }
  }

  async readPurchase(_: string | null, ids: ExternalId[]): Promise<PurchaseRows> {
    await this.turn("the store answers of the purchase")
    const order_id = this.orders[0] ?? null
    return {
      purpose: { cart_id: "cart_01", order_id, order_canceled: false, country_code: null },
      collection: { id: "pay_col_01", cost: COST, status: "awaiting" },
      sessions: ids.map((id) => {
        const data = { ...OPENED_HERE, mode: this.mode, external_id: id }
        return { id, asked: COST, data, created_at: undefined, metadata: this.page(id).metadata }
      }),
      deferred: [],
      payments: [...this.payments],
    }
  }

  private isWritten = (id: ExternalId) => this.payments.some((one) => one.id === `pay_${id}`)
  hasPayment: Store["hasPayment"] = async (id) => this.isWritten(id)
  collectionOf = async () => "pay_col_01"
  isOfCart = async () => true
  orderOf: Store["orderOf"] = async () => this.orders[0] ?? null
  outstanding: Store["outstanding"] = async () => uah(this.payments.length > 0 ? "0" : "100")

  async leaveOnlyOpen({ external_id }: TryKey) {
    for (const [id, page] of this.pages) page.isOpen = id === external_id
  }
  noteHowPaid: Store["noteHowPaid"] = async (id, note) => {
    const payment = this.payments.find((one) => one.id === id)
    if (payment) payment.metadata = { ...(payment.metadata ?? {}), ...note }
  }
  noteOnSession: Store["noteOnSession"] = async ({ external_id }, note) =>
    void Object.assign(this.page(external_id).metadata, note)

  /** With the first open session, which must be paid; the order stands before its Payment does. */
  completeCart = (cartId: string, { externalId, ledger }: Reading) =>
    this.alone(cartId, async () => {
      await this.turn("the cart is completed")
      const done = { error: undefined, isFinished: true }
      if (this.orders.length > 0) return done
      const [id] = [...this.pages].find(([, page]) => page.isOpen) ?? notModelled()
      const isPaid = id === externalId && equals(ledger.authorized, COST.amount)
      if (!isPaid || this.failures-- > 0) return { ...done, error: new Error("Not now") }
      this.orders.push(`order_${this.orders.length + 1}`)
      await this.turn("the order's Payment is written")
      const row = { id: `pay_${id}`, sessionId: sessionOf(id), ledger: asAuthorized(ledger) }
      this.payments.push({
        ...row,
        refundsSent: uah("0"),
        writtenAt: this.time,
        movements: [],
        metadata: null,
      })
      return done
    })

  finishMovements: Store["finishMovements"] = async () => false
  repairOrder: Store["repairOrder"] = async () => {}
  forgetUnexplained: Store["forgetUnexplained"] = async () => null
  readLeftTry: Store["readLeftTry"] = notModelled
  readPayment: Store["readPayment"] = notModelled
  sentRefunds: Store["sentRefunds"] = notModelled
  finishStart: Store["finishStart"] = notModelled
  fillCart: Store["fillCart"] = notModelled
  unfillCart: Store["unfillCart"] = async () => {}
  authorizeSession: Store["authorizeSession"] = notModelled
  capturePayment: Store["capturePayment"] = notModelled
  refundPayment: Store["refundPayment"] = notModelled
  cancelPayment: Store["cancelPayment"] = notModelled
  recordCancel: Store["recordCancel"] = notModelled
  listUnexplained = notModelled
  findUnexplained: Store["findUnexplained"] = notModelled
  noteUnexplained: Store["noteUnexplained"] = notModelled
  findReturning: Store["findReturning"] = async () => null
  noteReturning: Store["noteReturning"] = async () => {}
  forgetReturning: Store["forgetReturning"] = async () => {}
  troublesOf: Store["troublesOf"] = async () => []
  noteTrouble: Store["noteTrouble"] = notModelled
  forgetTrouble: Store["forgetTrouble"] = notModelled
  isRightOrder: Store["isRightOrder"] = notModelled
  takeBackRefunds: Store["takeBackRefunds"] = notModelled
}
