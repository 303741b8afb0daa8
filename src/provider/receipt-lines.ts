import { container } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { splitsPayments } from "./capabilities"
import { type LinesSource, partLines, type RefundOfGoods } from "./part-lines"
import type { PartLines, PaymentReference } from "./payment-gateway"
import { readSoldLines } from "./start/sold-lines"
import type { StoreOptions } from "./store-options"

/** The receipt's lines of a part of a payment, for RozetkaPay; undefined: the store sends none. */
export const receiptLines = (
  provider: { readonly options: StoreOptions; readonly logger: Logger },
  { externalId }: PaymentReference,
  collectionId: () => Promise<string | null>,
  refund: RefundOfGoods | null,
): PartLines | undefined => {
  const { options, logger } = provider
  if (!options.products) return undefined
  const read = async () => {
    const id = await collectionId()
    return id === null ? null : readSoldLines(container, id)
  }
  const source: LinesSource = {
    options,
    logger,
    linesOfSeller: (lines, seller) =>
      splitsPayments(provider)
        ? provider.linesOfSeller(lines, seller)
        : [...lines.items, ...lines.shipping],
  }
  return partLines(source, externalId, read, refund)
}
