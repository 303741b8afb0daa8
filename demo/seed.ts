import {
  createProductsWorkflow,
  createShippingProfilesWorkflow,
  createTaxRegionsWorkflow,
  createUserAccountWorkflow,
  updateStoresWorkflow,
} from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import { CATALOGUE, ONE_SIZE, pictureOf, STORE_NAME } from "./catalogue"
import { seedCustomer } from "./seed-customer"
import { seedDelivery } from "./seed-delivery"
import { seedRegion } from "./seed-region"
import { seedSellers } from "./seed-sellers"
import { providersOf, type StoreMode } from "./store-modes"

export interface SeededStore {
  publishableKey: string
  regionId: string
}

export interface SeedInput {
  admin: { email: string; password: string }
  mode: StoreMode
}

async function seedCurrency(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  if (!store?.default_sales_channel_id) throw new Error("Medusa made no store to begin with")
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: STORE_NAME,
        supported_currencies: [{ currency_code: "uah", is_default: true, is_tax_inclusive: true }],
      },
    },
  })
  return store.default_sales_channel_id
}

async function seedTaxes(container: MedusaContainer): Promise<void> {
  const known = await container.resolve(Modules.TAX).listTaxRegions({ country_code: "ua" })
  if (known.length > 0) return
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "ua",
        provider_id: "tp_system",
        default_tax_rate: { name: "ПДВ", code: "VAT20", rate: 20 },
      },
    ],
  })
}

async function seedShippingProfile(container: MedusaContainer): Promise<string> {
  const [known] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" }, { take: 1 })
  if (known) return known.id
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Звичайна посилка", type: "default" }] },
  })
  const [profile] = result
  if (!profile) throw new Error("The shipping profile was not made")
  return profile.id
}

async function seedProducts(
  container: MedusaContainer,
  salesChannelId: string,
  shippingProfileId: string,
): Promise<void> {
  const known = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle: CATALOGUE.map((product) => product.handle) }, { select: ["handle"] })
  const missing = CATALOGUE.filter(
    (product) => !known.some((present) => present.handle === product.handle),
  )
  if (missing.length === 0) return
  await createProductsWorkflow(container).run({
    input: {
      products: missing.map((product) => ({
        title: product.title,
        handle: product.handle,
        description: product.description,
        status: ProductStatus.PUBLISHED,
        thumbnail: pictureOf(product.handle),
        images: [{ url: pictureOf(product.handle) }],
        metadata: { title_en: product.titleEn, description_en: product.descriptionEn },
        shipping_profile_id: shippingProfileId,
        options: [{ title: "Розмір", values: product.sizes }],
        variants: product.sizes.map((size, rank) => ({
          title: size === ONE_SIZE ? product.title : size,
          sku: `${product.handle}${size === ONE_SIZE ? "" : `-${size.toLowerCase()}`}`,
          options: { Розмір: size },
          variant_rank: rank,
          manage_inventory: false,
          prices: [{ amount: product.price, currency_code: "uah" }],
        })),
        sales_channels: [{ id: salesChannelId }],
      })),
    },
  })
}

async function seedAdmin(container: MedusaContainer, admin: SeedInput["admin"]): Promise<void> {
  const users = await container.resolve(Modules.USER).listUsers({ email: admin.email })
  if (users.length > 0) return
  const auth = container.resolve(Modules.AUTH)
  const registered = await auth.register("emailpass", { body: { ...admin } })
  // An earlier start may have been stopped between the login and the user.
  const known = registered.authIdentity
    ? registered
    : await auth.authenticate("emailpass", { body: { ...admin } })
  if (!known.authIdentity) throw new Error(`No admin login: ${registered.error ?? known.error}`)
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: known.authIdentity.id,
      userData: { email: admin.email, first_name: "Олена", last_name: "Крамар" },
    },
  })
}

/** Medusa makes a publishable key of its own for the default sales channel. */
async function publishableKey(container: MedusaContainer): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "api_key",
    fields: ["token"],
    filters: { type: "publishable" },
  })
  const token = data[0]?.token
  if (!token) throw new Error("Medusa made no publishable key")
  return token
}

/** Fills an empty store; every part that is there already is left as it is. */
export async function seedStore(
  container: MedusaContainer,
  { admin, mode }: SeedInput,
): Promise<SeededStore> {
  const salesChannelId = await seedCurrency(container)
  const regionId = await seedRegion(container, providersOf(mode))
  await seedTaxes(container)
  const shippingProfileId = await seedShippingProfile(container)
  await seedDelivery(container, { salesChannelId, regionId, shippingProfileId })
  await seedProducts(container, salesChannelId, shippingProfileId)
  await seedSellers(container, mode.sellers)
  await seedAdmin(container, admin)
  await seedCustomer(container)
  return { publishableKey: await publishableKey(container), regionId }
}
