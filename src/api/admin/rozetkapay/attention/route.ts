import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { ATTENTION_KINDS, type Attention, type AttentionKind } from "../../../../admin-client"
import { readAttention } from "../../../../attention/read-attention"
import { staffError } from "../../../../errors"

const asked = z.object({
  kind: z.enum(ATTENTION_KINDS).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

/**
 * What staff must look at, newest trouble first; empty is the normal state. Query: `kind`, `offset`, `limit`
 * (1 to 100, default 20). RozetkaPay is not asked.
 *
 * 200; 400 when the query can't be read.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<Attention>,
): Promise<void> => {
  const query = asked.safeParse(req.query)
  if (!query.success) {
    throw staffError("query_unreadable", {
      names: query.error.issues.map(({ path }) => path.join(".")).join(", "),
    })
  }
  const { kind, offset, limit } = query.data
  const all = await readAttention(req.scope)
  const items = all.filter((one) => kind === undefined || one.kind === kind)
  res.json({
    items: items.slice(offset, offset + limit),
    counts: countsOf(all.map((one) => one.kind)),
    count: items.length,
    offset,
    limit,
  })
}

const countsOf = (kinds: AttentionKind[]): Record<AttentionKind, number> => {
  const counts = {
    difference: 0,
    unexplained: 0,
    refund_failed: 0,
    hold_lapsing: 0,
    chargeback: 0,
    hold_lost_by_edit: 0,
    waiting_long: 0,
    paid_and_canceled: 0,
  }
  for (const kind of kinds) counts[kind] += 1
  return counts
}
