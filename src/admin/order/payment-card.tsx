import { Button, Container, Heading, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import type { OrderPayments, PaymentOfOrder } from "../../admin-client"
import { usePermitted } from "../use-permitted"
import { useWords } from "../use-words"
import { ActionsMenu } from "./actions-menu"
import { AgreementBadge } from "./agreement-badge"
import { AgreementNote } from "./agreement-note"
import { DialogOfAction } from "./dialogs/dialog-of-action"
import { DeferredRefund, HoldLostByEdit, HoldUntil } from "./hold-notes"
import { HowPaid } from "./how-paid"
import { NumbersForSupport } from "./numbers-for-support"
import { offeredActions } from "./offered-actions"
import { isBeingEdited, type OrderOfPage } from "./order-of-page"
import { permittedActions } from "./permitted-actions"
import { SellersShares } from "./sellers-shares"
import { SumsTable } from "./sums-table"
import { Timeline } from "./timeline"
import { useActionDialog } from "./use-action-dialog"

type Props = {
  order: OrderOfPage
  payment: PaymentOfOrder
  lostByEdit: OrderPayments["holds_lost_by_edit"]
}

/** One payment: what both ledgers say, what can be done, how it was paid, what happened. */
export const PaymentCard = ({ order, payment: asRead, lostByEdit }: Props) => {
  const { say, money, time } = useWords()
  const payment = { ...asRead, actions: permittedActions(asRead.actions, usePermitted()) }
  const dialog = useActionDialog()
  const heading = useId()
  const { currency_code: currency, payment_id, agreement, hold_until, sellers } = payment
  const hold = lostByEdit.find((one) => one.payment_id === payment_id)
  const offered = offeredActions(payment)
  // As the core's own row of the payment has it.
  const id = `#${payment_id.slice(-7)}`
  const created = time(payment.created_at)
  const amount = money(payment.store.authorized, currency)
  return (
    <Container
      role="region"
      aria-labelledby={heading}
      className="divide-y p-0"
      data-rozetkapay-payment={payment_id}
    >
      <header className="flex items-start justify-between gap-x-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2" id={heading}>
            <span aria-hidden>{say("order.title")}</span>
            <span className="sr-only">
              {say("order.payment_of", { id, amount, time: created })}
            </span>
          </Heading>
          <Text size="small" leading="compact" className="text-ui-fg-subtle pt-1">
            {id} · {say(`order.purpose.${payment.purpose}`)}: {amount}, {created}
          </Text>
        </div>
        <div className="flex shrink-0 items-center gap-x-2">
          <AgreementBadge is={agreement.is} />
          <ActionsMenu
            ref={dialog.menu}
            names={offered.menu}
            actions={payment.actions}
            onChoose={(name) => dialog.show(name, dialog.menu.current)}
          />
        </div>
      </header>
      <Section>
        <AgreementNote agreement={agreement} currency={currency} />
        <SumsTable {...payment} />
        <DeferredRefund {...payment} />
        {hold_until && <HoldUntil until={hold_until} />}
        {hold && (
          <HoldLostByEdit
            amount={hold.amount}
            currency={hold.currency_code}
            isBeingEdited={isBeingEdited(order)}
          />
        )}
        {offered.buttons.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {offered.buttons.map((name) => (
              <Button
                key={name}
                size="small"
                variant="secondary"
                onClick={(event) => dialog.show(name, event.currentTarget)}
              >
                {say(`order.actions.${name}`)}
              </Button>
            ))}
          </div>
        )}
      </Section>
      {sellers && sellers.length > 0 && (
        <Section>
          <SellersShares sellers={sellers} currency={currency} />
        </Section>
      )}
      <Section>
        <HowPaid {...payment} />
        <NumbersForSupport {...payment} />
      </Section>
      <Section>
        <Timeline entries={payment.timeline} currency={currency} />
      </Section>
      {dialog.open && (
        <DialogOfAction
          name={dialog.open}
          order={order}
          payment={payment}
          onDone={dialog.done}
          onClose={dialog.close}
          onClosed={dialog.returnFocus}
        />
      )}
    </Container>
  )
}

const Section = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-y-4 px-6 py-4">{children}</div>
)
