import { StatusBadge } from "@medusajs/ui"
import type { Reachability } from "../../../admin-client"
import { TechnicalDetails } from "../../parts/technical-details"
import { useWords } from "../../use-words"
import { Hint } from "../facts"

const COLOR = { reached: "green", not_reached: "red", answered_by_another: "orange" } as const

export const ReachabilityState = ({ reachability }: { reachability: Reachability | null }) => {
  const { say, relative } = useWords()
  if (!reachability) return <>{say("settings.providers.reach_not_tried")}</>
  const { is, at, milliseconds, message } = reachability
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge color={COLOR[is]}>{say(`settings.providers.reach_is.${is}`)}</StatusBadge>
        <span>
          {relative(at)}
          {milliseconds !== null &&
            `, ${say("settings.providers.milliseconds", { count: milliseconds })}`}
        </span>
      </div>
      {is !== "reached" && <Hint>{say(`settings.providers.reach_hint.${is}`)}</Hint>}
      {message && <TechnicalDetails text={message} />}
    </>
  )
}
