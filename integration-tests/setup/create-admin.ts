import type { MedusaContainer } from "@medusajs/framework/types"
import { FeatureFlag } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { ask } from "../drivers/json-http"

const ADMIN = "admin@example.com"
const tokenShape = z.object({ token: z.string() })
const claimsShape = z.object({ auth_identity_id: z.string() })

/**
 * Makes the store's first admin and logs in. The API can not make the first one: the workflow is what
 * `medusa user` runs.
 *
 * @returns the admin's token
 */
export const createAdmin = (container: MedusaContainer, url: string): Promise<string> =>
  createStaff(container, url, {
    email: ADMIN,
    ...(FeatureFlag.isFeatureEnabled("rbac") && { roles: ["role_super_admin"] }),
  })

/**
 * Somebody else of the store's staff. Roles count while Medusa's flag `rbac` is on.
 *
 * @returns their token
 */
export async function createStaff(
  container: MedusaContainer,
  url: string,
  userData: { email: string; roles?: string[] },
): Promise<string> {
  const login = { email: userData.email, password: "correct-horse" }
  const asStaff = { method: "POST", body: login } as const
  const registered = await ask(tokenShape, `${url}/auth/user/emailpass/register`, asStaff)
  const [, claims = ""] = registered.token.split(".")
  const { auth_identity_id: authIdentityId } = claimsShape.parse(
    JSON.parse(Buffer.from(claims, "base64url").toString()),
  )
  await createUserAccountWorkflow(container).run({ input: { authIdentityId, userData } })
  return (await ask(tokenShape, `${url}/auth/user/emailpass`, asStaff)).token
}
