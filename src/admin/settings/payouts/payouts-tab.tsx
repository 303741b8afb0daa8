import { useQuery } from "@tanstack/react-query"
import { rozetkapay } from "../../client"
import { queryKeys } from "../../query-keys"
import { useWords } from "../../use-words"
import { CsvButton } from "../csv-button"
import { Loaded } from "../loaded"
import { NoProviders } from "../no-providers"
import { NothingHere } from "../nothing-here"
import { ReportFilter, useReportProvider } from "../report-filter"
import { Section } from "../section"
import { usePeriod } from "../use-period"
import { MissingPayouts } from "./missing-payouts"
import { PayoutEntry } from "./payout-entry"

/** Days that the server answers for at once. */
const MOST = 31

export const PayoutsTab = () => {
  const { say } = useWords()
  const providerId = useReportProvider()
  const [period, setPeriod] = usePeriod(MOST)
  const asked = { provider_id: providerId ?? "", ...period }
  const query = useQuery({
    queryKey: [...queryKeys.all, "payouts", asked],
    queryFn: () => rozetkapay.payouts(asked),
    enabled: providerId !== null,
  })
  return (
    <>
      <Section
        title={say("settings.payouts.title")}
        subtitle={say("settings.payouts.subtitle")}
        actions={
          providerId && (
            <CsvButton
              path="/admin/rozetkapay/payouts/export"
              query={asked}
              name={`rozetkapay-payouts-${period.from}-${period.to}`}
            />
          )
        }
      >
        <ReportFilter providerId={providerId} period={period} most={MOST} onPeriod={setPeriod} />
        <NoProviders />
        {providerId && (
          <Loaded query={query}>
            {({ payouts }) =>
              payouts.length === 0 ? (
                <NothingHere
                  title={say("settings.payouts.empty")}
                  text={say("settings.payouts.empty_text")}
                />
              ) : (
                <ul className="divide-y">
                  {payouts.map((payout) => (
                    <PayoutEntry key={`${payout.day} ${payout.currency_code}`} payout={payout} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        )}
      </Section>
      {query.data && <MissingPayouts missing={query.data.missing} />}
    </>
  )
}
