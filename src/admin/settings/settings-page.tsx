import { Badge, Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useWords } from "../use-words"
import { AttentionTab } from "./attention/attention-tab"
import { useAttention } from "./attention/use-attention"
import { DaysTab } from "./days/days-tab"
import { PaymentsTab } from "./payments/payments-tab"
import { PayoutsTab } from "./payouts/payouts-tab"
import { OverviewTab } from "./providers/overview-tab"
import { oneOf, useAddress } from "./use-address"

const TABS = ["overview", "attention", "payments", "payouts", "days"] as const
type Tab = (typeof TABS)[number]

const CONTENT: Record<Tab, () => React.ReactNode> = {
  overview: OverviewTab,
  attention: AttentionTab,
  payments: PaymentsTab,
  payouts: PayoutsTab,
  days: DaysTab,
}

/** Each tab has an address of its own: `?tab=payments`. */
export const SettingsPage = () => {
  const { say } = useWords()
  const address = useAddress()
  const tab = oneOf(TABS, address.part("tab")) ?? "overview"
  const Content = CONTENT[tab]
  return (
    <div data-rozetkapay="settings" className="flex flex-col gap-y-3">
      <Container className="px-6 py-4">
        <Heading>{say("settings.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {say("settings.subtitle")}
        </Text>
      </Container>
      <Tabs
        value={tab}
        activationMode="manual"
        onValueChange={(chosen) => address.open(chosen === "overview" ? {} : { tab: chosen })}
      >
        <Tabs.List className="flex-wrap gap-1" aria-label={say("settings.tabs.label")}>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name}>
              {say(`settings.tabs.${name}`)}
              {name === "attention" && <AttentionCount />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={tab} className="mt-3 flex flex-col gap-y-3">
          <Content />
        </Tabs.Content>
      </Tabs>
    </div>
  )
}

const AttentionCount = () => {
  const { say } = useWords()
  const { data } = useAttention({})
  const count = data ? Object.values(data.counts).reduce((sum, each) => sum + each, 0) : 0
  if (count === 0) return null
  return (
    <Badge size="2xsmall" color="red" rounded="full" className="ml-1.5">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{say("settings.tabs.attention_count", { count })}</span>
    </Badge>
  )
}
