import { z } from "zod"
import { decimal } from "./kopiykas"

const product = z.object({
  id: z.string(),
  name: z.string(),
  quantity: z.string().regex(/^[1-9]\d*$/),
  net_amount: z.string().regex(/^\d+\.\d{2}$/),
  tax_group: z.int().optional(),
})
const shape = z.object({ amount: z.number(), products: z.array(product).default([]) })

/** The lines of a request to the gateway, what they add up to, and what it asks for. */
export const receiptOf = (body: unknown) => {
  const { amount, products } = shape.parse(body)
  const total = products.reduce(
    (all, one) => all + BigInt(one.quantity) * BigInt(one.net_amount.replace(".", "")),
    0n,
  )
  return { amount: amount.toFixed(2), total: decimal(total), products }
}
