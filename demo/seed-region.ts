import { createRegionsWorkflow, updateRegionsWorkflow } from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { MODES } from "./store-modes"

const offers = z
  .array(
    z.object({ payment_providers: z.array(z.object({ id: z.string() }).nullable()).nullish() }),
  )
  .transform(([region]) => region?.payment_providers?.flatMap((one) => one?.id ?? []) ?? [])

/**
 * Offers this mode's provider, and no other mode's: a database that the other mode filled would
 * offer a provider that is not registered now. What staff have added stays.
 */
async function offer(container: MedusaContainer, regionId: string, providerId: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["payment_providers.id"],
    filters: { id: regionId },
  })
  const offered = offers.parse(data)
  const ofModes = Object.values(MODES).map((mode) => mode.providerId)
  const wanted = [providerId, ...offered.filter((id) => !ofModes.includes(id))]
  if (wanted.length === offered.length && offered.includes(providerId)) return
  await updateRegionsWorkflow(container).run({
    input: { selector: { id: regionId }, update: { payment_providers: wanted } },
  })
}

/** Ukraine, in hryvnias with VAT, paying through this provider. */
export async function seedRegion(container: MedusaContainer, providerId: string): Promise<string> {
  const [known] = await container
    .resolve(Modules.REGION)
    .listRegions({ currency_code: "uah" }, { take: 1 })
  if (known) {
    await offer(container, known.id, providerId)
    return known.id
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Україна",
          currency_code: "uah",
          countries: ["ua"],
          payment_providers: [providerId],
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
