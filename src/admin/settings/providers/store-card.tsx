import { Alert, StatusBadge } from "@medusajs/ui"
import type { StoreHealth } from "../../../admin-client"
import { useWords } from "../../use-words"
import { Fact, Facts } from "../facts"
import { Section } from "../section"

export const StoreCard = ({ store }: { store: StoreHealth }) => {
  const { say } = useWords()
  const unsafe = store.unsafe_with_several_processes.map((module) =>
    say(`settings.store.module.${module}`),
  )
  return (
    <Section title={say("settings.store.title")}>
      {unsafe.length > 0 && (
        <div className="px-6 py-4">
          <Alert variant="warning">
            <p className="txt-compact-small-plus">{say("settings.store.unsafe_title")}</p>
            <p>{say("settings.store.unsafe", { modules: unsafe.join(", ") })}</p>
          </Alert>
        </div>
      )}
      <Facts>
        <Fact name={say("settings.store.version")}>{store.version}</Fact>
        <Fact name={say("settings.store.medusa")}>
          {store.medusa_version ?? say("settings.unknown")}
        </Fact>
        {store.modules.map(({ module, name, is_shared }) => (
          <Fact key={module} name={say(`settings.store.module.${module}`)}>
            <div className="flex flex-wrap items-center gap-2">
              <span>{name}</span>
              <StatusBadge color={is_shared ? "green" : "grey"}>
                {say(is_shared ? "settings.store.shared" : "settings.store.own_memory")}
              </StatusBadge>
            </div>
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}
