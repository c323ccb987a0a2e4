import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { type Actor, may } from "@/lib/auth/actor";
import { savedViews } from "@/lib/desk/settings/saved-views";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { keepListView } from "../views/actions";
import { type Asked, listAddress } from "./list-query";

/** The views of a kind's list, each a link to its address, and a way to keep the list as it stands. */
export async function ListViews({ actor, kind, asked }: { actor: Actor; kind: KindKey; asked: Asked }) {
  const [t, views] = await Promise.all([getTranslations("desk.views"), savedViews(actor, kind)]);
  const definition = kindOf(kind);
  const [path, query] = [`/admin/${definition.path}`, listAddress(definition, asked)];
  return (
    <div className="list-views">
      {views.length > 0 && (
        <nav aria-label={t("label")}>
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <a
                  href={view.query === "" ? path : `${path}?${view.query}`}
                  aria-current={view.query === query ? "page" : undefined}
                >
                  {view.name}
                </a>
                {view.isShared && <span className="side-line">{t("shared")}</span>}
              </li>
            ))}
            <li>
              <a href="/admin/views">{t("manage")}</a>
            </li>
          </ul>
        </nav>
      )}
      <details>
        <summary>{t("keep")}</summary>
        <div className="list-views-keep">
          <AccountForm
            action={keepListView}
            hidden={{ kind, query }}
            submit={t("keepSubmit")}
            waiting={t("waiting")}
            fields={[
              { name: "name", label: t("name"), help: t("nameHelp"), type: "text", autoComplete: "off" },
              ...(may(actor, "setForAll")
                ? [
                    {
                      name: "for",
                      label: t("for"),
                      type: "choice" as const,
                      value: "own",
                      options: [
                        { value: "own", label: t("forOwn") },
                        { value: "all", label: t("forAll") },
                      ],
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </details>
    </div>
  );
}
