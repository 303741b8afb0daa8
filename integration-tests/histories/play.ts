import { setTimeout as pause } from "node:timers/promises"
import { Customer } from "../drivers/customer"
import { send } from "../drivers/json-http"
import { SELLERS } from "../setup/further-instances"
import { Asks } from "./asks"
import { orderOf, outside, payOn } from "./at-the-gateway"
import { Backup } from "./backup"
import type { History, Step } from "./history"
import { OtherShop } from "./other-shop"
import { answerAt, payAt } from "./paying"
import { People, REGULAR } from "./people"
import type { OpenStore } from "./setup/open-store"
import { Staff } from "./staff"
import { LOGIN_OF } from "./store-process/payment-kinds"

/** Latency of a fault, and how long a request hangs that gets no answer: longer than the store waits. */
const SLOW_MS = 300
const HANGS_MS = 2_500

export type Played = {
  people: People
  staff: Staff
  otherShop: OtherShop
  backup: Backup
  trace: string[]
  steps: number
  crashes: number
}

/** Plays a history against the running store. Whatever is refused on the way is part of it. */
export async function play(store: OpenStore, history: History): Promise<Played> {
  await store.gateway.quirks(history.habits ?? {})
  const asks = new Asks()
  const regular = await Customer.register({ ...store, url: store.process.url })
  const people = new People(store, regular, asks)
  const staff = new Staff(store, people, asks)
  const otherShop = new OtherShop(store)
  const backup = new Backup(store)
  const played: Played = { people, staff, otherShop, backup, trace: [], steps: 0, crashes: 0 }
  await Promise.all(history.shoppers.map((shopper, who) => begin(store, people, who, shopper)))
  if (history.steps.flat().some((step) => step.do === "the database comes back older")) {
    await backup.make()
  }
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
  if ((hasPaid || who === REGULAR) && page) await payAt(store, page, { card: "works" })
}

async function tryOne(store: OpenStore, played: Played, step: Step): Promise<void> {
  played.steps++
  const line = played.trace.push("") - 1
  const say = (what: unknown) => {
    played.trace[line] = `${JSON.stringify(step)} -> ${what}`
  }
  say("…")
  try {
    say((await doStep(store, played, step)) ?? "done")
  } catch (error) {
    // A refusal of the gateway's, or no answer from a store that is down: it happens.
    say(error instanceof Error ? error.message.slice(0, 200) : error)
  }
}

async function doStep(
  store: OpenStore,
  { people, staff, otherShop, backup }: Played,
  step: Step,
): Promise<unknown> {
  const { gateway, process } = store
  switch (step.do) {
    case "fill a cart":
      await people.fillCart(step.who, step.socks)
      return people.openPage(step.who, step.kind)
    case "choose to pay":
      return step.inTwoTabs
        ? Promise.all([people.openPage(step.who, step.kind), people.openPage(step.who, step.kind)])
        : people.openPage(step.who, step.kind)
    case "two pages at once":
      return people.payTwoPages(step.who, step.kind, step.socks, step.told)
    case "goods are deleted before they are paid":
      return people.payDeletedGoods(step.who, step.kind)
    case "another shop is paid":
      return otherShop.isPaid(step)
    case "the database is backed up":
      return backup.make()
    case "the database comes back older":
      return backup.restore(people)
    case "staff sends a link":
      return (await people.sendLink(step.who, step.socks)).id
    case "open the link":
      return people.openLink(step.who, step.kind, step.inTwoTabs ? 2 : 1)
    case "two pages of a link at once":
      return people.payTwoPagesOfLink(step.who, step.kind, step.socks, step.told)
    case "a link is paid here by three presses":
      return people.payLinkHere(step.who, step.kind, step.socks)
    case "staff edits the order":
      return people.editOrder(step.who, step.edit)
    case "change the cart":
      return people.changeCart(step.who)
    case "pay":
      return payOn(store, people.pageOf(step), step)
    case "pay here":
      return people.payHere(step.who, step.kind, step)
    case "charge later":
      return people.chargeLater(step.kind, step.charge, step.twice)
    case "answer the bank": {
      const page = people.pageOf(step)
      return page && answerAt(store, page, step.answer)
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
      return staff.capture(step.who, step.percent)
    case "admin refunds":
      return staff.refund(step.who, step.percent)
    case "admin cancels":
      return staff.cancel(step.who)
    case "cabinet":
      // Of the whole no amount is said: payments in instalments take none.
      return outside(store, people.pageOf(step), step.move === "cancel" ? 100 : step.percent, {
        whole: step.move === "refund" ? "kept" : "held",
        move: (id, amount) =>
          gateway.cabinet(
            id,
            step.move,
            step.move === "cancel" || step.percent === 100 ? {} : { amount },
          ),
      })
    case "admin moves of sellers":
      return staff.moveOfSellers(step.who, step.move, step.percents)
    case "cabinet of a seller": {
      const order = await orderOf(store, people.pageOf(step), step.seller)
      return outside(store, order, step.percent, {
        whole: step.move === "refund" ? "kept" : "held",
        move: (id, amount) =>
          gateway.cabinet(id, step.move, step.move === "cancel" ? {} : { amount }),
      })
    }
    case "a seller's project refuses": {
      const { operation, times } = step
      const refusal = { refuse: "entity_blocked", operation, times }
      return gateway.seller(SELLERS[step.seller].apiKey, refusal)
    }
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
      return Promise.all(
        [...new Set(Object.values(LOGIN_OF))].map((login) =>
          gateway.balance(login, step.yes ? "0.00" : null),
        ),
      )
    case "deferred refunds end": {
      const page = people.pageOf(step)
      return page && gateway.endRefunds(page, step.end)
    }
    case "reconcile":
      return JSON.stringify(await process.reconcile())
  }
}
