import { createHash } from "node:crypto"
import { z } from "zod"
import type { ApiClient } from "../drivers/api-client"

/** Where shoppers live, and what a store asks of them there. */
export type Place = {
  region: string
  country: string
  city: string
  currency: string
  /** The shopper's, when it is not the Ukrainian one. */
  address?: Record<string, string>
}

export const UKRAINE: Place = { region: "Україна", country: "ua", city: "Kyiv", currency: "uah" }

/** Prices are the same numbers, in złoty. */
export const POLAND: Place = {
  region: "Polska",
  country: "pl",
  city: "Poznań",
  currency: "pln",
  address: {
    first_name: "Anna",
    last_name: "Nowak",
    phone: "+48500100200",
    address_1: "Staszica 22/6",
    city: "Poznań",
    postal_code: "60-524",
    country_code: "pl",
  },
}

export type Seed = {
  address?: Place["address"]
  currency: string
  /** Of its goods. */
  profileId: string
  publishableKey: string
  regionId: string
  salesChannelId: string
  shippingOptions: { pickup: string; courier: string }
  variants: { shirt: string; socks: string; gift: string }
}

/** What the seeded things cost, in UAH. */
export const PRICES = {
  shirt: "1319.99",
  socks: "249.50",
  gift: "0.00",
  pickup: "0.00",
  courier: "80.00",
}

const id = z.object({ id: z.string() })

async function seedRegion(
  admin: ApiClient,
  place: Place,
  paymentProviders: string[],
): Promise<string> {
  const { region } = await admin.post(z.object({ region: id }), "/admin/regions", {
    name: place.region,
    currency_code: place.currency,
    countries: [place.country],
    payment_providers: paymentProviders,
  })
  await admin.post(z.unknown(), "/admin/tax-regions", {
    country_code: place.country,
    provider_id: "tp_system",
  })
  return region.id
}

async function seedSalesChannel(admin: ApiClient) {
  const { sales_channel: channel } = await admin.post(
    z.object({ sales_channel: id }),
    "/admin/sales-channels",
    { name: "Shop" },
  )
  const { api_key: key } = await admin.post(
    z.object({ api_key: id.extend({ token: z.string() }) }),
    "/admin/api-keys",
    { title: "Shop", type: "publishable" },
  )
  await admin.post(z.unknown(), `/admin/api-keys/${key.id}/sales-channels`, { add: [channel.id] })
  return { salesChannelId: channel.id, publishableKey: key.token }
}

/** A place in a city that ships all over its country. */
async function seedServiceZone(
  admin: ApiClient,
  place: Place,
  salesChannelId: string,
): Promise<string> {
  const { stock_location: location } = await admin.post(
    z.object({ stock_location: id }),
    "/admin/stock-locations",
    { name: place.city, address: { address_1: "1", country_code: place.country } },
  )
  const at = `/admin/stock-locations/${location.id}`
  await admin.post(z.unknown(), `${at}/sales-channels`, { add: [salesChannelId] })
  await admin.post(z.unknown(), `${at}/fulfillment-providers`, { add: ["manual_manual"] })
  const withSets = await admin.post(
    z.object({ stock_location: z.object({ fulfillment_sets: z.array(id).min(1) }) }),
    `${at}/fulfillment-sets?fields=*fulfillment_sets`,
    { name: place.city, type: "shipping" },
  )
  const [set] = withSets.stock_location.fulfillment_sets
  const withZones = await admin.post(
    z.object({ fulfillment_set: z.object({ service_zones: z.array(id).min(1) }) }),
    `/admin/fulfillment-sets/${set.id}/service-zones?fields=*service_zones`,
    { name: place.region, geo_zones: [{ type: "country", country_code: place.country }] },
  )
  return withZones.fulfillment_set.service_zones[0].id
}

async function seedShippingOption(
  admin: ApiClient,
  option: { name: string; price: string; currency: string; zoneId: string; profileId: string },
): Promise<string> {
  const { shipping_option: made } = await admin.post(
    z.object({ shipping_option: id }),
    "/admin/shipping-options",
    {
      name: option.name,
      service_zone_id: option.zoneId,
      shipping_profile_id: option.profileId,
      provider_id: "manual_manual",
      price_type: "flat",
      type: { label: option.name, description: option.name, code: option.name.toLowerCase() },
      prices: [{ currency_code: option.currency, amount: Number(option.price) }],
    },
  )
  return made.id
}

export async function seedProduct(
  admin: ApiClient,
  goods: {
    title: string
    price: string
    currency?: string
    profileId: string
    salesChannelId: string
    metadata?: Record<string, string>
  },
): Promise<string> {
  const { product } = await admin.post(
    z.object({ product: z.object({ variants: z.array(id).min(1) }) }),
    "/admin/products",
    {
      title: goods.title,
      handle: handleOf(goods.title),
      status: "published",
      shipping_profile_id: goods.profileId,
      sales_channels: [{ id: goods.salesChannelId }],
      options: [{ title: "Size", values: ["M"] }],
      variants: [
        {
          title: "M",
          options: { Size: "M" },
          metadata: goods.metadata,
          manage_inventory: false,
          prices: [{ currency_code: goods.currency ?? "uah", amount: Number(goods.price) }],
        },
      ],
    },
  )
  return product.variants[0].id
}

/** Older Medusas make none of a title in Cyrillic. */
const handleOf = (title: string): string =>
  `goods-${createHash("sha256").update(title).digest("hex").slice(0, 16)}`

/**
 * A small Ukrainian store: one region in hryvnias, three goods (one costs nothing), pick-up and
 * courier. In a marketplace the socks are Taras's.
 */
export async function seedStore(admin: ApiClient, paymentProviders: string[]): Promise<Seed> {
  const channel = await seedSalesChannel(admin)
  return seedPlace(admin, UKRAINE, channel, paymentProviders)
}

/** The same goods and deliveries at another place, sold in the same shop. */
export async function seedPlace(
  admin: ApiClient,
  place: Place,
  { salesChannelId, publishableKey }: Pick<Seed, "salesChannelId" | "publishableKey">,
  paymentProviders: string[],
): Promise<Seed> {
  const { currency } = place
  const regionId = await seedRegion(admin, place, paymentProviders)
  const zoneId = await seedServiceZone(admin, place, salesChannelId)
  const { shipping_profile: profile } = await admin.post(
    z.object({ shipping_profile: id }),
    "/admin/shipping-profiles",
    { name: `Goods, ${place.region}`, type: "goods" },
  )
  const inPlace = { currency, profileId: profile.id }
  const ship = (name: "pickup" | "courier") =>
    seedShippingOption(admin, { name, price: PRICES[name], zoneId, ...inPlace })
  const sell = (title: string, price: string, metadata?: Record<string, string>) =>
    seedProduct(admin, { title, price, metadata, salesChannelId, ...inPlace })
  return {
    ...(place.address && { address: place.address }),
    ...inPlace,
    publishableKey,
    regionId,
    salesChannelId,
    shippingOptions: { pickup: await ship("pickup"), courier: await ship("courier") },
    variants: {
      shirt: await sell(`Вишиванка${inCountry(place)}`, PRICES.shirt),
      socks: await sell(`Шкарпетки${inCountry(place)}`, PRICES.socks, {
        rozetkapay_seller: "taras",
      }),
      gift: await sell(`Листівка${inCountry(place)}`, PRICES.gift),
    },
  }
}

/** Two goods can't have one handle, which Medusa makes of the title. */
const inCountry = (place: Place): string => (place === UKRAINE ? "" : ` ${place.country}`)
