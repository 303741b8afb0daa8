import { EllipsisHorizontal } from "@medusajs/icons"
import { clx, DropdownMenu, IconButton } from "@medusajs/ui"
import { forwardRef } from "react"
import type { PaymentActions } from "../../admin-client"
import { useWords } from "../use-words"
import type { ActionName } from "./permitted-actions"

type Props = {
  names: ActionName[]
  actions: PaymentActions
  onChoose: (name: ActionName) => void
}

export const ActionsMenu = forwardRef<HTMLButtonElement, Props>(
  ({ names, actions, onChoose }, ref) => {
    const { say } = useWords()
    return (
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton
            ref={ref}
            size="small"
            variant="transparent"
            aria-label={say("order.actions.menu")}
          >
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end" className="max-w-80">
          {names.map((name) => {
            const action = actions[name]
            return (
              <DropdownMenu.Item
                key={name}
                // Not `disabled`: the reason is for who comes by keyboard as well.
                aria-disabled={!action.is}
                onSelect={(event) => (action.is ? onChoose(name) : event.preventDefault())}
                className="flex-col items-start"
              >
                <span className={clx(!action.is && "text-ui-fg-subtle")}>
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
  },
)
ActionsMenu.displayName = "ActionsMenu"
