import { externalId as asExternalId, type ExternalId } from "../src/core/external-id"
import { held } from "../src/core/ledger"
import { isPositive, missing, plus } from "../src/core/money"
import type { Operation } from "../src/core/operation"
import { sessionId } from "../src/core/session-id"
import type { WebhookEvent } from "../src/provider/payment-gateway"
import { REMEMBERED_FOR } from "../src/provider/recent-events"
import { cancelOrder, changeCart, openAnew, openPage, press, reconcile } from "./deeds"
import { GatewayModel, type GatewayPayment, ledgerOf } from "./gateway-model"
import type { Deed, History } from "./history"
import { MedusaModel, uah } from "./medusa-model"
import type { CollectionRow, PaymentRow, SessionRow } from "./medusa-rows"
import { MedusaWorkflows } from "./medusa-workflows"
import { modelProvider, registerModel } from "./model-provider"
import { ModelStore } from "./model-store"
import { Process, Scheduler } from "./scheduler"
import { type Press, type Server, syncByCallback, syncForShopper } from "./server"

const MINUTE = 60_000
const RETRY_MINUTES = 30
/** Deliveries of a callback before RozetkaPay makes a longer pause. */
const DELIVERIES = 3
/** Looks of everybody, once nothing is disturbed any more. */
const QUIET_ROUNDS = 6

/** A store with two processes, RozetkaPay, and everybody who has to do with one purchase. */
export class World {
  readonly scheduler: Scheduler
  readonly medusa: MedusaModel
  readonly gateway = new GatewayModel()
  readonly presses: Press[] = []
  /** What must never be, and was. */
  readonly faults: string[] = []
  readonly pages: ExternalId[] = []
  /** So often a process was killed. */
  kills = 0
  private readonly outside = new Process("the world")
  private readonly servers: Server[]
  readonly collection: CollectionRow
  private turns = 0

  constructor(readonly history: History) {
    let at = 0
    this.scheduler = new Scheduler(() => history.choices[at++] ?? 0)
    this.medusa = new MedusaModel(this.scheduler)
    this.medusa.failuresBefore = history.failuresBefore
    this.medusa.failuresAfter = history.failuresAfter
    this.gateway.treatments = [...history.treatments]
    this.gateway.onWord = (payment, word) => this.courier(payment, word)
    registerModel(this.medusa)
    this.servers = [this.boot("A"), this.boot("B")]
    this.collection = this.purchase(history.kind)
  }

  async play(): Promise<void> {
    const { scheduler } = this
    void this.outside.run(async () => {
      for (const deed of this.history.deeds) {
        await (deed.do === "rest"
          ? scheduler.rest()
          : scheduler.turn(`next: ${JSON.stringify(deed)}`))
        this.do(deed)
      }
    })
    await scheduler.run()
    await this.comeToRest()
  }

  /** Nothing fails any more, RozetkaPay calls until it is answered, and the job runs. */
  private async comeToRest(): Promise<void> {
    const { gateway, medusa, scheduler } = this
    gateway.treatments = []
    gateway.isPrompt = true
    gateway.catchUp()
    medusa.failuresBefore = 0
    medusa.failuresAfter = 0
    for (let round = 0; round < QUIET_ROUNDS; round += 1) {
      medusa.time += (round < QUIET_ROUNDS - 2 ? 3 : RETRY_MINUTES + 1) * MINUTE
      for (const payment of gateway.payments.values()) {
        for (const word of [...payment.unanswered]) this.courier(payment, word)
      }
      await scheduler.run()
      reconcile(this)
      await scheduler.run()
    }
    for (const payment of gateway.payments.values()) {
      if (payment.unanswered.length > 0)
        this.faults.push(`a callback of ${payment.externalId} is never answered with 200`)
    }
  }

  private do(deed: Deed): void {
    switch (deed.do) {
      case "open":
        openPage(this, deed.beside)
        return
      case "pay":
        this.atPage(deed.page, (id) => this.gateway.pay(id, deed.isDeclined))
        return
      case "return":
        this.atPage(deed.page, (id) => void this.request((server) => syncForShopper(server, id)))
        return
      case "change cart":
        changeCart(this)
        return
      case "capture":
      case "refund":
        this.atPage(deed.page, (id) => press(this, deed.do, id, uah(deed.amount)))
        return
      case "cancel order":
        cancelOrder(this)
        return
      case "cabinet":
        this.atPage(deed.page, (id) => this.gateway.moveInCabinet(id, deed.move, uah(deed.amount)))
        return
      case "finish deferred":
        this.atPage(deed.page, (id) =>
          this.gateway.finishDeferred(id, deed.isMade ? "success" : "failure"),
        )
        return
      case "call again":
        this.atPage(deed.page, (id) => this.callAgain(id))
        return
      case "rest":
        return
      case "catch up":
        this.gateway.catchUp()
        return
      case "wait":
        this.medusa.time += deed.minutes * MINUTE
        return
      case "kill":
        this.kill(deed.process)
        return
      case "job":
        reconcile(this)
        return
    }
  }

  private atPage(page: number, job: (id: ExternalId) => void): void {
    const id = this.pages[page % Math.max(1, this.pages.length)]
    if (id) job(id)
  }

  private kill(which: number): void {
    const index = which % this.servers.length
    const server = this.servers[index]
    if (!server) return
    this.kills += 1
    this.scheduler.kill(server.process)
    this.medusa.locks.forget(server.process)
    server.die()
    this.servers[index] = this.boot(`${server.process.name}'`)
  }

  /** The answers to its callbacks were lost, or the merchant asks for them in the cabinet. */
  private callAgain(id: ExternalId): void {
    const payment = this.gateway.payment(id)
    for (const word of payment.words) this.courier(payment, word)
  }

  /** RozetkaPay calls, and calls again until it is answered with 200. */
  private courier(payment: GatewayPayment, word: Operation): void {
    const { scheduler } = this
    void this.outside.run(async () => {
      for (let delivery = 0; delivery < DELIVERIES; delivery += 1) {
        await scheduler.turn(`a callback of ${payment.externalId} travels: ${word.kind}`)
        const isAnswered = await this.request((server) => this.receive(server, payment, word))
        if (isAnswered) {
          const at = payment.unanswered.indexOf(word)
          if (at >= 0) payment.unanswered.splice(at, 1)
          return
        }
      }
    })
  }

  /** As the route of callbacks: true is 200. */
  private async receive(
    server: Server,
    payment: GatewayPayment,
    word: Operation,
  ): Promise<boolean> {
    const before = payment.words.slice(0, payment.shown)
    const undoneBefore = this.medusa.undone.length
    const event: WebhookEvent = {
      externalId: payment.externalId,
      paymentId: `rozetkapay_${payment.externalId}`,
      operations: [word],
      metadata: payment.metadata,
    }
    try {
      const result = await syncByCallback(server, payment.externalId, event)
      if (result?.is === "order_delayed") return false
    } catch (error) {
      if (error instanceof TypeError) this.faults.push(`${error.stack}`)
      return false
    }
    this.requireAgreed(payment, word)
    const undone = this.medusa.undone.slice(undoneBefore)
    this.requireWritten(payment, [...before, word], undone)
    return true
  }

  /**
   * Also when it was answered by a look alone: what `info` showed before, and the callback told, is in the Payment's
   * rows. Unless Medusa had a row of its own for it meanwhile, and has undone that since: the next look writes it.
   */
  private requireWritten(payment: GatewayPayment, words: Operation[], undone: string[]): void {
    const row = this.paymentOf(payment.externalId)
    // What a canceled Payment can't record is judged at rest: staff are told of it by then.
    if (!row || undone.includes(row.id) || row.canceled_at) return
    const told = ledgerOf(
      payment,
      words.filter(({ status }) => status === "success"),
    )
    const { captured, refunded } = this.medusa.ledgerOf(row)
    const lacking = plus(missing(told.captured, captured), missing(told.refunded, refunded))
    if (isPositive(lacking)) {
      this.faults.push(
        `a callback of ${payment.externalId} was answered with 200 while ${lacking} of it was written nowhere`,
      )
    }
  }

  /**
   * Medusa records no capture of a Payment that is canceled: where a hold was captured while its order was being
   * canceled, staff are told that the ledgers differ, and decide.
   */
  isLeftToStaff(id: ExternalId): boolean {
    const isTold = this.medusa.troubles.some(
      ({ kind, external_id }) => kind === "difference" && external_id === id,
    )
    return isTold && Boolean(this.paymentOf(id)?.canceled_at)
  }

  /** 200 says that the store's ledger has what the callback told. */
  private requireAgreed({ externalId }: GatewayPayment, word: Operation): void {
    if (word.status !== "success" || word.kind === "cancel") return
    const { medusa, gateway } = this
    const row = this.paymentOf(externalId)
    const truth = gateway.truth(externalId)
    const isGone = isPositive(truth.refunded) || isPositive(truth.canceled)
    const isWaiting = this.pages.some((id) => id !== externalId)
    const isKnown = row !== undefined || isGone || medusa.unexplained.has(externalId) || isWaiting
    if (!isKnown) this.faults.push(`a callback of ${externalId} was answered with 200 for nothing`)
  }

  /** A hook that has ended well says that nothing is held any more; `info` of an old Payment does not lag. */
  private requireCanceled(externalId: ExternalId): void {
    const hold = held(this.gateway.truth(externalId))
    const writtenAt = this.paymentOf(externalId)?.created_at.getTime() ?? 0
    if (isPositive(hold) && this.medusa.time - writtenAt <= REMEMBERED_FOR) {
      this.faults.push(`${externalId}: its hold was said to be given up, and ${hold} is held`)
    }
  }

  openSessions(): SessionRow[] {
    return this.medusa.sessions.where((one) => one.payment_collection_id === this.collection.id)
  }

  paymentOf(externalId: ExternalId): PaymentRow | undefined {
    const id = sessionId(externalId)
    return this.medusa.payments.where((one) => one.payment_session_id === id)[0]
  }

  /** Something that one of the processes does; null: it died meanwhile. */
  request<Result>(job: (server: Server) => Promise<Result>): Promise<Result | null> {
    this.turns += 1
    const server = this.servers[this.turns % this.servers.length]
    if (!server) throw new Error("There is no server")
    const answer = server.process.run(() => job(server))
    answer.catch(() => {})
    return Promise.race([answer, server.died]).catch(() => null)
  }

  private boot(name: string): Server {
    const process = new Process(name)
    const provider = modelProvider(this.medusa, this.gateway, RETRY_MINUTES)
    const workflows = new MedusaWorkflows(
      this.medusa,
      {
        authorizePayment: (input) => provider.authorizePayment(input),
        capturePayment: (input) => provider.capturePayment(input),
        refundPayment: (input) => provider.refundPayment(input),
        deletePayment: (input) => provider.deletePayment(input),
        cancelPayment: async (input) => {
          const output = await provider.cancelPayment(input)
          // Without a Payment nothing was asked for, and syncing decides.
          if (input.context?.idempotency_key) {
            this.requireCanceled(asExternalId(String(input.data?.external_id)))
          }
          return output
        },
      },
      openAnew(this.medusa),
    )
    const store = new ModelStore(this.medusa, workflows, provider)
    let die = () => {}
    const died = new Promise<null>((resolve) => {
      die = () => resolve(null)
    })
    return { process, store, provider, workflows, died, die }
  }

  private purchase(kind: History["kind"]): CollectionRow {
    const { medusa } = this
    const isLink = kind === "link"
    if (isLink) {
      medusa.orders.add({
        id: "order_link",
        canceled_at: null,
        total: uah(100),
        credited: medusa.none,
        strays: [],
      })
    } else {
      medusa.carts.add({ id: "cart_01", order_id: null })
    }
    return medusa.collections.add({
      id: "pay_col_01",
      amount: uah(100),
      currency_code: "uah",
      metadata: {},
      cart_id: isLink ? null : "cart_01",
      order_id: isLink ? "order_link" : null,
    })
  }
}
