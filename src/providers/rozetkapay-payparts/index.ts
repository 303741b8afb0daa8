import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { RozetkaPayPartsProviderService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [RozetkaPayPartsProviderService] })
