import { adapterContract } from "./adapter-contract"
import { exampleAdapter } from "./example-adapter/descriptor"
import { ExampleProviderService } from "./example-adapter/service"
import { exampleHarness } from "./example-harness"

adapterContract(exampleAdapter, ExampleProviderService, exampleHarness)
