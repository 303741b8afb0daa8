import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { RozetkaPayAlternativeProviderService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [RozetkaPayAlternativeProviderService] })
