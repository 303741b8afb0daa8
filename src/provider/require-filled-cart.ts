import { container } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { shopperError } from "../errors"
import type { ShopperLanguage } from "../messages/language"
import { filledBy } from "./express-mark"
import type { SessionData } from "./session-data"
import type { StoreSession } from "./store-records"

const linked = z.object({ cart: z.object({ metadata: z.unknown() }).nullish() })

/**
 * The cart of an express payment knows neither address nor recipient until syncing has written them. A
 * storefront that completes it before that would place an order that nobody can send. And one that still
 * says what another try's buyer agreed to pay on delivery, while this one is paid for, would be paid for
 * twice: syncing takes that out first.
 *
 * @throws MedusaError with which completing answers "not yet"
 */
export const requireFilledCart = async (
  { payment_collection_id }: StoreSession,
  { mode, external_id }: SessionData,
  language: ShopperLanguage,
): Promise<void> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart.metadata"],
    filters: { payment_collection_id },
  })
  const found = linked.safeParse(data[0]).data
  const wanted = mode === "express_checkout" ? external_id : null
  if (filledBy(found?.cart?.metadata) !== wanted) throw shopperError("confirming", language)
}
