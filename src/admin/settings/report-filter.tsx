import { useWords } from "../use-words"
import { Choice } from "./choice"
import type { Period } from "./period"
import { PeriodPicker } from "./period-picker"
import { useProviders } from "./providers/use-providers"
import { useAddress } from "./use-address"

/** Whose report it is: the address's provider, else the first that is switched on. Null: not known yet. */
export const useReportProvider = (): string | null => {
  const named = useAddress().part("provider_id")
  const providers = useProviders().data?.providers ?? []
  const chosen =
    providers.find(({ id }) => id === named) ??
    providers.find(({ is_enabled }) => is_enabled) ??
    providers[0]
  return chosen?.id ?? named
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
  const address = useAddress()
  const providers = useProviders().data?.providers ?? []
  return (
    <div className="flex flex-wrap items-start gap-3 px-6 py-4">
      {providers.length > 1 && providerId && (
        <Choice
          label={say("settings.provider")}
          value={providerId}
          options={providers.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(id) => address.change({ provider_id: id })}
        />
      )}
      <PeriodPicker period={period} most={most} onChange={onPeriod} />
    </div>
  )
}
