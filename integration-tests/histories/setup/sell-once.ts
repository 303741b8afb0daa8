import { z } from "zod"
import { seedProduct } from "../../setup/seed-store"
import type { OpenStore } from "./open-store"

const profiles = z.object({ shipping_profiles: z.array(z.object({ id: z.string() })) })
const variants = z.object({ variants: z.array(z.object({ product_id: z.string() })).length(1) })

/** Goods that staff sells for a while, and takes out of the shop. */
export async function sellOnce({
  admin: { api },
  seed: { salesChannelId },
}: OpenStore): Promise<{ variantId: string; remove(): Promise<void> }> {
  const { shipping_profiles } = await api.get(profiles, "/admin/shipping-profiles?limit=50")
  const profileId = shipping_profiles.at(-1)?.id ?? ""
  const variantId = await seedProduct(api, {
    title: `Залишок ${Date.now()}`,
    price: "499.00",
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
