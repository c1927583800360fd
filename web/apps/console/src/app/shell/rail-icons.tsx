import type { GroupName } from "./pages";

/** One sign for each group, drawn on 20 by 20 with one weight of line; the word stands below. */
const PATHS: Record<GroupName, string> = {
  intake:
    "M4 11V9.500a6 6 0 0 1 12 0V11M4 11h2.500v4H5a1 1 0 0 1-1-1zm12 0h-2.500v4M16 11v3a3 3 0 0 1-3 3h-2",
  lead: "M3.500 4.500h13v8h-7l-4 3.500v-3.500h-2zM7 7.500h6M7 9.500h4",
  casework:
    "M5 3.500h7l3.500 3.500v9.500H5zM12 3.500V7h3.500M7.500 10.500h5.500M7.500 13.500h5.500",
  knowing:
    "M10 5.500C8 4 5.500 3.500 3 3.800v11.400c2.500-.3 5 .2 7 1.700 2-1.500 4.500-2 7-1.700V3.800c-2.500-.3-5 .2-7 1.700zm0 0v11.400",
  automation:
    "M10 3v3.500M10 6.500H5.500V11M10 6.500h4.500V11M3.500 11h4v4.500h-4zM12.500 11h4v4.500h-4z",
  figures: "M3.500 16.500h13M5.500 16.500V10M10 16.500V4M14.500 16.500V7.500",
  system:
    "M3.500 6h8M15 6h1.500M3.500 14h1.500M8.500 14h8M11.500 6a1.750 1.750 0 1 0 3.500 0 1.750 1.750 0 1 0-3.500 0M5 14a1.750 1.750 0 1 0 3.500 0A1.750 1.750 0 1 0 5 14",
};

export function GroupIcon({ name }: { name: GroupName }) {
  return (
    <svg className="rail-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
