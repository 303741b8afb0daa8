import { Container, Heading, Skeleton } from "@medusajs/ui"
import { Failure } from "../parts/failure"
import { useWords } from "../use-words"
import { hasPayments, isPaidOtherwise, type OrderOfPage } from "./order-of-page"
import { OutstandingCard } from "./outstanding-card"
import { PaymentCard } from "./payment-card"
import { TriesCard } from "./tries-card"
import { useOrderPayments } from "./use-order-payments"

/** All of RozetkaPay's on an order's page. Nothing, for an order that it has nothing to do with. */
export const OrderPaymentsPanel = ({ order }: { order: OrderOfPage }) => {
  const { data, error, refetch } = useOrderPayments(order.id)
  if (!data && isPaidOtherwise(order)) return null
  if (!data) return error ? <Unread error={error} onRetry={refetch} /> : <Loading />
  const { payments, tries, outstanding } = data
  const isOurs = payments.length > 0 || tries.length > 0
  return (
    <div data-rozetkapay="order" className="flex flex-col gap-y-3">
      {error && <Unread error={error} onRetry={refetch} />}
      {payments.map((payment) => (
        <PaymentCard
          key={payment.payment_id}
          order={order}
          payment={payment}
          lostByEdit={data.holds_lost_by_edit}
        />
      ))}
      {outstanding && (isOurs || !hasPayments(order)) && (
        <OutstandingCard order={data.order} outstanding={outstanding} payments={payments} />
      )}
      {tries.length > 0 && <TriesCard tries={tries} />}
    </div>
  )
}

const Unread = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { say } = useWords()
  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <Heading level="h2">{say("order.title")}</Heading>
      <Failure error={error} onRetry={onRetry} />
    </Container>
  )
}

const Loading = () => {
  const { say } = useWords()
  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4" role="status" aria-busy>
      <span className="sr-only">{say("shared.loading")}</span>
      <Skeleton className="h-6 w-32" />
      <Skeleton className="h-40 w-full" />
    </Container>
  )
}
