import { CopiedRows, type CopyingStore, type Written } from "./copied-rows"

const ITEMS = "select id from cart_line_item where cart_id = :id"
const METHODS = "select id from cart_shipping_method where cart_id = :id"

/** Filled, and nothing of it paid. */
const CART: Written = {
  rows: {
    customer:
      "id = (select customer_id from cart where id = :id) and email = :email and not has_account",
    cart_address:
      "id in (select unnest(array[shipping_address_id, billing_address_id]) from cart where id = :id)",
    cart: "id = :id",
    cart_line_item: "cart_id = :id",
    cart_line_item_adjustment: `item_id in (${ITEMS})`,
    cart_line_item_tax_line: `item_id in (${ITEMS})`,
    cart_shipping_method: "cart_id = :id",
    cart_shipping_method_adjustment: `shipping_method_id in (${METHODS})`,
    cart_shipping_method_tax_line: `shipping_method_id in (${METHODS})`,
  },
}

const ORDERED = "select item_id from order_item where order_id = :id"
const COLLECTION = "select payment_collection_id from order_payment_collection where order_id = :id"

/** Written by staff for somebody on the telephone, and the link by which it is paid, if there is one. */
const ORDER: Written = {
  rows: {
    customer:
      'id = (select customer_id from "order" where id = :id) and email = :email and not has_account',
    order_address:
      'id in (select unnest(array[shipping_address_id, billing_address_id]) from "order" where id = :id)',
    order: "id = :id",
    order_summary: "order_id = :id",
    order_item: "order_id = :id",
    order_line_item: `id in (${ORDERED})`,
    order_line_item_adjustment: `item_id in (${ORDERED})`,
    order_line_item_tax_line: `item_id in (${ORDERED})`,
    payment_collection: `id in (${COLLECTION})`,
    order_payment_collection: "order_id = :id",
  },
  numbered: { table: "order", column: "display_id", sequence: "order_display_id_seq" },
}

/** What most tests begin with, given by copying: see CopiedRows. */
export type Copies = { carts: CopiedRows; orders: CopiedRows }

export const copiesIn = (store: CopyingStore): Copies => ({
  carts: new CopiedRows(CART, store),
  orders: new CopiedRows(ORDER, store),
})

/** Of the stores that run in processes of their own. */
const elsewhere = new Map<string, Partial<Copies>>()

export const giveCopies = (url: string, copies: Partial<Copies>): void => {
  elsewhere.set(url, copies)
}

/** Those of the running store at this address, if it gives any. */
export function copiesOf(url: string): Partial<Copies> {
  const running = globalThis.__bootedStore
  return (running?.url === url ? running.copies : elsewhere.get(url)) ?? {}
}
