import { CheckMini, SquareTwoStackMini } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useWords } from "../use-words"
import { useCopied } from "./use-copied"

/** Beside a number. `name` says what is copied. */
export const CopyIcon = ({ text, name }: { text: string; name: string }) => {
  const { say } = useWords()
  const { copied, copy } = useCopied(text)
  return (
    <>
      <IconButton
        size="2xsmall"
        variant="transparent"
        type="button"
        aria-label={say("shared.copy_what", { what: name })}
        onClick={copy}
      >
        {copied ? <CheckMini /> : <SquareTwoStackMini />}
      </IconButton>
      <span role="status" className="sr-only">
        {copied && say("shared.copied")}
      </span>
    </>
  )
}
