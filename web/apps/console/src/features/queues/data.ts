import { api, type QueueUpdate, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

export function useQueues() {
  return useQuery({ queryKey: ["queues"], queryFn: () => unwrap(api.GET("/api/queues")) });
}

export function changeQueue(queue: string, body: QueueUpdate) {
  return unwrap(api.PUT("/api/queues/{queue}", { params: { path: { queue } }, body }));
}
