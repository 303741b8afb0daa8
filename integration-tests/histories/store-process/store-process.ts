import { type ChildProcess, spawn } from "node:child_process"
import { createWriteStream, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { REPOSITORY } from "../../setup/migrated-template"
import {
  type Reconciled,
  reconciled,
  type StoreQuestion,
  type StoreTask,
  storeMessage,
} from "./messages"

const memory = z.object({ rss: z.number(), heapUsed: z.number() })

type Waiting = { resolve(result: unknown): void; reject(error: Error): void }

/** One Medusa process. It may be killed between any two of its steps and started again. */
export class StoreProcess {
  private child?: ChildProcess
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0
  private starts = 0
  private isReady = false

  constructor(
    private readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
    /** Everything that the store writes goes here, over all of its lives. */
    readonly logFile: string,
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`
  }

  /** Whether it takes requests. */
  get isUp(): boolean {
    return this.isReady
  }

  /** @returns the admin's token when the store is new, else null. */
  async start(isNew: boolean): Promise<string | null> {
    const task: StoreTask = { port: this.port, isNew }
    const log = createWriteStream(this.logFile, { flags: "a" })
    log.write(`\n==== start ${++this.starts}\n`)
    const child = spawn(
      process.execPath,
      ["--expose-gc", "-r", "ts-node/register", join(__dirname, "medusa-process.ts")],
      {
        cwd: REPOSITORY,
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        env: { ...process.env, ...this.env, NODE_OPTIONS: "", STORE_TASK: JSON.stringify(task) },
      },
    )
    this.child = child
    child.stdout?.pipe(log)
    child.stderr?.pipe(log)
    child.once("exit", () => {
      this.isReady = false
      for (const one of this.waiting.values()) one.reject(new Error("The store's process ended."))
      this.waiting.clear()
    })
    return new Promise((resolve, reject) => {
      child.once("error", reject)
      child.once("exit", (code) => reject(this.failure(`Medusa ended at boot (${code})`)))
      child.on("message", (message) => {
        const said = storeMessage.parse(message)
        if (said.kind === "ready") {
          this.isReady = true
          resolve(said.adminToken)
        }
        if (said.kind === "failed") reject(this.failure(said.message))
        if (said.kind === "answer") this.take(said.id)?.resolve(said.result)
        if (said.kind === "refusal") this.take(said.id)?.reject(new Error(said.message))
      })
    })
  }

  /** The end of the process without a word, as by a power cut. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    this.isReady = false
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
    child.kill("SIGKILL")
    await ended
  }

  /** What an operator does with `medusa exec`: looks at every open payment, however young. */
  async reconcile(days = 2): Promise<Reconciled> {
    return reconciled.parse(await this.ask({ ask: "reconcile", days }))
  }

  /** The scheduled job at one of its minutes. */
  async runJob(scheduledFor: Date): Promise<void> {
    await this.ask({ ask: "job", scheduledFor })
  }

  /** Sets the process's clock ahead of the real one by so many minutes; a new process is at 0. */
  async setClockAhead(minutes: number): Promise<void> {
    await this.ask({ ask: "clock", ahead: minutes })
  }

  /** What a subscription plugin does: charges a customer who is not there. */
  charge(input: Record<string, unknown>): Promise<unknown> {
    return this.ask({ ask: "charge", input })
  }

  /** Bytes, after the garbage was collected. */
  async memory(): Promise<z.output<typeof memory>> {
    return memory.parse(await this.ask({ ask: "heap" }))
  }

  lastWords(lines = 30): string {
    return readFileSync(this.logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n")
  }

  private ask(question: StoreQuestion): Promise<unknown> {
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.child?.send({ id, ...question }, (error) => error && this.take(id)?.reject(error))
    })
  }

  private take(id: number): Waiting | undefined {
    const found = this.waiting.get(id)
    this.waiting.delete(id)
    return found
  }

  private failure(reason: string): Error {
    return new Error(`${reason}\n${this.lastWords()}`)
  }
}
