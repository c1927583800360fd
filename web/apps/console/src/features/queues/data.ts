import { api, type QueueUpdate, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";

export function useQueues() {
  return useQuery({ queryKey: ["queues"], queryFn: () => unwrap(api.GET("/api/queues")) });
}

export function changeQueue(queue: string, body: QueueUpdate) {
  return unwrap(api.PUT("/api/queues/{queue}", { params: { path: { queue } }, body }));
}

type QueueMembers = components["schemas"]["QueueMembers"];

export function changeMembers(queue: string, body: QueueMembers) {
  return unwrap(api.PUT("/api/queues/{queue}/members", { params: { path: { queue } }, body }));
}
