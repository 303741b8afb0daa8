import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { Failure } from "../../parts/failure"
import { useWords } from "../../use-words"
import { Loaded } from "../loaded"
import { NothingHere } from "../nothing-here"
import { ProviderCard } from "./provider-card"
import { StoreCard } from "./store-card"
import { useProviders, useProvidersCheck } from "./use-providers"

export const OverviewTab = () => {
  const { say } = useWords()
  const query = useProviders()
  return (
    <>
      <ChecksNow />
      <Loaded query={query}>
        {({ providers, store }) => (
          <>
            {providers.map((provider) => (
              <ProviderCard key={provider.id} provider={provider} />
            ))}
            {providers.length === 0 && (
              <Container className="p-0">
                <NothingHere title={say("settings.no_providers")} />
              </Container>
            )}
            <StoreCard store={store} />
          </>
        )}
      </Loaded>
    </>
  )
}

const ChecksNow = () => {
  const { say } = useWords()
  const check = useProvidersCheck()
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{say("settings.providers.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {say("settings.providers.check_hint")}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          isLoading={check.isPending}
          onClick={() =>
            check.mutate(undefined, {
              onSuccess: () => toast.success(say("settings.providers.checked")),
            })
          }
        >
          {say("settings.providers.check")}
        </Button>
      </div>
      {check.isError && (
        <div className="px-6 pb-4">
          <Failure error={check.error} />
        </div>
      )}
    </Container>
  )
}
