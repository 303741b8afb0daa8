import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { RozetkaPayBatchProviderService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [RozetkaPayBatchProviderService] })
