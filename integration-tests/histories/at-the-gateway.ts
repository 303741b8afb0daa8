import { decimal, kopiykas, sum } from "../drivers/kopiykas"
import { SELLERS, type Seller } from "../setup/further-instances"
import { partOf } from "./asks"
import type { Step } from "./history"
import { payAt } from "./paying"
import type { OpenStore } from "./setup/open-store"

/** Tries to pay where the shopper is asked to; a page may be of another amount, or another currency, than was asked for. */
export async function payOn(
  store: OpenStore,
  page: string | undefined,
  { card, bank, other }: Extract<Step, { do: "pay" }>,
): Promise<string> {
  if (!page) return "no page"
  const { amount } = await store.gateway.payment(page)
  const changed = {
    less: { amount: Number(decimal(kopiykas(amount) - 1n)) },
    more: { amount: Number(decimal(kopiykas(amount) + 1n)) },
    dollars: { currency: "USD" },
  }
  return `${page} ${await payAt(store, page, { card, bank, ...(other && changed[other]) })}`
}

/** A move of money that the store learns of later. */
export async function outside(
  { gateway }: OpenStore,
  page: string | undefined,
  percent: number,
  how: { whole: "kept" | "held"; move(id: string, amount: number): Promise<unknown> },
): Promise<string> {
  if (!page) return "no page"
  const { ledger } = await gateway.payment(page)
  const kept = kopiykas(ledger.captured) - sum([ledger.refunded, ledger.refunding])
  const whole = how.whole === "kept" ? kept : kopiykas(ledger.held)
  const amount = decimal(partOf(whole, percent))
  await how.move(page, Number(amount))
  return amount
}

/** The name of a seller's order in a payment to several; undefined when there is none. */
export async function orderOf(
  { gateway }: OpenStore,
  page: string | undefined,
  seller: Seller,
): Promise<string | undefined> {
  const { orders = [] } = page ? await gateway.payment(page) : {}
  const all = await Promise.all(orders.map((order) => gateway.payment(order)))
  return all.find(({ api_key }) => api_key === SELLERS[seller].apiKey)?.name
}
