import { Failure } from "../parts/failure"
import { useWords } from "../use-words"
import { NothingHere } from "./nothing-here"
import { useProviders } from "./providers/use-providers"

/** A report needs a provider: says it when there is none, or when it can't be known. */
export const NoProviders = () => {
  const { say } = useWords()
  const { data, isError, error, refetch } = useProviders()
  if (isError) {
    return (
      <div className="p-6">
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  return data?.providers.length === 0 ? <NothingHere title={say("settings.no_providers")} /> : null
}
