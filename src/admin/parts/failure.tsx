import { Alert, Button } from "@medusajs/ui"
import { Refusal, refusalKey, technicalText } from "../refusal"
import { useWords, type Words } from "../use-words"
import { TechnicalDetails } from "./technical-details"

/** A sentence on which staff can act, in the dashboard's language. */
export const refusalSentence = (error: unknown, { say, hasText }: Words): string => {
  const code = error instanceof Refusal ? refusalKey(error) : null
  const key = `shared.refusals.${code}`
  return say(code && hasText(key) ? key : "shared.refusals.unknown")
}

type Props = { error: unknown; onRetry?: () => void }

/** What went wrong and what to do about it; the technical part is folded. */
export const Failure = ({ error, onRetry }: Props) => {
  const words = useWords()
  return (
    <Alert variant="error" role="alert">
      <p>{refusalSentence(error, words)}</p>
      <TechnicalDetails text={technicalText(error)} />
      {onRetry && (
        <Button className="mt-2" size="small" variant="secondary" onClick={onRetry}>
          {words.say("shared.try_again")}
        </Button>
      )}
    </Alert>
  )
}
