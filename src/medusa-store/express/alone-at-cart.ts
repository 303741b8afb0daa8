import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { lookAgain } from "../../provider/look-again"
import { endLease, holdLease } from "../lease"

/**
 * Writes in a cart while nobody completes it.
 *
 * @throws `lookAgain` when another completes it: nothing is wrong with the cart
 */
export const aloneAtCart = async <Result>(
  container: MedusaContainer,
  cartId: string,
  job: () => Promise<Result>,
): Promise<Result> => {
  const locking = container.resolve(Modules.LOCKING)
  const lease = await holdLease(locking, cartId).catch(() => {
    throw lookAgain("The cart could not be written now: another request is completing it")
  })
  return job().finally(() => endLease(locking, lease))
}
