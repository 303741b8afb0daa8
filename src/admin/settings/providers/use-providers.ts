import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { rozetkapay } from "../../client"
import { queryKeys } from "../../query-keys"

const key = [...queryKeys.all, "providers"]

export const useProviders = () =>
  useQuery({ queryKey: key, queryFn: () => rozetkapay.providers(false), staleTime: 60_000 })

/** Tries keys and callback addresses now; the page shows what came of it. */
export const useProvidersCheck = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => rozetkapay.providers(true),
    onSuccess: (answer) => client.setQueryData(key, answer),
  })
}
