import { Table } from "@medusajs/ui"
import type { Page } from "../../admin-client"
import { useWords } from "../use-words"

type Props = Page & { onOffset: (offset: number) => void }

/** Below a list that has more than one page. */
export const Paging = ({ count, offset, limit, onOffset }: Props) => {
  const translations = usePagingWords()
  if (count <= limit && offset === 0) return null
  return (
    <Table.Pagination
      className="flex-wrap [&_div]:flex-wrap"
      count={count}
      pageSize={limit}
      pageIndex={Math.floor(offset / limit)}
      pageCount={Math.ceil(count / limit)}
      canPreviousPage={offset > 0}
      canNextPage={offset + limit < count}
      previousPage={() => onOffset(Math.max(0, offset - limit))}
      nextPage={() => onOffset(offset + limit)}
      translations={translations}
    />
  )
}

export const usePagingWords = () => {
  const { say } = useWords()
  return {
    of: say("settings.paging.of"),
    results: say("settings.paging.results"),
    pages: say("settings.paging.pages"),
    prev: say("settings.paging.prev"),
    next: say("settings.paging.next"),
  }
}
