import type { MedusaContainer } from "@medusajs/framework/types"
import { chosenProvider } from "./chosen-provider"
import { keepsForCustomers } from "./find-card-provider"

/** The provider with cards that somebody has named, or the store's only one: as `chosenProvider`. */
export const chosenCardProvider = (container: MedusaContainer, given: string | undefined) =>
  chosenProvider(container, keepsForCustomers, given)
