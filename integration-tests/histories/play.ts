import { setTimeout as pause } from "node:timers/promises"
import { Customer } from "../drivers/customer"
import { send } from "../drivers/json-http"
import { decimal, kopiykas, sum } from "../drivers/kopiykas"
import { MERCHANT } from "../setup/store"
import { partOf } from "./asks"
import { CARDS, type History, type Step } from "./history"
import { People, REGULAR } from "./people"
import type { OpenStore } from "./setup/open-store"

/** Latency of a fault, and how long a request hangs that gets no answer: longer than the store waits. */
const SLOW_MS = 300
const HANGS_MS = 2_500

export type Played = { people: People; trace: string[]; steps: number; crashes: number }

/** Plays a history against the running store. Whatever is refused on the way is part of it. */
export async function play(store: OpenStore, history: History): Promise<Played> {
  const people = new People(store, await Customer.register({ ...store, url: store.process.url }))
  const played: Played = { people, trace: [], steps: 0, crashes: 0 }
  await Promise.all(history.shoppers.map((shopper, who) => begin(store, people, who, shopper)))
  for (const [index, group] of history.steps.entries()) {
    const doing = Promise.all(group.map((step) => tryOne(store, played, step)))
    const crash = history.crashes.find(({ at }) => at % history.steps.length === index)
    if (crash) {
      await pause(crash.afterMs)
      await store.process.kill()
      played.crashes++
      played.trace.push(`CRASH after ${crash.afterMs} ms`)
      await store.process.start(false)
    }
    await doing
  }
  return played
}

async function begin(
  store: OpenStore,
  people: People,
  who: number,
  { kind, socks, hasPaid }: History["shoppers"][number],
): Promise<void> {
  await people.fillCart(who, socks)
  await people.openPage(who, kind)
  const page = people.pageOf({ who, page: 0 })
  if ((hasPaid || who === REGULAR) && page) await store.gateway.pay(page, { card: CARDS.works })
}

async function tryOne(store: OpenStore, played: Played, step: Step): Promise<void> {
  played.steps++
  const line = played.trace.push("") - 1
  const say = (what: unknown) => {
    played.trace[line] = `${JSON.stringify(step)} -> ${what}`
  }
  say("…")
  try {
    say((await doStep(store, played.people, step)) ?? "done")
  } catch (error) {
    // A refusal of the gateway's, or no answer from a store that is down: it happens.
    say(error instanceof Error ? error.message.slice(0, 200) : error)
  }
}

async function doStep(store: OpenStore, people: People, step: Step): Promise<unknown> {
  const { gateway, process } = store
  switch (step.do) {
    case "fill a cart":
      await people.fillCart(step.who, step.socks)
      return people.openPage(step.who, step.kind)
    case "choose to pay":
      return step.inTwoTabs
        ? Promise.all([people.openPage(step.who, step.kind), people.openPage(step.who, step.kind)])
        : people.openPage(step.who, step.kind)
    case "change the cart": {
      const cart = people.cartOf(step.who)
      return cart && people.buyer(step.who).addToCart(cart, "socks")
    }
    case "pay":
      return payOn(store, people.pageOf(step), step)
    case "pay here":
      return people.payHere(step.who, step.kind, { ...step, card: CARDS[step.card] })
    case "charge later":
      return people.chargeLater(step.kind, step.charge, step.twice)
    case "answer the bank": {
      const page = people.pageOf(step)
      return page && gateway.answerAtTheBank(page, step.answer)
    }
    case "come back": {
      const page = people.pageOf(step)
      const url = page ? (await gateway.payment(page)).result_url : null
      if (!url) return "no page"
      const back = await send(step.to === "return" ? url : url.replace("/return/", "/waiting/"))
      return `${back.status} ${back.headers.get("location")}`
    }
    case "place the order": {
      const cart = people.cartOf(step.who)
      return cart && JSON.stringify(await people.buyer(step.who).complete(cart))
    }
    case "admin captures":
      return people.capture(step.who, step.percent)
    case "admin refunds":
      return people.refund(step.who, step.percent)
    case "admin cancels":
      return people.cancel(step.who)
    case "cabinet":
      return outside(store, people.pageOf(step), step.move === "cancel" ? 100 : step.percent, {
        whole: step.move === "refund" ? "kept" : "held",
        move: (id, amount) =>
          gateway.cabinet(id, step.move, step.move === "cancel" ? {} : { amount }),
      })
    case "bank":
      return outside(store, people.pageOf(step), step.percent, {
        whole: step.event === "chargeback" ? "kept" : "held",
        move: (id, amount) =>
          gateway.bank(id, step.event, step.event === "chargeback" ? { amount } : {}),
      })
    case "fault":
      return gateway.fault({
        endpoint: step.endpoint,
        kind: step.kind,
        times: step.times,
        ms: step.kind === "latency" ? SLOW_MS : HANGS_MS,
      })
    case "faults end":
      return gateway.clearFaults()
    case "callbacks":
      return gateway.callbacks(step.mode)
    case "held callbacks come":
      return gateway.flushCallbacks(step.order)
    case "callback comes again": {
      const external_id = people.pageOf(step)
      const { copies } = step
      return external_id && gateway.sendCallbacks({ external_id, copies, concurrently: true })
    }
    case "gateway has no money for refunds":
      return gateway.balance(MERCHANT.login, step.yes ? "0.00" : null)
    case "deferred refunds end": {
      const page = people.pageOf(step)
      return page && gateway.endRefunds(page, step.end)
    }
    case "reconcile":
      return JSON.stringify(await process.reconcile())
  }
}

async function payOn(
  { gateway }: OpenStore,
  page: string | undefined,
  { card, bank, other }: Extract<Step, { do: "pay" }>,
): Promise<string> {
  if (!page) return "no page"
  const { amount } = await gateway.payment(page)
  const changed = {
    less: { amount: Number(decimal(kopiykas(amount) - 1n)) },
    more: { amount: Number(decimal(kopiykas(amount) + 1n)) },
    dollars: { currency: "USD" },
  }
  const { payment } = await gateway.pay(page, {
    card: CARDS[card],
    three_ds: bank,
    ...(other && changed[other]),
  })
  return `${page} ${payment.state}`
}

/** A move of money that the store learns of later. */
async function outside(
  { gateway }: OpenStore,
  page: string | undefined,
  percent: number,
  how: { whole: "kept" | "held"; move(id: string, amount: number): Promise<unknown> },
): Promise<string> {
  if (!page) return "no page"
  const { ledger } = await gateway.payment(page)
  const kept = kopiykas(ledger.taken) - sum([ledger.returned, ledger.returning])
  const whole = how.whole === "kept" ? kept : kopiykas(ledger.held)
  const amount = decimal(partOf(whole, percent))
  await how.move(page, Number(amount))
  return amount
}
