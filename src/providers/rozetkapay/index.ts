import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { RozetkaPayProviderService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [RozetkaPayProviderService] })
