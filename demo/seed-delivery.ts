import {
  createShippingOptionsWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { SHIPPING } from "./catalogue"

const CARRIER = "manual_manual"
const WAREHOUSE = "Склад, Житомир"

async function seedWarehouse(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const [known] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ name: WAREHOUSE }, { take: 1 })
  if (known) return known.id
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: WAREHOUSE,
          address: { city: "Житомир", country_code: "ua", address_1: "вул. Київська, 77" },
        },
      ],
    },
  })
  const [location] = result
  if (!location) throw new Error("The stock location was not made")
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: CARRIER },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location.id, add: [salesChannelId] },
  })
  return location.id
}

async function seedServiceZone(container: MedusaContainer, locationId: string): Promise<string> {
  const name = "Доставка Україною"
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const [known] = await fulfilment.listServiceZones({ name }, { take: 1 })
  if (known) return known.id
  const set = await fulfilment.createFulfillmentSets({
    name,
    type: "shipping",
    service_zones: [{ name, geo_zones: [{ country_code: "ua", type: "country" }] }],
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  const [zone] = set.service_zones
  if (!zone) throw new Error("The service zone was not made")
  return zone.id
}

export interface DeliveryInput {
  salesChannelId: string
  regionId: string
  shippingProfileId: string
}

/** One warehouse, one carrier, one flat price for all of Ukraine. */
export async function seedDelivery(container: MedusaContainer, input: DeliveryInput) {
  const options = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ name: SHIPPING.name }, { take: 1 })
  if (options.length > 0) return
  const locationId = await seedWarehouse(container, input.salesChannelId)
  const serviceZoneId = await seedServiceZone(container, locationId)
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: SHIPPING.name,
        price_type: "flat",
        provider_id: CARRIER,
        service_zone_id: serviceZoneId,
        shipping_profile_id: input.shippingProfileId,
        type: { label: SHIPPING.nameEn, description: "1–3 дні", code: SHIPPING.code },
        prices: [{ currency_code: "uah", amount: SHIPPING.price }],
        rules: [
          { attribute: "enabled_in_store", value: "true", operator: "eq" },
          { attribute: "is_return", value: "false", operator: "eq" },
        ],
      },
    ],
  })
}
