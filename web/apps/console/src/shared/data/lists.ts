import type { paths } from "@lianxin/api/schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

/** What may be asked of a list of the API. */
export type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
}

/** Lists grow by cursor; rows stay on screen while a new filter is on its way. */
export function useList<Item>(
  key: unknown[],
  read: (cursor: string | null) => Promise<Page<Item>>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    ...query,
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    total: query.data?.pages[0]?.total ?? 0,
  };
}

export type ListQuery<Item> = ReturnType<typeof useList<Item>>;
