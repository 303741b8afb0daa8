import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import type { KeyCheck, ProviderHealth, Reachability } from "../../../../admin-client/providers"
import { callbackUrl } from "../../../../provider/callback-urls"
import { type FoundProvider, findProviders } from "../../../../provider/find-provider"
import { inTime } from "../../../../provider/in-time"
import { checkKeysOf, lastKeyAnswer } from "../../../../provider/key-answers"
import { LastAnswers } from "../../../../provider/last-answers"
import { lastCallbackAt } from "../../../../provider/last-callback"
import {
  isOwnMachine,
  type ReachabilityAnswer,
  tryToReach,
} from "../../../../provider/reachability"
import { openMemory } from "../../../../workflows/reconcile/reconcile-memory"

/** Every RozetkaPay provider that the store has loaded. @param check whether keys and address are tried now */
export const providersHealth = async (
  container: MedusaContainer,
  check: boolean,
): Promise<ProviderHealth[]> => {
  const [found, regions] = await Promise.all([findProviders(container), regionsOf(container)])
  return Promise.all(
    found.map(async (one) => {
      const own = regions.filter(({ providers }) => providers.includes(one.id))
      return {
        ...(await healthOf(container, one, check)),
        currencies: [...new Set(own.map(({ currency_code }) => currency_code))],
        regions: own.map(({ id, name }) => ({ id, name })),
      }
    }),
  )
}

const healthOf = async (
  container: MedusaContainer,
  { id, provider: { adapter, options } }: FoundProvider,
  check: boolean,
): Promise<Omit<ProviderHealth, "currencies" | "regions">> => {
  const callback_url = callbackUrl(options, id)
  const environment = adapter.environment(options)
  const isForNobody = environment !== "sandbox" && isOwnMachine(callback_url)
  const [keys, reachability, last_callback_at, memory] = await Promise.all([
    check ? keysNow(() => checkKeysOf(adapter, options)) : lastKeyAnswer(adapter, options),
    check
      ? reached.ask(id, async () =>
          isForNobody ? FOR_NOBODY : tryToReach(container, id, callback_url),
        )
      : reached.of(id),
    lastCallbackAt(container, id),
    openMemory(container, id, false),
  ])
  return {
    id,
    title: adapter.title,
    is_enabled: true,
    environment,
    two_step: !options.capture,
    callback_url,
    return_url: `${callback_url}/return/{session_id}`,
    keys: keys && { is: keys.is, at: keys.at, message: keys.message },
    reachability,
    last_callback_at,
    last_runs: memory.value.runs,
  }
}

const reached = new LastAnswers<ReachabilityAnswer>()

const FOR_NOBODY: ReachabilityAnswer = {
  is: "not_reached",
  milliseconds: null,
  message:
    "This address is the server's own machine, which RozetkaPay can't call: set the option backendUrl.",
} satisfies Omit<Reachability, "at">

/** Milliseconds: more than a call to RozetkaPay ever takes. */
const KEYS_LONGEST = 15_000

const keysNow = (ask: () => Promise<KeyCheck>): Promise<KeyCheck> =>
  inTime(ask(), KEYS_LONGEST, () => ({
    is: "unanswered",
    at: new Date().toISOString(),
    message: "RozetkaPay did not answer in time",
  }))

const region = z.object({
  id: z.string(),
  name: z.string(),
  currency_code: z.string(),
  payment_providers: z.array(z.object({ id: z.string() }).nullish()).nullish(),
})

const regionsOf = async (container: MedusaContainer) => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["id", "name", "currency_code", "payment_providers.id"],
  })
  return z
    .array(region)
    .parse(data)
    .map(({ payment_providers, ...one }) => ({
      ...one,
      providers: (payment_providers ?? []).flatMap((provider) => provider?.id ?? []),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
