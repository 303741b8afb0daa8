import type { MedusaContainer } from "@medusajs/framework/types"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { ask } from "../drivers/json-http"

const credentials = { email: "admin@example.com", password: "correct-horse" }
const tokenShape = z.object({ token: z.string() })
const claimsShape = z.object({ auth_identity_id: z.string() })

/**
 * Makes the store's first admin and logs in. The API can not make the first one: the workflow is what
 * `medusa user` runs.
 *
 * @returns the admin's token
 */
export async function createAdmin(container: MedusaContainer, url: string): Promise<string> {
  const asAdmin = { method: "POST", body: credentials } as const
  const registered = await ask(tokenShape, `${url}/auth/user/emailpass/register`, asAdmin)
  const [, claims = ""] = registered.token.split(".")
  const { auth_identity_id: authIdentityId } = claimsShape.parse(
    JSON.parse(Buffer.from(claims, "base64url").toString()),
  )
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId, userData: { email: credentials.email } },
  })
  return (await ask(tokenShape, `${url}/auth/user/emailpass`, asAdmin)).token
}
