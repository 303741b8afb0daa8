import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { aloneByLease } from "./lease"

/**
 * The lock that Medusa holds while it completes a cart, for as long as its order exists before its
 * Payment does. Acquired as Medusa acquires it: a provider may keep that apart from what `execute` locks.
 *
 * @throws when the cart is busy for longer than half a minute: it is looked at again with the next callback.
 */
export const aloneWithCart = <Result>(
  container: MedusaContainer,
  key: string,
  job: () => Promise<Result>,
): Promise<Result> => aloneByLease(container.resolve(Modules.LOCKING), key, job)
