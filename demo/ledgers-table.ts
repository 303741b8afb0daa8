import type { SellerPart, StorePayment } from "./admin-api"
import type { GatewayPayment } from "./sandbox-api"
import { bold, green, red } from "./steps"

/** Amounts in kopiyky. */
export interface Ledger {
  authorized: bigint
  captured: bigint
  refunded: bigint
}

const NOTHING: Ledger = { authorized: 0n, captured: 0n, refunded: 0n }

/** "1249.99" → 124999n. Anything finer than a kopiyka is an error, not something to round. */
export function kopiyky(decimal: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(decimal)
  if (!match) throw new Error(`${decimal} is no amount in hryvnias and kopiyky`)
  return BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"))
}

export const hryvnias = (amount: bigint) =>
  `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`

const sum = (rows: { amount: string }[]) =>
  rows.reduce((total, row) => total + kopiyky(row.amount), 0n)

/** What the store's rows say. */
export function storeLedger(payment: StorePayment | undefined): Ledger {
  if (!payment) return NOTHING
  return {
    authorized: kopiyky(payment.amount),
    captured: sum(payment.captures),
    refunded: sum(payment.refunds),
  }
}

/** What the store shows staff of one seller's part. */
export const sellerLedger = ({ authorized, captured, refunded }: SellerPart): Ledger => ({
  authorized: kopiyky(authorized),
  captured: kopiyky(captured),
  refunded: kopiyky(refunded),
})

/** What the gateway says in the same words: taken money was authorised before, a pending refund is given. */
export function gatewayLedger({ ledger }: GatewayPayment): Ledger {
  const { held, captured, canceled, refunded, refunding } = ledger
  return {
    authorized: kopiyky(held) + kopiyky(captured) + kopiyky(canceled),
    captured: kopiyky(captured),
    refunded: kopiyky(refunded) + kopiyky(refunding),
  }
}

export const agree = (one: Ledger, other: Ledger) =>
  one.authorized === other.authorized &&
  one.captured === other.captured &&
  one.refunded === other.refunded

const row = (title: string, cells: string[]) =>
  `    ${title.padEnd(10)}${cells.map((cell) => cell.padStart(12)).join("")}`

/** Both ledgers under each other, with a mark. */
export function ledgersTable(store: Ledger, gateway: Ledger): string {
  const cells = (ledger: Ledger) =>
    [ledger.authorized, ledger.captured, ledger.refunded].map(hryvnias)
  const mark = agree(store, gateway) ? green("✓ they agree") : red("✗ they differ")
  return [
    bold(row("UAH", ["authorized", "captured", "refunded"])),
    row("store", cells(store)),
    `${row("gateway", cells(gateway))}   ${mark}`,
  ].join("\n")
}
