import { Badge, StatusBadge } from "@medusajs/ui"
import type { ProviderHealth } from "../../../admin-client"
import { CopyButton } from "../../parts/copy-button"
import { useProviderName } from "../../use-provider-name"
import { useWords } from "../../use-words"
import { Fact, Facts, Hint } from "../facts"
import { Section } from "../section"
import { KeysState } from "./keys-state"
import { ReachabilityState } from "./reachability-state"
import { ReconcileRuns } from "./reconcile-runs"

const ENVIRONMENT_COLOR = { live: "green", test: "orange", sandbox: "purple" } as const

export const ProviderCard = ({ provider }: { provider: ProviderHealth }) => {
  const { say, time, relative } = useWords()
  const nameOf = useProviderName()
  const { environment, last_callback_at } = provider
  return (
    <Section
      title={nameOf(provider)}
      subtitle={provider.id}
      actions={
        <>
          {!provider.is_enabled && (
            <StatusBadge color="grey">{say("settings.providers.disabled")}</StatusBadge>
          )}
          <StatusBadge color={ENVIRONMENT_COLOR[environment]}>
            {say(`settings.providers.environment.${environment}`)}
          </StatusBadge>
        </>
      }
    >
      <Facts>
        <Fact name={say("settings.providers.money")}>
          {say(`settings.providers.environment_hint.${environment}`)}
        </Fact>
        <Fact name={say("settings.providers.keys")}>
          <KeysState keys={provider.keys} />
        </Fact>
        <Fact name={say("settings.providers.reach")}>
          <ReachabilityState reachability={provider.reachability} />
        </Fact>
        <Fact name={say("settings.providers.last_callback")}>
          {last_callback_at
            ? `${time(last_callback_at)} (${relative(last_callback_at)})`
            : say("settings.never")}
        </Fact>
        <Fact name={say("settings.providers.steps")}>
          {say(provider.two_step ? "settings.providers.two_step" : "settings.providers.one_step")}
        </Fact>
        <Fact name={say("settings.providers.currencies")}>
          {provider.currencies.map((currency) => currency.toUpperCase()).join(", ") || "–"}
        </Fact>
        <Fact name={say("settings.providers.regions")}>
          <Regions regions={provider.regions} />
        </Fact>
        <Fact name={say("settings.providers.callback_url")}>
          <Address url={provider.callback_url} />
        </Fact>
        <Fact name={say("settings.providers.return_url")}>
          <Address url={provider.return_url} />
        </Fact>
      </Facts>
      <ReconcileRuns runs={provider.last_runs} of={nameOf(provider)} />
    </Section>
  )
}

const Regions = ({ regions }: Pick<ProviderHealth, "regions">) => {
  const { say } = useWords()
  if (regions.length === 0) return <Hint>{say("settings.providers.no_regions")}</Hint>
  return (
    <ul className="flex flex-wrap gap-1">
      {regions.map(({ id, name }) => (
        <li key={id}>
          <Badge size="2xsmall">{name}</Badge>
        </li>
      ))}
    </ul>
  )
}

const Address = ({ url }: { url: string }) => {
  const { say } = useWords()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <code className="txt-compact-small min-w-0 break-all">{url}</code>
      <CopyButton text={url} label={say("settings.copy")} />
    </div>
  )
}
