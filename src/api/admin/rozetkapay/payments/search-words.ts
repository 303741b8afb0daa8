import { externalId } from "../../../../core/external-id"
import { sessionOfOrder } from "../../../../core/order-id"
import type { SqlValue } from "../../../../provider/select-rows"
import { RRNS_APART } from "../../../../sync/how-paid-note"

/** Conditions of SQL, one of which must hold, and the values that they name. */
export type Search = {
  ofPayment: string[]
  /** Of a session that has no Payment: nothing is noted of how it is paid. */
  ofSession: string[]
  values: Record<string, SqlValue>
}

const LARGEST_ORDER_NUMBER = 2_147_483_647

const FOUND_BY_ORDER = `payment_collection_id in (
  select l.payment_collection_id from order_payment_collection l join "order" o on o.id = l.order_id
  where l.deleted_at is null and o.deleted_at is null and `
const FOUND_BY_CART = `payment_collection_id in (
  select l.payment_collection_id from cart_payment_collection l join cart k on k.id = l.cart_id
  where l.deleted_at is null and k.deleted_at is null and `

/**
 * What a text that staff look for may be, and so where to look: each look that a text can't mean is not
 * made, since some go through all payments.
 */
export const searchFor = (q: string): Search => {
  const search: Search = { ofPayment: [], ofSession: [], values: {} }
  const both = (condition: (table: string) => string) => {
    search.ofPayment.push(condition("p"))
    search.ofSession.push(condition("s"))
  }
  const numbered = q.replace(/^#/, "")
  if (isNumber(numbered) && Number(numbered) <= LARGEST_ORDER_NUMBER) {
    search.values.display_id = Number(numbered)
    both((table) => `${table}.${FOUND_BY_ORDER} o.display_id = :display_id)`)
  }
  search.values.custom_display_id = numbered
  both((table) => `${table}.${FOUND_BY_ORDER} o.custom_display_id = :custom_display_id)`)
  if (/^\d{4}$/.test(q)) {
    search.values.last_four = `%${q}`
    search.ofPayment.push(`p.metadata->>'rozetkapay_mask' like :last_four`)
  }
  if (/^[\w-]{5,100}$/.test(q)) {
    search.values.session_ids = sessionsNamed(q)
    search.values.q = q
    search.ofPayment.push("p.payment_session_id = any(:session_ids)", "p.id = :q")
    search.ofSession.push("s.id = any(:session_ids)")
    if (!isMedusaId(q)) {
      search.ofPayment.push(
        `:q = any(string_to_array(p.metadata->>'rozetkapay_rrn', '${RRNS_APART}'))`,
        `p.metadata->>'rozetkapay_id' = :q`,
      )
      both((table) => `${table}.data->>'payment_id' = :q`)
    }
  }
  if (/[^\d\s#]/.test(q) && !isMedusaId(q)) {
    search.values.email = `%${q.replace(/[\\%_]/g, "\\$&")}%`
    both((table) => `${table}.${FOUND_BY_ORDER} o.email ilike :email)`)
    search.ofSession.push(`s.${FOUND_BY_CART} k.email ilike :email)`)
  }
  return search
}

const isNumber = (text: string): boolean => /^\d{1,10}$/.test(text)

const isMedusaId = (text: string): boolean => /^pay(ses)?_/.test(text)

/** A session's id is RozetkaPay's key of it; a seller's order's key begins with it, and an old contract's is it without what all begin with. */
const sessionsNamed = (q: string): string[] => [
  q,
  `payses_${q}`,
  ...[sessionOfOrder(externalId(q))].filter((one) => one !== null),
]
