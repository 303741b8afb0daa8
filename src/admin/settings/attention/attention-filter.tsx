import { Button } from "@medusajs/ui"
import { ATTENTION_KINDS, type Attention, type AttentionKind } from "../../../admin-client"
import { useWords } from "../../use-words"

type Props = {
  counts: Attention["counts"]
  chosen?: AttentionKind
  onChoose: (kind?: AttentionKind) => void
}

/** Of the kinds only those that there are: with none at all there is nothing to choose. */
export const AttentionFilter = ({ counts, chosen, onChoose }: Props) => {
  const { say } = useWords()
  const kinds = ATTENTION_KINDS.filter((kind) => counts[kind] > 0 || kind === chosen)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (kinds.length === 0) return null
  return (
    <fieldset className="flex flex-wrap gap-2 px-6 py-4">
      <legend className="sr-only">{say("settings.attention.filter")}</legend>
      <Kind
        text={say("settings.attention.all")}
        count={total}
        isChosen={!chosen}
        onClick={() => onChoose()}
      />
      {kinds.map((kind) => (
        <Kind
          key={kind}
          text={say(`settings.attention.kind.${kind}`)}
          count={counts[kind]}
          isChosen={kind === chosen}
          onClick={() => onChoose(kind)}
        />
      ))}
    </fieldset>
  )
}

type KindProps = { text: string; count: number; isChosen: boolean; onClick: () => void }

const Kind = ({ text, count, isChosen, onClick }: KindProps) => (
  <Button
    size="small"
    variant={isChosen ? "primary" : "secondary"}
    aria-pressed={isChosen}
    onClick={onClick}
  >
    {text} <span className="tabular-nums">{count}</span>
  </Button>
)
