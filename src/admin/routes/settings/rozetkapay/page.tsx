import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { SettingsPage } from "../../../settings/settings-page"

export const config = defineRouteConfig({
  label: "settings.menu",
  icon: CreditCard,
  translationNs: "rozetkapay",
})

export const handle = {
  breadcrumb: () => "RozetkaPay",
  permissions: "payment:read",
}

export default SettingsPage
