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

type Flags = { rbac?: boolean } & Record<string, boolean | undefined>
type Permissions = { permissions: string[] }

const FRESH = { staleTime: 5 * 60_000, retry: false }

/** By the dashboard's own key, and as the dashboard keeps it: it has asked already. */
const useFlags = () =>
  useQuery({
    queryKey: ["admin", "feature-flags"],
    queryFn: async () =>
      (await sdk.client.fetch<{ feature_flags?: Flags }>("/admin/feature-flags")).feature_flags ??
      {},
    ...FRESH,
  })

/** Says whether the user may do a thing, so that nothing is offered which the server would refuse. */
export const usePermitted = (): ((permission: Permission) => boolean) => {
  const { data: flags } = useFlags()
  // Roles are off, or what they allow could not be read: the server decides in any case.
  const { data } = useQuery({
    queryKey: ["rozetkapay", "permissions"],
    queryFn: async () =>
      (await sdk.client.fetch<Permissions>("/admin/rbac/me/permissions")).permissions,
    enabled: flags?.rbac === true,
    ...FRESH,
  })
  return (permission) => !data || data.includes(permission)
}
