import { asValue } from "@medusajs/framework/awilix"
import { createMedusaContainer, Modules } from "@medusajs/framework/utils"
import { ADAPTERS } from "../../../providers/registry"
import { findProvider } from "../../find-provider"
import { exampleAdapter } from "./example-adapter/descriptor"
import moduleProvider from "./example-adapter/index"
import { ExampleProviderService } from "./example-adapter/service"
import { exampleHarness } from "./example-harness"
import { silentLogger } from "./silent-logger"

const ID = "pp_rozetkapay-example_trial"

/** A store whose medusa-config.ts lists the example's provider, as its payment module keeps it. */
const storeWithExample = () => {
  const rows = { list: async () => [], retrieve: async () => ({}), update: async () => ({}) }
  const cradle = {
    logger: silentLogger,
    paymentService: rows,
    paymentSessionService: rows,
    paymentCollectionService: rows,
    captureService: rows,
    refundService: rows,
  }
  const provider = new ExampleProviderService(cradle, exampleHarness.options())
  const payments = {
    paymentProviderService_: {
      retrieveProvider: () => provider,
      __container__: { [ID]: provider },
    },
    listPaymentProviders: async () => [{ id: ID }],
  }
  const container = createMedusaContainer()
  container.register(Modules.PAYMENT, asValue(payments))
  return { container, provider }
}

describe("an adapter in a folder of its own", () => {
  afterEach(() => {
    const at = ADAPTERS.indexOf(exampleAdapter)
    if (at >= 0) ADAPTERS.splice(at, 1)
  })

  test("is Medusa's module of payments by its folder alone", () => {
    expect(moduleProvider.services).toEqual([ExampleProviderService])
  })

  test("is nobody's provider until the registry has its line", async () => {
    const { container } = storeWithExample()
    expect(await findProvider(container, ID)).toBeNull()
  })

  test.each([
    ID,
    ID.slice("pp_".length),
    "trial",
  ])("is found by its callbacks, routes and jobs as %s with that one line", async (given) => {
    ADAPTERS.push(exampleAdapter)
    const { container, provider } = storeWithExample()
    expect(await findProvider(container, given)).toEqual({ id: ID, provider })
  })
})
