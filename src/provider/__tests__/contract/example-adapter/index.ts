import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { ExampleProviderService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [ExampleProviderService] })
