import { Badge, Text } from "@medusajs/ui"
import type { By, TimelineEntry } from "../../admin-client"
import { useWords, type Words } from "../use-words"
import { refusedMovement, toldShopper } from "./code-sentence"

const COLORS = { success: "green", pending: "orange", failure: "red" } as const

const whatHappened = ({ kind, action }: TimelineEntry, { say }: Words): string => {
  if (kind !== "action") return say(`order.timeline.kind.${kind}`)
  return action ? say(`order.timeline.action.${action}`) : ""
}

const byWhom = ({ is, name }: By, { say }: Words): string => {
  if (name && (is === "admin" || is === "api_key")) {
    return say(`order.timeline.by.${is}_named`, { name })
  }
  return say(`order.timeline.by.${is}`)
}

const whyRefused = (entry: TimelineEntry, words: Words): string | null => {
  if (entry.status !== "failure") return null
  return entry.kind === "payment" ? toldShopper(entry.code, words) : refusedMovement(entry, words)
}

type Props = { entry: TimelineEntry; currency: string }

export const TimelineRow = ({ entry, currency }: Props) => {
  const words = useWords()
  const { say, money, time } = words
  const { status, amount, currency_code, at, by, code, note } = entry
  const why = whyRefused(entry, words)
  return (
    <li className="border-ui-border-base border-l-2 pl-3">
      <div className="flex items-start justify-between gap-x-2">
        <Text size="small" leading="compact" weight="plus" className="min-w-0">
          {whatHappened(entry, words)}
          {amount !== null && (
            <span className="whitespace-nowrap tabular-nums">
              {" "}
              {money(amount, currency_code ?? currency)}
            </span>
          )}
        </Text>
        <Badge size="2xsmall" color={COLORS[status]} className="shrink-0">
          {say(`order.timeline.status.${status}`)}
        </Badge>
      </div>
      <Text size="small" leading="compact" className="text-ui-fg-subtle pt-1">
        {at === null ? say("order.timeline.no_time") : <time dateTime={at}>{time(at)}</time>}
        {" · "}
        {byWhom(by, words)}
      </Text>
      {why && (
        <Text size="small" leading="compact" className="text-ui-fg-base break-words pt-1">
          {why}
        </Text>
      )}
      {note && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle break-words pt-1">
          {say("order.timeline.note", { note })}
        </Text>
      )}
      {code && status !== "success" && (
        <code className="txt-compact-xsmall text-ui-fg-subtle block break-all pt-1">{code}</code>
      )}
    </li>
  )
}
