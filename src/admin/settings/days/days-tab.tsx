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
import { DayDifferences } from "./day-differences"
import { DaySums } from "./day-sums"

/** Days that the server answers for at once. */
const MOST = 14

export const DaysTab = () => {
  const { say } = useWords()
  const providerId = useReportProvider()
  const [period, setPeriod] = usePeriod(MOST)
  const asked = { provider_id: providerId ?? "", ...period }
  const query = useQuery({
    queryKey: [...queryKeys.all, "days", asked],
    queryFn: () => rozetkapay.days(asked),
    enabled: providerId !== null,
  })
  return (
    <>
      <Section
        title={say("settings.days.title")}
        subtitle={say("settings.days.subtitle")}
        actions={
          providerId && (
            <CsvButton
              path="/admin/rozetkapay/days/export"
              query={asked}
              name={`rozetkapay-days-${period.from}-${period.to}`}
            />
          )
        }
      >
        <ReportFilter providerId={providerId} period={period} most={MOST} onPeriod={setPeriod} />
        <NoProviders />
        {providerId && (
          <Loaded query={query}>
            {({ days }) =>
              days.length === 0 ? (
                <NothingHere
                  title={say("settings.days.empty")}
                  text={say("settings.days.empty_text")}
                />
              ) : (
                <DaySums days={days} />
              )
            }
          </Loaded>
        )}
      </Section>
      {query.data && query.data.days.length > 0 && <DayDifferences days={query.data.days} />}
    </>
  )
}
