import { CheckCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { ATTENTION_KINDS, type Attention, type AttentionKind } from "../../../admin-client"
import { usePermitted } from "../../use-permitted"
import { useWords } from "../../use-words"
import { Loaded } from "../loaded"
import { NothingHere } from "../nothing-here"
import { Paging } from "../paging"
import { Section } from "../section"
import { oneOf, useAddress, wholeNumber } from "../use-address"
import { AttentionEntry } from "./attention-entry"
import { AttentionFilter } from "./attention-filter"
import { useAttention } from "./use-attention"

export const AttentionTab = () => {
  const { say } = useWords()
  const address = useAddress()
  const kind = oneOf(ATTENTION_KINDS, address.part("kind"))
  const query = useAttention({ kind, offset: wholeNumber(address.part("offset")) })
  return (
    <Section title={say("settings.attention.title")} subtitle={say("settings.attention.subtitle")}>
      <Loaded query={query}>
        {(attention) => (
          <>
            <AttentionFilter
              counts={attention.counts}
              chosen={kind}
              onChoose={(chosen) => address.change({ kind: chosen ?? null, offset: null })}
            />
            <Entries attention={attention} kind={kind} />
            <Paging
              {...attention}
              onOffset={(offset) => address.change({ offset: offset ? String(offset) : null })}
            />
          </>
        )}
      </Loaded>
    </Section>
  )
}

const Entries = ({ attention, kind }: { attention: Attention; kind?: AttentionKind }) => {
  const { say } = useWords()
  const mayReturn = usePermitted()("refund:create")
  if (attention.items.length === 0) {
    return kind ? (
      <NothingHere title={say("settings.attention.empty_of_kind")} />
    ) : (
      <NothingHere
        icon={<CheckCircleSolid className="text-ui-tag-green-icon" />}
        title={say("settings.attention.empty_title")}
        text={say("settings.attention.empty")}
      />
    )
  }
  return (
    <>
      {!mayReturn && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {say("settings.read_only")}
        </Text>
      )}
      <ul className="divide-y">
        {attention.items.map((item) => (
          <AttentionEntry key={item.id} item={item} mayReturn={mayReturn} />
        ))}
      </ul>
    </>
  )
}
