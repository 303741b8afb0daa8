import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useId } from "react"
import type { OrderPayments, Outstanding, PaymentOfOrder } from "../../admin-client"
import { rozetkapay } from "../client"
import { Failure } from "../parts/failure"
import { usePermitted } from "../use-permitted"
import { useWords } from "../use-words"
import { isGivenUp } from "./given-up"
import { PaymentLink } from "./payment-link"
import { refreshOrder } from "./use-movement"

type Props = {
  order: OrderPayments["order"]
  outstanding: Outstanding
  payments: PaymentOfOrder[]
}

/** What nobody has paid yet, and a page to send the shopper to. */
export const OutstandingCard = ({ order, outstanding, payments }: Props) => {
  const { say, money } = useWords()
  const permitted = usePermitted()
  const client = useQueryClient()
  const heading = useId()
  const amount = money(outstanding.amount, outstanding.currency_code)
  const { can_make_link: possible } = outstanding
  const making = useMutation({
    mutationFn: () => rozetkapay.makePaymentLink(order.id),
    retry: false,
    onSuccess: () => void refreshOrder(client),
  })
  const url = making.data?.url ?? outstanding.link_url
  const mayMake = permitted("payment_collection:create") && permitted("payment_collection:update")
  const why = mayMake ? !possible.is && possible.why : "not_permitted"
  const about = isGivenUp(outstanding, payments) ? "given_up" : "about"
  return (
    <Container role="region" aria-labelledby={heading} className="divide-y p-0">
      <Heading level="h2" id={heading} className="px-6 py-4">
        {say("order.link.title")}: {amount}
      </Heading>
      <div className="flex flex-col items-start gap-y-4 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {say(`order.link.${url ? "made" : about}`, { amount })}
        </Text>
        {url && <PaymentLink url={url} amount={amount} order={order} />}
        {!url && !why && (
          <Button
            size="small"
            variant="secondary"
            isLoading={making.isPending}
            disabled={making.isPending}
            onClick={() => making.mutate()}
          >
            {say("order.link.make")}
          </Button>
        )}
        {!url && why && (
          <Text size="small" className="text-ui-fg-subtle">
            {say(`order.why.${why}`)}
          </Text>
        )}
        {making.error && <Failure error={making.error} />}
      </div>
    </Container>
  )
}
