import { Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { rozetkapay } from "../../client"
import { Failure } from "../../parts/failure"
import { queryKeys } from "../../query-keys"
import { useWords } from "../../use-words"
import { CsvButton } from "../csv-button"
import { usePagingWords } from "../paging"
import { todayInKyiv } from "../period"
import { useAddress } from "../use-address"
import { usePaymentColumns } from "./payment-columns"
import { PaymentFilters } from "./payment-filters"
import { isFiltered, PAYMENTS_LIMIT, queryFrom } from "./payments-query"

export const PaymentsTab = () => {
  const { say } = useWords()
  const address = useAddress()
  const asked = queryFrom(address.part)
  const paging = usePagingWords()
  const query = useQuery({
    queryKey: [...queryKeys.all, "payments", asked],
    queryFn: () => rozetkapay.payments(asked),
    placeholderData: keepPreviousData,
  })
  const table = useDataTable({
    columns: usePaymentColumns(),
    data: query.data?.payments ?? [],
    rowCount: query.data?.count ?? 0,
    getRowId: (row) => `${row.payment_id}${row.external_id}`,
    isLoading: query.isPending,
    // Anywhere in a row but on its buttons is as good as on its link, which those use who have no mouse.
    onRowClick: ({ target, currentTarget }) => {
      const isOwn = target instanceof Element && target.closest("a, button")
      if (!isOwn) currentTarget.querySelector("a")?.click()
    },
    pagination: {
      state: {
        pageIndex: Math.floor((asked.offset ?? 0) / PAYMENTS_LIMIT),
        pageSize: PAYMENTS_LIMIT,
      },
      onPaginationChange: ({ pageIndex }) =>
        address.change({ offset: pageIndex ? String(pageIndex * PAYMENTS_LIMIT) : null }),
    },
  })
  const { offset: _, limit: __, ...exported } = asked
  return (
    <Container className="overflow-hidden p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <Heading level="h2">{say("settings.payments.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {say("settings.payments.subtitle")}
            </Text>
          </div>
          <CsvButton
            path="/admin/rozetkapay/payments/export"
            query={exported}
            name={`rozetkapay-payments-${todayInKyiv(new Date())}`}
          />
        </DataTable.Toolbar>
        <PaymentFilters asked={asked} />
        {query.isError ? (
          <div className="border-t p-6">
            <Failure error={query.error} onRetry={() => void query.refetch()} />
          </div>
        ) : (
          <>
            <DataTable.Table
              emptyState={{
                empty: {
                  heading: say(
                    `settings.payments.${isFiltered(asked) ? "filtered_empty" : "empty"}`,
                  ),
                  description: say(
                    `settings.payments.${isFiltered(asked) ? "filtered_empty_text" : "empty_text"}`,
                  ),
                },
              }}
            />
            <div className="shrink-0 [&_div]:flex-wrap">
              <DataTable.Pagination translations={paging} />
            </div>
          </>
        )}
      </DataTable>
    </Container>
  )
}
