/** A card that a customer keeps at RozetkaPay. Its token and number never come here. */
export type SavedCard = {
  /** RozetkaPay's `option_id`, a UUID: what the customer pays with. */
  id: string
  /** "424242******4242" */
  mask: string | null
  /** "VISA", "MASTERCARD", …; the list is open. */
  brand: string | null
  /** Year and month: "2031-04". */
  expiry: string | null
  /** The bank's short name. */
  bank: string | null
  /** What the customer calls it. */
  name: string | null
  isDefault: boolean
}

/** A card as RozetkaPay's widget hands it out, good for one use. */
export type NewCard = {
  token: string
  /** The widget's `card_mask`. */
  mask: string
  /** The widget's `expires_at`, as it came. */
  expiresAt: string
}

/** How adding a card ended. A closed list: every caller says what each means for it. */
export type CardAddition =
  | { is: "saved"; card: SavedCard }
  /** The shopper goes to this page of RozetkaPay or of the bank, and only then it is saved. */
  | { is: "to_confirm"; url: string }
  | { is: "refused" }
  | { is: "not_known" }

/** As a storefront reads it. */
export const publicCard = ({ isDefault, id, mask, brand, expiry, bank, name }: SavedCard) => ({
  id,
  mask,
  brand,
  expiry,
  bank,
  name,
  is_default: isDefault,
})
