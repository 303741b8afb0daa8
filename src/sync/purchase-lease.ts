import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isStoreId } from "../payments/external-id"
import type { SignedEvidence } from "../payments/gateway"
import { readMarks } from "../payments/marks"
import { endLease, holdLease, leaseOfPurchase } from "../workflows/lease"

/**
 * The one lock under which a purchase is judged, and everything that was written of it put right: all
 * its tries name the same. One whose purchase is not there is alone with itself.
 */
export const purchaseKeyOf = async (
  container: MedusaContainer,
  externalId: string,
  evidence: SignedEvidence[] = [],
): Promise<string> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions(
    { id: externalId },
    { select: ["id", "payment_collection_id"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: externalId })
  const told = evidence.map(({ metadata }) => readMarks(metadata)?.purchase).find(Boolean)
  return leaseOfPurchase(
    session?.payment_collection_id ?? payment?.payment_collection_id ?? told ?? externalId,
  )
}

/** Runs a job alone with the purchase of a try, in all processes that share Medusa's locking. */
export const aloneWithPurchase = async <Result>(
  container: MedusaContainer,
  { external_id, evidence }: { external_id: string; evidence?: SignedEvidence[] },
  job: () => Promise<Result>,
): Promise<Result> => {
  // A lock by a name that its database can't take is tried for half a minute.
  if (!isStoreId(external_id)) return job()
  const locking = container.resolve(Modules.LOCKING)
  const lease = await holdLease(locking, await purchaseKeyOf(container, external_id, evidence))
  return job().finally(() => endLease(locking, lease))
}
