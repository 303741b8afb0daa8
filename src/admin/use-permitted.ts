import { useQuery } from "@tanstack/react-query"
import { sdk } from "./client"

/** As Medusa names what a role allows: the core's own policies of the same movements. */
export type Permission =
  | "payment:read"
  | "capture:create"
  | "refund:create"
  | "order:update"
  | "payment_collection:create"
  | "payment_collection:update"

type Flags = { feature_flags?: Record<string, boolean> }
type Permissions = { permissions: string[] }

/** Null: roles are off, or what they allow could not be read. The server decides in any case. */
const readPermissions = async (): Promise<string[] | null> => {
  const { feature_flags } = await sdk.client.fetch<Flags>("/admin/feature-flags")
  if (!feature_flags?.rbac) return null
  const { permissions } = await sdk.client.fetch<Permissions>("/admin/rbac/me/permissions")
  return permissions
}

/** Says whether the user may do a thing, so that nothing is offered which the server would refuse. */
export const usePermitted = (): ((permission: Permission) => boolean) => {
  const { data } = useQuery({
    queryKey: ["rozetkapay", "permissions"],
    queryFn: readPermissions,
    staleTime: 5 * 60_000,
    retry: false,
  })
  return (permission) => !data || data.includes(permission)
}
