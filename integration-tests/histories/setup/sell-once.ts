import { z } from "zod"
import { seedProduct } from "../../setup/seed-store"
import type { OpenStore } from "./open-store"

const variants = z.object({ variants: z.array(z.object({ product_id: z.string() })).length(1) })

/** Goods that staff sells for a while, and takes out of the shop. */
export async function sellOnce({
  admin: { api },
  seed: { salesChannelId, profileId, currency },
}: OpenStore): Promise<{ variantId: string; remove(): Promise<void> }> {
  const variantId = await seedProduct(api, {
    title: `Залишок ${Date.now()}`,
    price: "499.00",
    currency,
    profileId,
    salesChannelId,
  })
  const remove = async () => {
    const found = await api.get(
      variants,
      `/admin/product-variants?id=${variantId}&fields=product_id`,
    )
    await api.delete(z.unknown(), `/admin/products/${found.variants[0]?.product_id}`)
  }
  return { variantId, remove }
}
