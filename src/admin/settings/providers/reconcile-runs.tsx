import { Badge, Heading, Text } from "@medusajs/ui"
import type { ReconcileRun } from "../../../admin-client"
import { TechnicalDetails } from "../../parts/technical-details"
import { useWords } from "../../use-words"
import { type Column, WideTable } from "../wide-table"

/** Newest first. `of`: whose they are. */
export const ReconcileRuns = ({ runs, of }: { runs: ReconcileRun[]; of: string }) => {
  const { say, time, locale } = useWords()
  const columns: Column<ReconcileRun>[] = [
    { title: say("settings.providers.run.began"), cell: (run) => time(run.began_at) },
    {
      title: say("settings.providers.run.took"),
      isNumber: true,
      cell: (run) => duration(run.milliseconds, locale),
    },
    { title: say("settings.providers.run.checked"), isNumber: true, cell: (run) => run.checked },
    {
      title: say("settings.providers.run.compared"),
      isNumber: true,
      cell: (run) => run.operations_compared,
    },
    {
      title: say("settings.providers.run.differences"),
      isNumber: true,
      cell: (run) => <Marked count={run.differences} />,
    },
    {
      title: say("settings.providers.run.announced"),
      isNumber: true,
      cell: (run) => run.announced,
    },
    {
      title: say("settings.providers.run.errors"),
      isNumber: true,
      cell: (run) => <Marked count={run.errors.length} />,
    },
  ]
  const errors = runs.flatMap((run) => run.errors.map((error) => `${run.began_at} ${error}`))
  return (
    <div>
      <div className="px-6 py-4">
        <Heading level="h3">{say("settings.providers.runs")}</Heading>
        {runs.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {say("settings.providers.no_runs")}
          </Text>
        )}
        {runs[0]?.has_more && (
          <Text size="small" className="text-ui-fg-subtle">
            {say("settings.providers.run.more")}
          </Text>
        )}
        {errors.length > 0 && <TechnicalDetails text={errors.join("\n")} />}
      </div>
      {runs.length > 0 && (
        <WideTable
          label={`${say("settings.providers.runs")}: ${of}`}
          columns={columns}
          rows={runs}
          keyOf={(run) => run.began_at}
        />
      )}
    </div>
  )
}

const Marked = ({ count }: { count: number }) =>
  count === 0 ? (
    <>0</>
  ) : (
    <Badge size="2xsmall" color="orange">
      {count}
    </Badge>
  )

const duration = (milliseconds: number, locale: string): string => {
  const isShort = milliseconds < 1000
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isShort ? "millisecond" : "second",
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? milliseconds : milliseconds / 1000)
}
