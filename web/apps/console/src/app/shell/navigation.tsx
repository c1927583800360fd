import { useTranslation } from "@lianxin/i18n";
import { Dropdown } from "antd";
import { NavLink, useLocation, useNavigate } from "react-router";
import { useSession } from "../../shared/session";
import { type PageEntry, pagesOf } from "./pages";

/** Pages that stand side by side in the narrowest header; of more the last ones fold up. */
const SIDE_BY_SIDE = 6;

/** The pages of this person: the first ones as links, what is left behind one word. */
export function Navigation() {
  const { t } = useTranslation();
  const pages = pagesOf(useSession());
  const folds = pages.length > SIDE_BY_SIDE + 1;
  const beside = folds ? pages.slice(0, SIDE_BY_SIDE) : pages;
  return (
    <nav className="head-nav" aria-label={t("shell.nav")}>
      {beside.map(({ name, path }) => (
        <NavLink key={name} to={path} end={path === "/"}>
          {t(`shell.${name}`)}
        </NavLink>
      ))}
      {folds && <More pages={pages.slice(SIDE_BY_SIDE)} />}
    </nav>
  );
}

/** The open page is told on the button itself: where one is must never be hidden in a menu. */
function More({ pages }: { pages: PageEntry[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const open = pages.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <Dropdown
      trigger={["click"]}
      autoFocus
      menu={{
        items: pages.map(({ name, path }) => ({ key: path, label: t(`shell.${name}`) })),
        selectedKeys: open === undefined ? [] : [open.path],
        onClick: ({ key }) => void navigate(key),
      }}
    >
      <button
        type="button"
        className={open === undefined ? "" : "active"}
        aria-current={open === undefined ? undefined : "page"}
      >
        {open === undefined ? t("shell.more") : t(`shell.${open.name}`)}
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="m2.500 4.500 3.500 3.500 3.500-3.500" />
        </svg>
      </button>
    </Dropdown>
  );
}
