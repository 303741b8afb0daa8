import { Button, Prompt } from "@medusajs/ui"
import { type ReactNode, useRef } from "react"
import { useWords } from "../use-words"
import { Failure } from "./failure"

type Props = {
  title: string
  /** The amount, and what the shopper will see; null: there is no amount yet. */
  about: string | null
  confirm: string
  /** What can't be undone is red. */
  isFinal?: boolean
  canConfirm?: boolean
  isPending: boolean
  error: unknown
  children?: ReactNode
  onConfirm: () => void
  onClose: () => void
  /** The dialog is gone: the focus goes back to where it was opened. */
  onClosed: () => void
}

/** Asks once more, in words, before something is done; stays open while it is, and when it was refused. */
export const Dialog = ({ title, about, confirm, children, ...props }: Props) => {
  const { say } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const { isFinal = false, canConfirm = true, isPending, error } = props
  return (
    <Prompt open onOpenChange={(isOpen) => !isOpen && !isPending && props.onClose()}>
      <Prompt.Content
        data-rozetkapay="dialog"
        className="max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] overflow-y-auto sm:max-w-[440px]"
        onOpenAutoFocus={(event) => {
          const field = form.current?.querySelector<HTMLElement>("input:not([readonly])")
          if (!field) return
          event.preventDefault()
          field.focus()
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          props.onClosed()
        }}
      >
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault()
            if (canConfirm && !isPending) props.onConfirm()
          }}
        >
          <Prompt.Header>
            <Prompt.Title>{title}</Prompt.Title>
            <Prompt.Description className="text-pretty">{about}</Prompt.Description>
          </Prompt.Header>
          {(children || Boolean(error)) && (
            <div className="flex flex-col gap-y-4 px-6 pt-4">
              {children}
              {error ? <Failure error={error} /> : null}
            </div>
          )}
          <Prompt.Footer>
            <Prompt.Cancel type="button" disabled={isPending}>
              {say("shared.go_back")}
            </Prompt.Cancel>
            <Button
              type="submit"
              size="small"
              variant={isFinal ? "danger" : "primary"}
              isLoading={isPending}
              disabled={!canConfirm || isPending}
            >
              {confirm}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
