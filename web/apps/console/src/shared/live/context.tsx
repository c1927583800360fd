import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { Workplace, WorkplaceState } from "./workplace";

const WorkplaceContext = createContext<Workplace | null>(null);

export function WorkplaceProvider({ value, children }: { value: Workplace; children: ReactNode }) {
  return <WorkplaceContext value={value}>{children}</WorkplaceContext>;
}

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (workplace === null) throw new Error("useWorkplace stands outside of its provider");
  return workplace;
}

export function useWorkplaceState(): WorkplaceState {
  const workplace = useWorkplace();
  return useSyncExternalStore(workplace.subscribe, workplace.get);
}
