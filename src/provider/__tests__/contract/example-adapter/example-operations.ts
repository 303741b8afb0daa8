import type { Operation } from "../../../../core/operation"
import type { BankOperation } from "./bank"

/** The bank's word on one operation, in the port's: what is not surely done or refused is not yet. */
export const operationOf = ({ id, kind, status, amount, currency }: BankOperation): Operation => ({
  id,
  transaction: null,
  kind: kind === "charge" ? "authorize" : kind,
  ...(kind === "charge" && { says: "charge" }),
  status: statusOf(status),
  amount,
  currency,
  ...(status === "refused" && { decline: { code: "refused_by_bank", description: null } }),
})

/** A word that is not known means "not yet". */
export const statusOf = (word: string): Operation["status"] =>
  ({ done: "success" as const, refused: "failure" as const })[word] ?? "pending"
