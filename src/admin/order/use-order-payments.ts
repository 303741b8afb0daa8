import { useQuery } from "@tanstack/react-query"
import { rozetkapay } from "../client"
import { queryKeys } from "../query-keys"

/** All RozetkaPay payments of an order, and what can be done with them. */
export const useOrderPayments = (orderId: string) =>
  useQuery({
    queryKey: queryKeys.orderPayments(orderId),
    queryFn: () => rozetkapay.orderPayments(orderId),
    // Sums of money: what another window did is seen when this one is looked at again.
    staleTime: 0,
    refetchOnWindowFocus: true,
  })
