import { Skeleton } from "@medusajs/ui"
import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Failure } from "../parts/failure"
import { useWords } from "../use-words"

type Props<Answer> = {
  query: UseQueryResult<Answer>
  children: (answer: Answer) => ReactNode
}

/** What was asked for, or that it is under way, or why it is not there. */
export const Loaded = <Answer,>({ query, children }: Props<Answer>) => {
  if (query.data !== undefined && !query.isError) return children(query.data)
  if (query.isError) {
    return (
      <div className="p-6">
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </div>
    )
  }
  return <Loading />
}

const Loading = () => {
  const { say } = useWords()
  return (
    <div className="flex flex-col gap-y-2 p-6" role="status">
      <span className="sr-only">{say("settings.loading")}</span>
      <Skeleton className="h-7 w-full" />
      <Skeleton className="h-7 w-full" />
      <Skeleton className="h-7 w-full" />
    </div>
  )
}
