import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AttentionKind } from "../../../admin-client"
import { rozetkapay } from "../../client"
import { queryKeys } from "../../query-keys"
import { Refusal } from "../../refusal"

/** On one page of the list. */
export const ATTENTION_LIMIT = 20

type Shown = { kind?: AttentionKind; offset?: number }

const key = [...queryKeys.all, "attention"]

/** The first page of all kinds is asked for by the tab's count as well: one answer serves both. */
export const useAttention = ({ kind, offset = 0 }: Shown) =>
  useQuery({
    queryKey: [...key, kind ?? "all", offset],
    queryFn: () => rozetkapay.attention({ kind, offset, limit: ATTENTION_LIMIT }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

export type ReturnOutcome = "returned" | "gone"

/**
 * Safe to press twice, in two windows: what is not in the list any more has gone back already. `onDone` is
 * called even when the entry has left the list by then.
 */
export const useReturnUnexplained = (
  externalId: string,
  onDone: (outcome: ReturnOutcome) => void,
) => {
  const client = useQueryClient()
  const mutationKey = [...key, "return", externalId]
  const { mutate, ...state } = useMutation({
    mutationKey,
    mutationFn: async (): Promise<ReturnOutcome> => {
      try {
        await rozetkapay.returnUnexplained(externalId)
        return "returned"
      } catch (error) {
        if (error instanceof Refusal && error.status === 404) return "gone"
        throw error
      } finally {
        void client.invalidateQueries({ queryKey: queryKeys.all })
      }
    },
    onSuccess: onDone,
  })
  /** A second click may come before the button is seen as disabled. */
  const returnIt = () => {
    if (client.isMutating({ mutationKey }) === 0) mutate()
  }
  return { ...state, returnIt }
}
