import { z } from "zod"
import type { AdapterDescriptor } from "../../adapter"
import { chargesLater, savesCards, splitsPayments, takesChoice } from "../../capabilities"
import type { GatewayProvider } from "../../gateway-provider"
import { storeOptions } from "../../store-options"
import { ContractCase } from "./contract-case"
import type { Harness } from "./harness"
import { movingContract } from "./moving-contract"
import { payingContract } from "./paying-contract"
import { webhookContract } from "./webhook-contract"

type Service = { readonly identifier: string; readonly prototype: GatewayProvider }

/**
 * What every adapter must keep, so that nothing outside of its folder needs to know which one it is.
 * Call it in a spec of the adapter's own, with its provider's class and a gateway to try it on.
 */
export const adapterContract = (
  adapter: AdapterDescriptor,
  service: Service,
  harness: Harness,
): void => {
  describe(`The adapter ${adapter.identifier}`, () => {
    const store = new ContractCase(adapter, harness)

    beforeAll(() => harness.open())
    beforeEach(async () => {
      await harness.reset()
      store.restart()
    })
    afterAll(() => harness.close())

    describe("as it describes itself", () => {
      test("its provider has its name, which Medusa's dashboard can split from an id", () => {
        expect(service.identifier).toBe(adapter.identifier)
        expect(adapter.identifier).toMatch(/^[a-z][a-z-]*$/)
      })

      test("its provider does what its capabilities say, and no more", () => {
        const {
          splitsPayments: splits,
          savesCards: saves,
          chargesLater: later,
          takesChoice: choice,
        } = adapter.capabilities
        const { prototype } = service
        expect([
          splitsPayments(prototype),
          savesCards(prototype),
          chargesLater(prototype),
          takesChoice(prototype),
        ]).toEqual([splits, saves, later, choice])
        expect(adapter.instruments.includes("wallet")).toBe(saves)
      })

      test("it knows the store's own options, and refuses what is no option", () => {
        const given = harness.options()
        const { optionsSchema } = adapter
        expect(optionsSchema.safeParse(given).success).toBe(true)
        expect(optionsSchema.safeParse({ ...given, storefrontUlr: "x" }).success).toBe(false)
        const known = z.record(z.string(), z.unknown()).parse(optionsSchema.parse(given))
        const withDefaults = Object.entries(storeOptions).filter(
          ([, option]) => option.safeParse(undefined).data !== undefined,
        )
        for (const [name] of withDefaults) expect(known).toHaveProperty(name)
      })
    })

    payingContract(store)
    movingContract(store)
    webhookContract(store)
  })
}
