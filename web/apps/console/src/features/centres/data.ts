import { api, type CentreCreate, type CentreUpdate, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

export function useCentres() {
  return useQuery({
    queryKey: ["platform", "centres"],
    queryFn: () => unwrap(api.GET("/api/platform/centres")),
  });
}

export function foundCentre(body: CentreCreate) {
  return unwrap(api.POST("/api/platform/centres", { body }));
}

export function changeCentre(centre: string, body: CentreUpdate) {
  return unwrap(
    api.PATCH("/api/platform/centres/{centre}", { params: { path: { centre } }, body }),
  );
}
