import { toast } from "@medusajs/ui"
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { OrderPayments, PaymentOfOrder } from "../../admin-client"
import { isOfOrders, queryKeys } from "../query-keys"

/** The core's own sections show the order's money, too, and the settings list what needs attention. */
export const refreshOrder = (client: QueryClient): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: queryKeys.all }),
    client.invalidateQueries({ predicate: isOfOrders }),
  ])

export type Movement = {
  orderId: string
  /** The payment as it is then; null: it is to be read anew. */
  move: () => Promise<PaymentOfOrder | null>
  done: string
  onDone: () => void
  onRefused?: (error: unknown) => void
}

/** Does one thing with a payment, once, and has everything shown anew, whether it was done or not. */
export const useMovement = ({ orderId, move, done, onDone, onRefused }: Movement) => {
  const client = useQueryClient()
  // A second press may come before the button is shown as disabled.
  const isStarted = useRef(false)
  const showAnew = () => {
    isStarted.current = false
    void refreshOrder(client)
  }
  const mutation = useMutation({
    mutationFn: move,
    // What was not answered may have been done: a person looks before it is sent again.
    retry: false,
    onSuccess: (payment) => {
      if (payment) showMoved(client, orderId, payment)
      showAnew()
      toast.success(done)
      onDone()
    },
    onError: (error) => {
      showAnew()
      onRefused?.(error)
    },
  })
  const { isPending, error } = mutation
  return {
    isPending,
    error,
    start: () => {
      if (isStarted.current) return
      isStarted.current = true
      mutation.mutate()
    },
  }
}

const showMoved = (client: QueryClient, orderId: string, moved: PaymentOfOrder) =>
  client.setQueryData<OrderPayments>(
    queryKeys.orderPayments(orderId),
    (known) =>
      known && {
        ...known,
        payments: known.payments.map((one) => (one.payment_id === moved.payment_id ? moved : one)),
      },
  )
