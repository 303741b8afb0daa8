import { z } from "zod"
import type { ApiClient } from "../../drivers/api-client"
import type { Seed } from "../../setup/seed-store"
import { SOLD_FOR } from "../store-process/payment-kinds"

const found = z.object({ variants: z.array(z.object({ product_id: z.string() })).length(1) })

/** Says of each thing whose it is, as a marketplace's staff does; the delivery stays nobody's. */
export async function giveToSellers(admin: ApiClient, { variants }: Seed): Promise<void> {
  for (const [name, id] of Object.entries(variants)) {
    const seller = Object.entries(SOLD_FOR).find(([goods]) => goods === name)?.[1]
    if (!seller) continue
    const list = await admin.get(found, `/admin/product-variants?id=${id}&fields=product_id`)
    const path = `/admin/products/${list.variants[0]?.product_id}/variants/${id}`
    await admin.post(z.unknown(), path, { metadata: { rozetkapay_seller: seller } })
  }
}
