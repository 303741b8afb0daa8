import { createRegionsWorkflow, updateRegionsWorkflow } from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { MODES, providersOf } from "./store-modes"

const offers = z
  .array(
    z.object({ payment_providers: z.array(z.object({ id: z.string() }).nullable()).nullish() }),
  )
  .transform(([region]) => region?.payment_providers?.flatMap((one) => one?.id ?? []) ?? [])

/**
 * Offers this mode's providers, and no other mode's: a database that the other mode filled would
 * offer a provider that is not registered now. What staff have added stays.
 */
async function offer(container: MedusaContainer, regionId: string, providerIds: string[]) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["payment_providers.id"],
    filters: { id: regionId },
  })
  const offered = offers.parse(data)
  const ofModes = Object.values(MODES).flatMap(providersOf)
  const wanted = [...providerIds, ...offered.filter((id) => !ofModes.includes(id))]
  if (wanted.length === offered.length && wanted.every((id) => offered.includes(id))) return
  await updateRegionsWorkflow(container).run({
    input: { selector: { id: regionId }, update: { payment_providers: wanted } },
  })
}

/** Ukraine, in hryvnias with VAT, paying through these providers. */
export async function seedRegion(
  container: MedusaContainer,
  providerIds: string[],
): Promise<string> {
  const [known] = await container
    .resolve(Modules.REGION)
    .listRegions({ currency_code: "uah" }, { take: 1 })
  if (known) {
    await offer(container, known.id, providerIds)
    return known.id
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Україна",
          currency_code: "uah",
          countries: ["ua"],
          payment_providers: providerIds,
          automatic_taxes: true,
          is_tax_inclusive: true,
        },
      ],
    },
  })
  const [region] = result
  if (!region) throw new Error("The region was not made")
  return region.id
}
