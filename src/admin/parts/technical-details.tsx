import { useWords } from "../use-words"
import { CopyButton } from "./copy-button"

/** For support: folded, as text alone, and to copy as a whole. */
export const TechnicalDetails = ({ text }: { text: string }) => {
  const { say } = useWords()
  return (
    <details className="mt-2">
      <summary className="txt-compact-small text-ui-fg-subtle cursor-pointer">
        {say("shared.technical")}
      </summary>
      <pre className="txt-compact-xsmall bg-ui-bg-subtle text-ui-fg-subtle my-2 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-md p-2">
        {text}
      </pre>
      <CopyButton text={text} label={say("shared.copy_technical")} />
    </details>
  )
}
