import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflowId } from "@medusajs/medusa/core-flows"
import { inHookContext } from "../provider/hook-context"
import type { CompletedCart, Reading } from "../sync/store"

/** Medusa's own workflow is idempotent by cart and undoes itself (and the payment) when it fails. */
export const completeCart = (
  container: MedusaContainer,
  cartId: string,
  read: Reading,
): Promise<CompletedCart> => {
  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  return inHookContext({ ledger: { ...read, readAt: Date.now() } }, async () => {
    const { errors, transaction } = await engine.run(completeCartWorkflowId, {
      input: { id: cartId },
      throwOnError: false,
    })
    return { error: errors?.[0]?.error, isFinished: transaction.hasFinished() }
  })
}
