"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { isPublic } from "@/lib/domain/lifecycle";
import type { Intent, Standing } from "./answer";
import type { Keeping } from "./autosave/autosaver";
import { SavedState } from "./autosave/saved-state";
import type { KindPanel } from "./kind-panel";
import { useWords } from "./form-context";
import { verifyFormId } from "./verify-form-id";

interface ActionBarProps {
  /** The state badge, drawn by the page's own words. */
  badge: ReactNode;
  standing: Standing | null;
  busy: Intent | null;
  keeping: Keeping;
  isPending: boolean;
  onSignIn: () => void;
  onRetry: () => void;
  /** What the last action has done. */
  done: string;
  canPublish: boolean;
  /** Whether its dossier asks for a review. */
  asksReview: boolean;
  /** The kind's way to save and go on with another record. */
  next: KindPanel["next"];
  path: string;
  /** Publishing it has changed nothing: it may be that it was only to be checked. */
  isUnchanged: boolean;
  /** What taking the record away would break; null where nothing refers to it. */
  breaks: ReactNode;
}

/** The record's state and what can be done with it, always in the same place. Each button sends the form. */
export function ActionBar(props: ActionBarProps) {
  const { badge, standing, busy, keeping, canPublish, asksReview, next, path, isUnchanged } = props;
  const word = useWords();
  const isPublished = standing !== null && isPublic(standing.state);
  const canVerify = canPublish && standing?.state === "published";
  // There is more to say than the next record has room beside.
  const isTroubled = keeping.trouble !== null && busy === null;
  const isTight = standing?.state === "changed" || isTroubled;
  const settled = standing ? word("allSaved") : word("notSavedYet");
  return (
    <div
      className="action-bar"
      role="region"
      aria-label={word("bar")}
      data-tight={isTight || undefined}
      data-trouble={isTroubled || undefined}
    >
      <div className="action-state">
        {badge}
        <SavedState {...props} settled={settled} />
        {isUnchanged && canVerify && !keeping.isUnkept && <Verify className="btn-quiet" />}
      </div>
      <div className="action-buttons">
        <Send
          intent="save"
          busy={busy}
          className={canPublish || asksReview ? "btn" : "btn-main"}
          title={word("shortcut")}
        >
          {word("save")}
        </Send>
        {next && (
          <Send intent={next.intent} busy={busy} className="btn wide-only">
            {word(next.word)}
          </Send>
        )}
        {asksReview && !canPublish && (
          <Send intent="submit" busy={busy} className="btn-main">
            {word("submit")}
          </Send>
        )}
        {canPublish && (
          <Send intent="publish" busy={busy} className="btn-main">
            {standing?.state === "changed" ? word("publishChanges") : word("publish")}
          </Send>
        )}
        {/* Its room is kept before there is anything in it: else the first save would move the other buttons under a hand. */}
        <More className={standing ? "" : next ? "menu-narrow" : "invisible"}>
          {next && (
            <Send intent={next.intent} busy={busy} className="menu-item narrow-only">
              {word(next.word)}
            </Send>
          )}
          {standing && (
            <>
              <a href={`/admin/${path}/${standing.id}/preview`} target="_blank" rel="noreferrer">
                {word("preview")}
              </a>
              <a href={`/admin/${path}/new?like=${standing.id}`} target="_blank" rel="noreferrer">
                {word("duplicate")}
              </a>
              {standing.publicPath && (
                <a href={standing.publicPath} target="_blank" rel="noreferrer">
                  {word("onSite")}
                </a>
              )}
              {canVerify && <Verify className="menu-item" />}
              {asksReview && canPublish && standing.state !== "published" && (
                <Send intent="submit" busy={busy} className="menu-item">
                  {word("submit")}
                </Send>
              )}
              {(!isPublished || canPublish) && props.breaks}
              {isPublished && canPublish && (
                <Send intent="unpublish" busy={busy} className="menu-item">
                  {word("unpublish")}
                </Send>
              )}
              {(!isPublished || canPublish) && (
                <Send intent="trash" busy={busy} className="menu-item menu-danger">
                  {word("trash")}
                </Send>
              )}
            </>
          )}
        </More>
      </div>
    </div>
  );
}

/** Sends the form beside the record that marks it as checked today, not this one. */
function Verify({ className }: { className: string }) {
  const word = useWords();
  return (
    <button form={verifyFormId} className={className}>
      {word("verify")}
    </button>
  );
}

interface SendProps {
  intent: Intent;
  busy: Intent | null;
  className: string;
  title?: string;
  children: ReactNode;
}

function Send({ intent, busy, className, title, children }: SendProps) {
  return (
    <button
      name="_intent"
      value={intent}
      // Not disabled: that would drop the focus, and a second press does nothing while one save is under way.
      aria-disabled={busy !== null || undefined}
      className={className}
      title={title}
    >
      {children}
    </button>
  );
}

/** The rarer actions, folded away; closes on Escape and when the focus goes elsewhere. */
function More({ className, children }: { className: string; children: ReactNode }) {
  const word = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      if (menu.current && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
    };
  }, []);
  return (
    <details
      ref={menu}
      className={`menu ${className}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current) return;
        menu.current.open = false;
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary className="btn">
        <span className="menu-word">{word("more")}</span>
      </summary>
      <div className="menu-items">{children}</div>
    </details>
  );
}
