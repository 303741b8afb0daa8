import { CheckMini, SquareTwoStackMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useWords } from "../use-words"

/** Copies, and says so where it was pressed: to eyes and to screen readers. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <Button
      size="small"
      variant="secondary"
      type="button"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? <CheckMini /> : <SquareTwoStackMini />}
      <span aria-live="polite">{copied ? say("shared.copied") : label}</span>
    </Button>
  )
}
