import type { ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LogTouch } from "../form/memory/touch/LogTouch.tsx";
import { emptyLog, type LogState } from "../form/memory/touch/log-state.ts";
import { TouchState } from "../form/memory/touch/TouchState.tsx";
import { touchAcceptor } from "../form/memory/touch/touch-draft.ts";
import { t } from "../i18n/words.ts";
import type { Connection } from "../protocol/messages.ts";
import { send } from "../protocol/send.ts";
import { Notice } from "../ui/Notice.tsx";
import { useOneLinePaste } from "../ui/one-line-paste.ts";
import { useSettings } from "../ui/use-settings.ts";
import { useWorkspaceChoices } from "../ui/use-workspace-choices.ts";
import { PersonPicker } from "./PersonPicker.tsx";
import type { LogPerson } from "./people.ts";

/** Logs what was selected on a page, for a person whom the user names. */
export function LogPage({ text }: { text: string }) {
  useOneLinePaste();
  const connection = useConnectionOnce();
  const workspace = connection?.state === "connected" ? connection.workspace : null;
  const effective = useSettings();
  const { me } = useWorkspaceChoices(workspace);
  const [person, setPerson] = useState<LogPerson | null>(null);
  const [saveId, setSaveId] = useState<string | null>(null);
  if (connection === null || effective === null) return null;
  return (
    <main class="log-page">
      <h1>{t("menu_log")}</h1>
      {workspace === null ? (
        <Notice tone="warn" role="alert" title={t("problem_not_connected")}>
          {t("problem_not_connected_next")}
        </Notice>
      ) : saveId !== null ? (
        <Logged saveId={saveId} name={person?.name ?? ""} />
      ) : (
        <>
          <PersonPicker workspace={workspace} person={person} onPick={setPerson} />
          {person && (
            <LogSelected
              key={person.linkedinUrl}
              personName={person.name}
              values={person.values}
              snippets={effective.values.snippets}
              me={me}
              text={text}
              accept={touchAcceptor(person, workspace)}
              onLogged={setSaveId}
            />
          )}
          {!person && text !== "" && <blockquote dir="auto">{text}</blockquote>}
        </>
      )}
    </main>
  );
}

type SelectedProps = Pick<
  ComponentProps<typeof LogTouch>,
  "personName" | "values" | "snippets" | "me" | "accept" | "onLogged"
> & { text: string };

function LogSelected({ text, ...rest }: SelectedProps) {
  const [log, setLog] = useState<LogState>({
    ...emptyLog,
    text,
    given: text,
    kind: { key: "secondary_note", name: null },
  });
  return <LogTouch {...rest} state={log} isFirst onChange={setLog} onCancel={() => window.close()} />;
}

function Logged({ saveId, name }: { saveId: string; name: string }) {
  return (
    <>
      <p role="status">
        <strong dir="auto">{name}</strong> · <TouchState saveId={saveId} />
      </p>
      <button
        type="button"
        class="button primary"
        ref={(button) => button?.focus()}
        onClick={() => window.close()}
      >
        {t("done")}
      </button>
    </>
  );
}

function useConnectionOnce(): Connection | null {
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    send("connection.get", {}).then(setConnection, () => setConnection({ state: "not_connected" }));
  }, []);
  return connection;
}
