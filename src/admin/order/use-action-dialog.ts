import { useRef, useState } from "react"
import type { ActionName } from "./permitted-actions"

/** Which dialog of a payment is open, and where the focus goes when it is closed. */
export const useActionDialog = () => {
  const [open, setOpen] = useState<ActionName | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const menu = useRef<HTMLButtonElement>(null)
  return {
    open,
    menu,
    show: (name: ActionName, from: HTMLElement | null) => {
      opener.current = from
      setOpen(name)
    },
    close: () => setOpen(null),
    /** The button that opened it may go with what was done; the menu stays. */
    done: () => {
      opener.current = menu.current
      setOpen(null)
    },
    returnFocus: () => opener.current?.focus(),
  }
}
