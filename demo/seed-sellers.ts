import { updateProductsWorkflow } from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Seller } from "./store-modes"

/** Where `rozetkapay-batch` looks, unless its options say otherwise. */
const FIELD = "rozetkapay_seller"

/** Says whose each product is; a product that somebody gave to another seller stays theirs. */
export async function seedSellers(container: MedusaContainer, sellers: Seller[]): Promise<void> {
  for (const { key, products: handles } of sellers) {
    const products = await container.resolve(Modules.PRODUCT).listProducts({ handle: handles })
    const nobodys = products.filter(({ metadata }) => !metadata?.[FIELD])
    if (nobodys.length === 0) continue
    await updateProductsWorkflow(container).run({
      input: {
        products: nobodys.map(({ id, metadata }) => ({
          id,
          metadata: { ...metadata, [FIELD]: key },
        })),
      },
    })
  }
}
