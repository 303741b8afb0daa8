import { Button } from "@medusajs/ui"
import { useRef, useState } from "react"
import type { PaymentActions as Actions, PaymentOfOrder } from "../../admin-client"
import { usePermitted } from "../use-permitted"
import { useWords } from "../use-words"
import { ActionsMenu } from "./actions-menu"
import { DialogOfAction } from "./dialogs/dialog-of-action"
import type { OrderOfPage } from "./order-of-page"
import { type ActionName, permittedActions } from "./permitted-actions"

/** What moves money stands open, when it is possible; all else is in the menu. */
const MOVES = ["capture", "refund", "cancel_remainder"] as const

type Props = { order: OrderOfPage; payment: PaymentOfOrder }

export const PaymentActions = ({ order, payment }: Props) => {
  const { say } = useWords()
  const permitted = usePermitted()
  const actions: Actions = permittedActions(payment.actions, permitted)
  const [open, setOpen] = useState<ActionName | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const menu = useRef<HTMLButtonElement>(null)
  const show = (name: ActionName, from: HTMLElement | null) => {
    opener.current = from
    setOpen(name)
  }
  // What opened the dialog may be gone with the movement; the menu always is there.
  const returnFocus = () => {
    const target = opener.current?.isConnected ? opener.current : menu.current
    target?.focus()
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {MOVES.filter((name) => actions[name].is).map((name) => (
        <Button
          key={name}
          size="small"
          variant="secondary"
          onClick={(event) => show(name, event.currentTarget)}
        >
          {say(`order.actions.${name}`)}
        </Button>
      ))}
      <ActionsMenu ref={menu} actions={actions} onChoose={(name) => show(name, menu.current)} />
      {open && (
        <DialogOfAction
          name={open}
          order={order}
          payment={payment}
          onClose={() => setOpen(null)}
          onClosed={returnFocus}
        />
      )}
    </div>
  )
}
