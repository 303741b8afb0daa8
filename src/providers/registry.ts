import type { AdapterDescriptor } from "../provider/adapter"
import { cardAdapter } from "./rozetkapay/descriptor"
import { alternativeAdapter } from "./rozetkapay-alternative/descriptor"
import { batchAdapter } from "./rozetkapay-batch/descriptor"
import { legacyAdapter } from "./rozetkapay-legacy/descriptor"
import { payPartsAdapter } from "./rozetkapay-payparts/descriptor"

/**
 * Every adapter of this plugin: the only file outside of an adapter's own folder that names it. Where a
 * bare id could mean providers of several, the first one's is meant.
 */
export const ADAPTERS: AdapterDescriptor[] = [
  cardAdapter,
  batchAdapter,
  legacyAdapter,
  payPartsAdapter,
  alternativeAdapter,
]
