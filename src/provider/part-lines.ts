import type { Logger } from "@medusajs/framework/types"
import type { ExternalId } from "../core/external-id"
import type { Money } from "../core/money"
import { errorMessage } from "../log/error-message"
import type { PartLines } from "./payment-gateway"
import { addsUp, isCoveredBy, isFiscalised, type Lines, linesOfPart } from "./start/product-lines"
import type { PurchaseLine } from "./start/purchase"
import { partOf, type SoldLines } from "./start/sold-lines"
import type { StoreOptions } from "./store-options"

/** What of the provider the lines of a part are made with. */
export type LinesSource = {
  readonly options: Pick<StoreOptions, "taxGroup">
  readonly logger: Pick<Logger, "warn">
  /** Those of these lines that are a seller's. */
  linesOfSeller(lines: Lines, seller: string): PurchaseLine[]
}

/**
 * A refund whose goods are looked for; `before`: how many of the same amount there were; `named`: staff have
 * chosen them.
 */
export type RefundOfGoods = { asked: Money; before: number; named?: NamedGoods }

/** Ids of the order's items, and how many of each. */
export type NamedGoods = { item_id: string; quantity: number }[]

/**
 * The lines of a part of a payment: the goods that came back, when the refund is of what they cost; else
 * the part falls on all that was sold, in proportion. Nothing is read before somebody asks.
 *
 * Without lines the part is sent as well: staff's refund must not fail for what only a receipt needs.
 */
export const partLines = (
  provider: LinesSource,
  externalId: ExternalId,
  read: () => Promise<SoldLines | null>,
  refund: RefundOfGoods | null,
): PartLines => {
  let reading: Promise<SoldLines | null> | undefined
  const { taxGroup } = provider.options
  const warn = (why: string) =>
    provider.logger.warn(
      `rozetkapay: a part of a payment goes without receipt lines: ${why} session_id=${externalId}`,
    )
  return async (part, seller) => {
    try {
      reading ??= read()
      const sold = await reading
      if (!sold) return []
      const ofSeller = (all: Lines) =>
        seller === null ? [...all.items, ...all.shipping] : provider.linesOfSeller(all, seller)
      const back = refund && goodsBack(sold, refund)
      const candidates = [
        ...(back ? [ofSeller({ items: back, shipping: [] })] : []),
        ofSeller(sold),
      ]
      const lines = candidates
        // No line may tell a higher price than the goods had that staff have chosen.
        .filter((own, at) => !refund?.named || at > 0 || isCoveredBy(own, part))
        .map((own) => linesOfPart(own, part, taxGroup))
        .find(({ length }) => length > 0)
      if (!lines && isFiscalised(sold, taxGroup)) warn("nothing was sold that it could be of")
      return lines ?? []
    } catch (error) {
      warn(errorMessage(error))
      return []
    }
  }
}

const goodsBack = (sold: SoldLines, refund: RefundOfGoods): PurchaseLine[] | null =>
  refund.named
    ? refund.named.flatMap(({ item_id, quantity }) => partOf(sold.items, item_id, quantity))
    : goodsOf(sold, refund)

/**
 * Medusa does not say which return a refund is for. So it is the return, or claim, whose goods cost
 * exactly as much, or all of them together; of several that do, each refund of this amount has the next.
 */
export const goodsOf = (
  { back }: Pick<SoldLines, "back">,
  { asked, before }: RefundOfGoods,
): PurchaseLine[] | null => {
  const candidates = back.length > 1 ? [...back, back.flat()] : back
  const fitting = candidates.filter((goods) => goods.length > 0 && addsUp(goods, asked))
  return fitting[before] ?? null
}
