import { PaymentSessionStatus } from "@medusajs/framework/utils"
import type { Script } from "./scripts"
import { type Hook, type Side, told } from "./side"

/** A payment provider that does as a script says, and notes how the store looked whenever it was asked. */
export class ScriptedProvider {
  readonly notes: string[] = []
  private failing: Hook[] = []
  private readonly meanwhile = new Map<Hook, () => Promise<void>>()

  constructor(
    private readonly side: Pick<Side, "look">,
    private readonly script: Pick<Script, "takesAtOnce" | "atOnce">,
  ) {}

  /** The next call of it fails. */
  fails(hook: Hook): void {
    this.failing.push(hook)
  }

  /** Something else is done while it is asked for the next time. */
  during(hook: Hook, job: () => Promise<void>): void {
    this.meanwhile.set(hook, job)
  }

  async asked(hook: Hook) {
    const isSure = !this.script.atOnce?.includes(hook)
    this.notes.push(`  ${hook}: ${isSure ? told(await this.side.look()) : "meanwhile"}`)
    const job = this.meanwhile.get(hook)
    this.meanwhile.delete(hook)
    await job?.()
    if (this.failing.includes(hook)) {
      this.failing = this.failing.filter((one) => one !== hook)
      throw new Error("The provider refuses")
    }
    return {
      data: {},
      status: this.script.takesAtOnce
        ? PaymentSessionStatus.CAPTURED
        : PaymentSessionStatus.AUTHORIZED,
    }
  }
}
