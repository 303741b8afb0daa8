import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { openCheckout } from "../../integration-tests/drivers/checkout"
import { MERCHANT, type Store } from "../../integration-tests/setup/store"
import { findCardProvider } from "../../src/provider/find-card-provider"
import { BareGateway } from "../bare-gateway"
import { type Hook, type HookTime, HookWatch } from "../hook-watch"
import { HOLD_FIRST } from "../open-store"
import { ratios, spread } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 11
const WARM_UP = 2

/** One operation of one round: the provider's hook, and the same calls made barely. Milliseconds. */
type Sample = { hook: HookTime; bare: number[] }
type Operation = "initiate" | "authorize" | "capture" | "refund"
const TARGET: Record<Operation, string> = {
  initiate: "≤ 1.05",
  authorize: "≤ 1.1",
  capture: "≤ 1.1",
  refund: "≤ 1.05",
}
const OPERATIONS: Operation[] = ["initiate", "authorize", "capture", "refund"]
const HOOK: Record<Operation, Hook> = {
  initiate: "initiatePayment",
  authorize: "authorizePayment",
  capture: "capturePayment",
  refund: "refundPayment",
}

/** The bodies that the provider sent for one payment, as text. */
type Bodies = { externalId: string; create: string; confirm: string; refund: string }

/** A payment that Medusa carries through the provider's hooks, one after another. */
class StorePayment {
  externalId = ""
  private paymentId = ""

  constructor(private readonly store: Store) {}

  async run(operation: Operation): Promise<void> {
    const payments = this.store.container.resolve(Modules.PAYMENT)
    switch (operation) {
      case "initiate":
        this.externalId = (await openCheckout(this.store, { provider: HOLD_FIRST })).externalId
        return
      case "authorize": {
        const payment = await payments.authorizePaymentSession(this.externalId, {})
        if (!payment) throw new Error("The payment was not authorized")
        this.paymentId = payment.id
        return
      }
      case "capture":
        await payments.capturePayment({ payment_id: this.paymentId })
        return
      case "refund":
        await payments.refundPayment({ payment_id: this.paymentId })
    }
  }
}

/** Another payment at the same gateway, moved by the very same bodies, without the provider. */
class BarePayment {
  readonly externalId: string

  constructor(
    private readonly gateway: BareGateway,
    private readonly bodies: Bodies,
    round: number,
  ) {
    const mark = `BARE${String(round).padStart(4, "0")}`
    this.externalId = `${bodies.externalId.slice(0, -mark.length)}${mark}`
  }

  /** @returns milliseconds of each call */
  async run(operation: Operation): Promise<number[]> {
    switch (operation) {
      case "initiate":
        return [await this.gateway.post("new", this.own(this.bodies.create))]
      case "authorize":
        return [await this.gateway.info(this.externalId)]
      case "capture":
        return [
          await this.gateway.info(this.externalId),
          await this.gateway.post("confirm", this.own(this.bodies.confirm)),
        ]
      case "refund":
        return [
          await this.gateway.info(this.externalId),
          await this.gateway.post("refund", this.own(this.bodies.refund)),
        ]
    }
  }

  private own(body: string): string {
    return body.replaceAll(this.bodies.externalId, this.externalId)
  }
}

async function bodiesOf(store: Store, externalId: string): Promise<Bodies> {
  const bodyOf = async (endpoint: string) => {
    const [request] = await store.gateway.requests({ endpoint, external_id: externalId })
    return JSON.stringify(z.object({ external_id: z.string() }).loose().parse(request?.body))
  }
  return {
    externalId,
    create: await bodyOf("create"),
    confirm: await bodyOf("confirm"),
    refund: await bodyOf("refund"),
  }
}

/** All four operations on one payment each, the sides in turn; who begins alternates. */
async function round(
  number: number,
  ours: StorePayment,
  bare: BarePayment,
  watch: HookWatch,
  store: Store,
): Promise<Record<Operation, Sample>> {
  const sample = async (operation: Operation): Promise<Sample> => {
    const calls = number % 2 === 0 ? undefined : await bare.run(operation)
    await ours.run(operation)
    const hook = watch.latest(HOOK[operation])
    return { hook, bare: calls ?? (await bare.run(operation)) }
  }
  const initiate = await sample("initiate")
  await store.gateway.pay(ours.externalId)
  await store.gateway.pay(bare.externalId)
  return {
    initiate,
    authorize: await sample("authorize"),
    capture: await sample("capture"),
    refund: await sample("refund"),
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

function rowsOf(operation: Operation, samples: Sample[]): Row[] {
  const hook = samples.map(({ hook }) => hook.all)
  const all = samples.map(({ bare }) => sum(bare))
  const last = samples.map(({ bare }) => bare.at(-1) ?? Number.NaN)
  const own = samples.map(({ hook }) => hook.all - hook.atGateway)
  const processor = samples.map(({ hook }) => hook.processor)
  const calls = spread(samples.map(({ hook }) => hook.calls)).median
  const bare = samples[0]?.bare.length ?? 0
  if (calls !== bare) throw new Error(`${operation} made ${calls} calls, ${bare} were expected`)
  const figuresOf = `${figures(spread(hook))} ms, of it own ${figures(spread(own))} ms (processor ${figures(spread(processor))} ms); bare ${figures(spread(all))} ms`
  const same: Row = {
    what: `${operation} / ${bare === 1 ? "one bare call" : "the same two bare calls"}`,
    value: ratios(hook, all),
    target: TARGET[operation],
    figures: figuresOf,
  }
  const one: Row = {
    what: `${operation} / ONE bare call (it looks at info first, so it makes two)`,
    value: ratios(hook, last),
    figures: `bare ${figures(spread(last))} ms`,
  }
  return bare === 1 ? [same] : [same, one]
}

/** The provider's hooks, called by Medusa, beside the same HTTP calls without any provider. */
export async function providerTime(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  const found = await findCardProvider(store.container, HOLD_FIRST)
  if (!found) throw new Error(`There is no provider ${HOLD_FIRST}`)
  const watch = new HookWatch(found.provider)
  const gateway = new BareGateway(store.gateway.url, MERCHANT)

  const first = new StorePayment(store)
  await first.run("initiate")
  await store.gateway.pay(first.externalId)
  for (const operation of OPERATIONS.slice(1)) await first.run(operation)
  const bodies = await bodiesOf(store, first.externalId)

  const samples: Record<Operation, Sample>[] = []
  for (let number = 0; number < WARM_UP + ROUNDS; number++) {
    const bare = new BarePayment(gateway, bodies, number)
    const taken = await round(number, new StorePayment(store), bare, watch, store)
    if (number >= WARM_UP) samples.push(taken)
  }
  watch.close()
  gateway.close()
  return OPERATIONS.flatMap((operation) =>
    rowsOf(
      operation,
      samples.map((sample) => sample[operation]),
    ),
  )
}
