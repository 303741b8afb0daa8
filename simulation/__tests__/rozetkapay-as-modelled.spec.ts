import { type Sandbox, startSandbox } from "../../sandbox"
import { playOnGatewayModel } from "../contract/gateway-model-side"
import { GATEWAY_SCRIPTS, playGatewayScript } from "../contract/gateway-scripts"
import { sandboxSide } from "../contract/sandbox-side"

/*
 * The simulation is worth what its model of RozetkaPay is worth: the same stories are played on it and on the
 * sandbox, through the plugin's own client, and whatever can be seen must be the same.
 */
describe("RozetkaPay as the simulation plays it:", () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ resendAfterMs: [] })
  })
  afterAll(() => sandbox.close())

  test.each(
    GATEWAY_SCRIPTS.map((script, index) => ({ ...script, id: `payses_${index}` })),
  )("$title", async ({ id, ...script }) => {
    const seen = await playGatewayScript(script, sandboxSide(sandbox, id))
    expect(await playOnGatewayModel(script)).toBe(seen)
    expect(seen).toMatch(script.shows)
  })
})
