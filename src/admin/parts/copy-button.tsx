import { CheckMini, SquareTwoStackMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useWords } from "../use-words"
import { useCopied } from "./use-copied"

/** Copies, and says so where it was pressed: to eyes and to screen readers. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const { say } = useWords()
  const { copied, copy } = useCopied(text)
  return (
    <Button size="small" variant="secondary" type="button" onClick={copy}>
      {copied ? <CheckMini /> : <SquareTwoStackMini />}
      <span aria-live="polite">{copied ? say("shared.copied") : label}</span>
    </Button>
  )
}
