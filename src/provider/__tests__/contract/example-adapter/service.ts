import { providerOf } from "../../../provider-of"
import { exampleAdapter } from "./descriptor"

/** Medusa's payment provider `rozetkapay-example`. */
export class ExampleProviderService extends providerOf(exampleAdapter) {}
