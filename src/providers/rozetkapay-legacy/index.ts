import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { RozetkaPayLegacyProviderService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [RozetkaPayLegacyProviderService] })
