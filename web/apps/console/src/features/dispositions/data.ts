import { api, type DispositionCreate, type DispositionUpdate, unwrap } from "@lianxin/api";

export function makeDisposition(body: DispositionCreate) {
  return unwrap(api.POST("/api/dispositions", { body }));
}

export function changeDisposition(disposition: string, body: DispositionUpdate) {
  return unwrap(
    api.PUT("/api/dispositions/{disposition}", { params: { path: { disposition } }, body }),
  );
}
