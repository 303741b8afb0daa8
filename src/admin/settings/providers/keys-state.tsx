import { StatusBadge } from "@medusajs/ui"
import type { KeyCheck } from "../../../admin-client"
import { TechnicalDetails } from "../../parts/technical-details"
import { useWords } from "../../use-words"
import { Hint } from "../facts"

const COLOR = { known: "green", refused: "red", unanswered: "orange" } as const

export const KeysState = ({ keys }: { keys: KeyCheck | null }) => {
  const { say, relative } = useWords()
  if (!keys) return <>{say("settings.providers.keys_not_tried")}</>
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge color={COLOR[keys.is]}>
          {say(`settings.providers.keys_are.${keys.is}`)}
        </StatusBadge>
        <span>{relative(keys.at)}</span>
      </div>
      {keys.is !== "known" && <Hint>{say(`settings.providers.keys_hint.${keys.is}`)}</Hint>}
      {keys.message && <TechnicalDetails text={keys.message} />}
    </>
  )
}
