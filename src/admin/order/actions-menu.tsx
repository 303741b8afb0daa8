import { EllipsisHorizontal } from "@medusajs/icons"
import { clx, DropdownMenu, IconButton } from "@medusajs/ui"
import { forwardRef } from "react"
import type { PaymentActions, WhyNot } from "../../admin-client"
import { useWords } from "../use-words"
import type { ActionName } from "./permitted-actions"

const ORDER: ActionName[] = [
  "sync",
  "capture",
  "refund",
  "cancel_remainder",
  "capture_by_seller",
  "refund_by_seller",
  "retry_refund",
  "cancel_refund",
  "resend_callback",
]

/** What this kind of payment never has is left out; what it can't just now says why. */
const NEVER: WhyNot[] = ["no_sellers", "not_deferred_here", "no_deferred_refund"]

/** Of those that move money by the whole payment there are buttons, when they are possible. */
const HAVE_BUTTONS: ActionName[] = ["capture", "refund", "cancel_remainder"]

type Props = { actions: PaymentActions; onChoose: (name: ActionName) => void }

export const ActionsMenu = forwardRef<HTMLButtonElement, Props>(({ actions, onChoose }, ref) => {
  const { say } = useWords()
  const offered = ORDER.filter((name) => {
    const action = actions[name]
    return action.is ? !HAVE_BUTTONS.includes(name) : !NEVER.includes(action.why)
  })
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton ref={ref} size="small" aria-label={say("order.actions.menu")}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="max-w-80">
        {offered.map((name) => {
          const action = actions[name]
          return (
            <DropdownMenu.Item
              key={name}
              // Not `disabled`: the reason is for who comes by keyboard as well.
              aria-disabled={!action.is}
              onSelect={(event) => (action.is ? onChoose(name) : event.preventDefault())}
              className="flex-col items-start"
            >
              <span className={clx(!action.is && "text-ui-fg-muted")}>
                {say(`order.actions.${name}`)}
              </span>
              {!action.is && (
                <span className="txt-compact-xsmall text-ui-fg-subtle text-pretty pt-1">
                  {say(`order.why.${action.why}`)}
                </span>
              )}
            </DropdownMenu.Item>
          )
        })}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
})
ActionsMenu.displayName = "ActionsMenu"
