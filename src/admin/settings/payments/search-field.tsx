import { Input, Label } from "@medusajs/ui"
import { useEffect, useId, useState } from "react"
import { useWords } from "../../use-words"

type Props = { text: string; onChange: (text: string) => void }

/** Long enough for a next letter to follow. */
const PAUSE_MS = 400

/** Looks for what was typed once the typing rests. */
export const SearchField = ({ text, onChange }: Props) => {
  const { say } = useWords()
  const id = useId()
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed.trim() === text) return
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  })
  return (
    <div className="flex w-full flex-col gap-y-1 sm:w-80">
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
        {say("settings.payments.search_label")}
      </Label>
      <Input
        id={id}
        size="small"
        autoComplete="off"
        placeholder={say("settings.payments.search")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
