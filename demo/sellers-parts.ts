import type { AdminApi } from "./admin-api"
import { DemoFailure } from "./failure"
import { gatewayLedger, sellerLedger } from "./ledgers-table"
import type { GatewayPayment, SandboxApi } from "./sandbox-api"
import { LOOK, showLedgers } from "./show-ledgers"
import { heading } from "./steps"
import type { Seller } from "./store-modes"

export interface Part {
  seller: string
  /** Decimal, in hryvnias. */
  amount: string
}

/** Every number that a page names, as its digits: "1 338,99 ₴" is 133899. */
const numbersOf = (page: string) =>
  page.split(/<[^>]*>/).map((text) => text.replace(/&[#\w]+;/g, "").replace(/\D/g, ""))

/**
 * The sellers' parts of a payment, none where there are no sellers.
 *
 * @throws DemoFailure when a seller has none, or the hosted page does not name each
 */
export function partsOnPage(page: string, orders: GatewayPayment[], sellers: Seller[]): Part[] {
  const numbers = numbersOf(page)
  return sellers.map(({ name, apiKey }) => {
    const order = orders.find(({ api_key }) => api_key === apiKey)
    if (!order) throw new DemoFailure(`${name} gets nothing of the payment`, LOOK)
    if (!numbers.includes(order.amount.replace(/\D/g, ""))) {
      throw new DemoFailure(`The hosted page does not say that ${name} gets ${order.amount}`, LOOK)
    }
    return { seller: name, amount: order.amount }
  })
}

/** Who has what of a payment to several sellers: as the store tells staff, and in RozetkaPay's own book. */
export async function showSellers(
  admin: AdminApi,
  sandbox: SandboxApi,
  paymentId: string,
): Promise<void> {
  heading("Who has what of it")
  for (const { name, external_id } of await admin.sellersOf(paymentId)) {
    console.log(`  ${name}`)
    await showLedgers(async () => {
      const part = (await admin.sellersOf(paymentId)).find((one) => one.external_id === external_id)
      if (!part) throw new DemoFailure(`The store has lost ${name}'s part of the payment`, LOOK)
      return {
        store: sellerLedger(part),
        gateway: gatewayLedger(await sandbox.paymentOf(external_id)),
      }
    })
  }
}
