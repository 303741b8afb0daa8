import { createHmac } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What only this store, in all of its processes, can make of these words. Hexadecimal. */
export const keyedDigest = (container: MedusaContainer, words: string[]): string => {
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  return createHmac("sha256", String(http.jwtSecret ?? ""))
    .update(JSON.stringify(words))
    .digest("hex")
}
