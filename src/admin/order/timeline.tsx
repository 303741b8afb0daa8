import { Button, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import type { TimelineEntry } from "../../admin-client"
import { useWords } from "../use-words"
import { TimelineRow } from "./timeline-row"

/** So many are seen without asking for more. */
const FIRST = 4

type Props = { entries: TimelineEntry[]; currency: string }

/** Who did what, when, and with which outcome: newest first. */
export const Timeline = ({ entries, currency }: Props) => {
  const { say } = useWords()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? entries : entries.slice(0, FIRST)
  return (
    <div>
      <Heading level="h3" className="txt-compact-small-plus pb-3">
        {say("order.timeline.title")}
      </Heading>
      {entries.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {say("order.timeline.empty")}
        </Text>
      )}
      <ol className="flex flex-col gap-y-4">
        {shown.map((entry) => (
          <TimelineRow key={entry.id} entry={entry} currency={currency} />
        ))}
      </ol>
      {entries.length > FIRST && (
        <Button
          className="mt-3"
          size="small"
          variant="transparent"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole
            ? say("order.timeline.fewer")
            : say("order.timeline.all", { count: entries.length })}
        </Button>
      )}
    </div>
  )
}
