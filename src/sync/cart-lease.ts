import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { endLease, holdLease } from "./lease"

/**
 * The lock that Medusa holds while it completes a cart, for as long as its order exists before its
 * Payment does. Acquired as Medusa acquires it: a provider may keep that apart from what `execute` locks.
 *
 * @throws when the cart is busy for longer than half a minute: it is looked at again with the next callback.
 */
export const aloneWithCart = async <Result>(
  container: MedusaContainer,
  key: string,
  job: () => Promise<Result>,
): Promise<Result> => {
  const locking = container.resolve(Modules.LOCKING)
  const lease = await holdLease(locking, key)
  return job().finally(() => endLease(locking, lease))
}
