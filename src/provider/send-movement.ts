import type { BigNumberInput, Logger } from "@medusajs/framework/types"
import { z } from "zod"
import { due, type Movement, moved } from "../core/due"
import { dueOfSellers } from "../core/due-of-sellers"
import {
  type Amount,
  amountOf,
  equals,
  exceeds,
  type Money,
  moneyOf,
  plus,
  sum,
  zero,
} from "../core/money"
import { readWantedShares, requireWhole, type WantedShares } from "../core/seller-shares"
import { type StorePayment, storeLedger } from "../core/store-ledger"
import { staffError } from "../errors"
import { MOVEMENT_WORDS } from "../messages/staff"
import { hookContext } from "./hook-context"
import { type MoneyMover, moveMoney } from "./move-money"
import type { GatewayLedger, PaymentReference } from "./payment-gateway"
import { receiptLines } from "./receipt-lines"
import type { StoreOptions } from "./store-options"
import type { StoreMovement } from "./store-records"

/** What of the provider moves money, and writes the receipt's lines beside it. */
export interface MovementSender extends MoneyMover {
  readonly options: StoreOptions
  readonly logger: Logger
}

/** The field of a refund's metadata that says which sellers it is of: seller's key -> amount. */
export const SHARES_KEY = "rozetkapay_sellers"

/** The field of a refund's metadata that says which goods went back, as staff have chosen them. */
export const GOODS_KEY = "rozetkapay_goods"

const goodsShape = z.array(z.object({ item_id: z.string(), quantity: z.number().positive() }))

/** Undefined: staff have chosen none. */
export const namedGoodsIn = (metadata: Record<string, unknown> | null | undefined) =>
  goodsShape.safeParse(metadata?.[GOODS_KEY]).data

/** A row of Medusa's: how it is read, and how it is marked when RozetkaPay's ledger covers it. */
type MovementRow = { read: () => Promise<StoreMovement>; confirm: () => Promise<void> }

/**
 * A capture or refund row of Medusa's, brought to the gateway. The store's rows
 * are read alone with the payment and after the gateway's ledger: rows of others
 * that came meanwhile count, or one of two refunds at once would be lost.
 *
 * For a row that only records, nothing is ever sent: the gateway's ledger covers it, or
 * somebody's own movement has taken its place and syncing must look again.
 *
 * @returns what was sent
 */
export const sendMovement = (
  provider: MovementSender,
  move: "capture" | "refund",
  payment: PaymentReference,
  row: MovementRow,
): Promise<Amount> =>
  moveMoney(provider, move, payment, async (ledger) => {
    const movement = await row.read()
    const { amount, payment: written, isRecord, metadata } = movement
    const store = storeLedger(written)
    if (ledger.currency !== store.currency)
      throw staffError("another_currency", { gateway: ledger.currency, store: store.currency })
    if (isRecord) {
      if (exceeds(moved(store, move), moved(ledger, move))) throw staffError("moved_meanwhile")
      await row.confirm()
      return zero(store.currency)
    }
    const asked = amountOf(amount, store.currency)
    const seen = hookContext().seen?.ask(payment.externalId, move) ?? null
    if (seen) requireAsSeen(seen, moved(store, move), moved(ledger, move), asked)
    const named = payment.orders && (hookContext().shares ?? metadata?.[SHARES_KEY])
    const shares = readWantedShares(named, store.currency)
    return {
      ...(shares
        ? dueOfNamed({ amount: asked, currency: store.currency }, shares, movement, ledger, move)
        : { amount: due(asked, moved(store, move), ledger, move), wanted: null }),
      lines: receiptLines(
        provider,
        payment,
        async () => written.payment_collection_id ?? null,
        move === "refund" ? refundOfGoods(amount, written, metadata) : null,
      ),
    }
  })

/**
 * Of two who press the same at one moment, the second has seen less than there is by now: in the store's rows,
 * or at RozetkaPay, where it would be taken for what was asked.
 *
 * @throws MedusaError CONFLICT
 */
const requireAsSeen = (seen: Amount, inStore: Amount, atGateway: Amount, asked: Amount): void => {
  if (!equals(inStore, plus(seen, asked)) || exceeds(atGateway, seen))
    throw staffError("moved_meanwhile")
}

/** @throws SplitError for parts that are not the movement's, MedusaError when it can't be told what is due */
const dueOfNamed = (
  asked: Money,
  shares: WantedShares,
  { others }: Pick<StoreMovement, "others">,
  { orders = [] }: Pick<GatewayLedger, "orders">,
  move: Movement,
) => {
  requireWhole(asked, shares)
  const { currency } = asked
  const wanted = dueOfSellers(
    shares,
    others.map((row) => ({
      amount: amountOf(row.amount, currency),
      shares: row.metadata?.[SHARES_KEY],
    })),
    orders.map((order) => ({ seller: order.seller, moved: moved(order, move) })),
    currency,
  )
  if (!wanted) throw staffError("moved_elsewhere", { move: MOVEMENT_WORDS[move] })
  return { amount: sum([...wanted.values()], currency), wanted }
}

const refundOfGoods = (
  amount: BigNumberInput,
  { currency_code, refunds }: StorePayment,
  metadata: StoreMovement["metadata"],
) => {
  const asked = moneyOf(amount, currency_code)
  const alike = (refunds ?? []).filter((one) =>
    equals(amountOf(one.amount, currency_code), asked.amount),
  )
  const named = namedGoodsIn(metadata)
  return { asked, before: alike.length - 1, ...(named && { named }) }
}
