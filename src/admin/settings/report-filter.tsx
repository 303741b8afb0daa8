import type { ProviderHealth } from "../../admin-client"
import { useProviderName } from "../use-provider-name"
import { useWords } from "../use-words"
import { Choice } from "./choice"
import type { Period } from "./period"
import { PeriodPicker } from "./period-picker"
import { useProviders } from "./providers/use-providers"
import { useAddress } from "./use-address"

/** Whose report it is: the address's provider, else the one that was paid by last. Null: not known yet. */
export const useReportProvider = (): string | null => {
  const named = useAddress().part("provider_id")
  const providers = useProviders().data?.providers ?? []
  if (named && (providers.length === 0 || providers.some(({ id }) => id === named))) return named
  const lately = (provider: ProviderHealth) => provider.last_callback_at ?? ""
  return [...providers].sort((a, b) => (lately(a) < lately(b) ? 1 : -1))[0]?.id ?? null
}

type Props = {
  providerId: string | null
  period: Period
  most: number
  onPeriod: (period: Period) => void
}

/** Which provider's report, and of which days. */
export const ReportFilter = ({ providerId, period, most, onPeriod }: Props) => {
  const { say } = useWords()
  const nameOf = useProviderName()
  const address = useAddress()
  const providers = useProviders().data?.providers ?? []
  return (
    <div className="flex flex-wrap items-start gap-3 px-6 py-4">
      {providers.length > 1 && providerId && (
        <Choice
          label={say("settings.provider")}
          value={providerId}
          options={providers.map((provider) => ({ value: provider.id, text: nameOf(provider) }))}
          onChange={(id) => address.change({ provider_id: id })}
        />
      )}
      <PeriodPicker period={period} most={most} onChange={onPeriod} />
    </div>
  )
}
