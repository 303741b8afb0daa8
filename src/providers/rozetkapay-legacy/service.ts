import { providerOf } from "../../provider/provider-of"
import { legacyAdapter } from "./descriptor"

/**
 * Medusa's payment provider `rozetkapay-legacy`: stores whose contract is the old one (POS_ID,
 * API_KEY, API_SECRET, ENDPOINTS_KEY), and payments that were made under it.
 */
export class RozetkaPayLegacyProviderService extends providerOf(legacyAdapter) {}
