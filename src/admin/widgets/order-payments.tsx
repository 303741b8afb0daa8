import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { useOrderPayments } from "../order/use-order-payments"
import { useWords } from "../use-words"

const OrderPaymentsWidget = ({ data }: { data: { id: string } }) => {
  const { say } = useWords()
  const { data: answer } = useOrderPayments(data.id)
  return answer?.payments.map(({ payment_id }) => (
    <Container key={payment_id} className="divide-y p-0">
      <Heading level="h2">{say("order.title")}</Heading>
    </Container>
  ))
}

export const config = defineWidgetConfig({
  id: "rozetkapay-order-payments",
  zone: "order.details.side",
})

export default OrderPaymentsWidget
