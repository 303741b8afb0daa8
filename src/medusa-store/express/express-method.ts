type Method = { shipping_option_id?: string | null }

/**
 * The method of a cart's by which its express order is sent. Goods of another kind have one of their own,
 * which is not to be written over.
 *
 * @param named the options that may send express orders
 */
export const expressMethod = <One extends Method>(methods: One[], named: string[]): One | null => {
  const [only, ...others] = methods
  if (others.length === 0) return only ?? null
  return methods.find((one) => named.includes(one.shipping_option_id ?? "")) ?? null
}
