import { playOnModel } from "../../simulation/contract/model-side"
import { ScriptedProvider } from "../../simulation/contract/scripted-provider"
import { playScript, SCRIPTS } from "../../simulation/contract/scripts"
import { answerAsProvider, medusaSide } from "../drivers/medusa-side"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

/*
 * The simulation is worth what its model of Medusa is worth: the same stories are played on both, and
 * whatever can be seen must be the same, Medusa's faults among it.
 */
runStore("Medusa as the simulation plays it:", BOTH_KINDS, (store) => {
  afterEach(() => jest.restoreAllMocks())

  it.each(SCRIPTS)("$title", async (script) => {
    const side = await medusaSide(store)
    const provider = new ScriptedProvider(side, script)
    answerAsProvider(store, (hook) => provider.asked(hook))
    const seen = await playScript(script, side, provider)
    expect(seen).toMatch(script.shows)
    expect(await playOnModel(script)).toBe(seen)
  })
})
