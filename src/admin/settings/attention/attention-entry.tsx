import { StatusBadge, Text } from "@medusajs/ui"
import type { AttentionItem, AttentionKind } from "../../../admin-client"
import { CopyButton } from "../../parts/copy-button"
import { TechnicalDetails } from "../../parts/technical-details"
import { type TextKey, useWords } from "../../use-words"
import { OrderLink } from "../order-link"
import { Countdown } from "./countdown"
import { ReturnUnexplained } from "./return-unexplained"

const COLOR: Record<AttentionKind, "red" | "orange" | "purple"> = {
  difference: "orange",
  unexplained: "purple",
  refund_failed: "red",
  hold_lapsing: "orange",
  chargeback: "red",
  hold_lost_by_edit: "orange",
  waiting_long: "orange",
  paid_and_canceled: "red",
}

type Props = { item: AttentionItem; mayReturn: boolean }

/** What happened, what it means, and what staff can do about it. */
export const AttentionEntry = ({ item, mayReturn }: Props) => {
  const { say, time, money } = useWords()
  const { kind, since, until, amount, currency_code, order } = item
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge color={COLOR[kind]}>{say(`settings.attention.kind.${kind}`)}</StatusBadge>
        {amount !== null && currency_code !== null && (
          <Text size="small" weight="plus" className="tabular-nums">
            {money(amount, currency_code)}
          </Text>
        )}
        {order && (
          <span className="txt-compact-small">
            <OrderLink order={order} />
          </span>
        )}
        <Text size="small" className="text-ui-fg-subtle">
          {say("settings.attention.since", { time: time(since) })}
        </Text>
      </div>
      {until && <Countdown until={until} />}
      <Text size="small">{say(`settings.attention.means.${kind}`)}</Text>
      <Text size="small" className="text-ui-fg-subtle">
        <span className="txt-compact-small-plus">{say("settings.attention.todo")}:</span>{" "}
        {say(adviceKey(item))}
      </Text>
      {kind === "unexplained" && <BelongsTo item={item} />}
      <div className="flex flex-wrap items-center gap-2">
        <code className="txt-compact-xsmall text-ui-fg-subtle min-w-0 break-all">
          {item.external_id}
        </code>
        <CopyButton text={item.external_id} label={say("settings.copy")} />
        {kind === "unexplained" && <ReturnUnexplained item={item} isPermitted={mayReturn} />}
      </div>
      {item.detail && <TechnicalDetails text={item.detail} />}
    </li>
  )
}

/** Where there is no order, there is no page of one to go to. */
const adviceKey = ({ kind, order }: AttentionItem): TextKey =>
  !order && (kind === "difference" || kind === "waiting_long")
    ? `settings.attention.do_without_order.${kind}`
    : `settings.attention.do.${kind}`

const BelongsTo = ({ item }: { item: AttentionItem }) => {
  const { say } = useWords()
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {item.belongs_to ? (
        <>
          {say("settings.attention.belongs_to")} <OrderLink order={item.belongs_to} />
        </>
      ) : (
        say("settings.attention.belongs_to_none")
      )}
    </Text>
  )
}
