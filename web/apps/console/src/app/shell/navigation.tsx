import { useTranslation } from "@lianxin/i18n";
import { Drawer, Tooltip } from "antd";
import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
import type { Group, PageEntry, PageName } from "./pages";
import { badgeText, type Memory, sumOf, targetOf, type Waiting } from "./rail";
import { GroupIcon } from "./rail-icons";
import { useRail, useWaiting } from "./use-rail";

/**
 * The rail: a group is a sign and a word and leads to its page that was open last; the open one
 * lists its pages. A group of one page is that page.
 */
export function Navigation() {
  const { t } = useTranslation();
  const { groups, memory, here, open } = useRail();
  const waiting = useWaiting();
  return (
    <nav className="rail" aria-label={t("shell.nav")}>
      <ul>
        {groups.map((group) =>
          group.name === open && group.pages.length > 1 ? (
            <li key={group.name} className="rail-open">
              <OpenGroup group={group} here={here} waiting={waiting} />
            </li>
          ) : (
            <li key={group.name}>
              <FoldedGroup group={group} memory={memory} here={here} waiting={waiting} />
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

interface GroupProps {
  group: Group;
  here: PageName | undefined;
  waiting: Waiting;
}

function FoldedGroup({ group, memory, here, waiting }: GroupProps & { memory: Memory }) {
  const { t } = useTranslation();
  const target = targetOf(group, memory);
  const alone = group.pages.length === 1;
  const word = alone ? t(`shell.${target.name}`) : t(`shell.group.${group.name}`);
  const pages = group.pages.map(({ name }) => t(`shell.${name}`)).join(" · ");
  return (
    <RailLink
      className="rail-group"
      to={target.path}
      current={alone && here === target.name}
      count={sumOf(group.pages, waiting)}
      hint={alone ? "" : pages}
    >
      <GroupIcon name={group.name} />
      {word}
    </RailLink>
  );
}

function OpenGroup({ group, here, waiting }: GroupProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <span className="rail-group" id={id}>
        <GroupIcon name={group.name} />
        {t(`shell.group.${group.name}`)}
      </span>
      <PageLinks pages={group.pages} here={here} waiting={waiting} labelledBy={id} />
    </>
  );
}

function PageLinks({
  pages,
  here,
  waiting,
  labelledBy,
  onGo,
}: {
  pages: readonly PageEntry[];
  here: PageName | undefined;
  waiting: Waiting;
  labelledBy: string;
  onGo?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ul aria-labelledby={labelledBy}>
      {pages.map(({ name, path }) => (
        <li key={name}>
          <RailLink
            className="rail-page"
            to={path}
            current={here === name}
            count={waiting[name] ?? 0}
            onClick={onGo}
          >
            {t(`shell.${name}`)}
          </RailLink>
        </li>
      ))}
    </ul>
  );
}

/** What waits stands beside the link: its name stays the page's. */
function RailLink({
  to,
  className,
  current,
  count,
  hint = "",
  children,
  onClick,
}: {
  to: string;
  className: string;
  current: boolean;
  count: number;
  hint?: string;
  children: ReactNode;
  onClick?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <Tooltip title={hint} placement="right" mouseEnterDelay={0.4}>
        <Link
          to={to}
          className={className}
          aria-current={current ? "page" : undefined}
          aria-describedby={count > 0 ? id : undefined}
          {...(onClick === undefined ? {} : { onClick })}
        >
          {children}
        </Link>
      </Tooltip>
      {count > 0 && (
        <span className="rail-badge lx-figure">
          <span aria-hidden="true">{badgeText(count)}</span>
          <span className="lx-visually-hidden" id={id}>
            {t("shell.waits", { count })}
          </span>
        </span>
      )}
    </>
  );
}

/** On a telephone: one button, and all groups with their pages on a sheet. */
export function NavigationSheet() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="head-sheet"
        aria-label={t("shell.openNav")}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 5.500h14M3 10h14M3 14.500h14" />
        </svg>
      </button>
      <Drawer
        title={t("shell.nav")}
        placement="left"
        size={296}
        open={open}
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        <GroupList onGo={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function GroupList({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation();
  const { groups, here } = useRail();
  const waiting = useWaiting();
  const id = useId();
  return (
    <nav className="sheet" aria-label={t("shell.nav")}>
      {groups.map(({ name, pages }) => (
        <section key={name}>
          <h2 id={`${id}-${name}`}>
            <GroupIcon name={name} />
            {t(`shell.group.${name}`)}
          </h2>
          <PageLinks
            pages={pages}
            here={here}
            waiting={waiting}
            labelledBy={`${id}-${name}`}
            onGo={onGo}
          />
        </section>
      ))}
    </nav>
  );
}
