import { quoted, SplitError } from "../../core/split-error"
import type { PurchaseLine } from "../../provider/start/purchase"

/** What a store's own function may look at to tell whose a cart's item is. */
export type SoldLine = {
  /** Medusa's id of the line item. */
  id: string
  title: string
  variantMetadata: Record<string, unknown> | null
  productMetadata: Record<string, unknown> | null
}

/** The name of a metadata field, or a function that gives the seller's key; nothing: of no one. */
export type SellerOf = string | ((line: SoldLine) => string | null | undefined)

/**
 * Whose an item of a cart is; null when nobody's. A variant's own word counts before its product's.
 *
 * @throws SplitError when it names its seller by something that is no key
 */
export const sellerOfLine = (line: PurchaseLine, sellerOf: SellerOf): string | null => {
  const { id, title, variantMetadata, productMetadata } = line
  const named: unknown =
    typeof sellerOf === "function"
      ? sellerOf({ id, title, variantMetadata, productMetadata })
      : (variantMetadata?.[sellerOf] ?? productMetadata?.[sellerOf])
  if (named === undefined || named === null || named === "") return null
  if (typeof named === "string") return named.trim() || null
  if (typeof named === "number") return String(named)
  throw new SplitError("seller_not_said", { title: quoted(title) })
}
