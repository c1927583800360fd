import { api, type CentreChange, type NewCentreForm, take } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

export function useCentres() {
  return useQuery({
    queryKey: ["platform", "centres"],
    queryFn: () => take(api.GET("/api/platform/centres")),
  });
}

export function foundCentre(body: NewCentreForm) {
  return take(api.POST("/api/platform/centres", { body }));
}

export function changeCentre(centre: string, body: CentreChange) {
  return take(api.PATCH("/api/platform/centres/{centre}", { params: { path: { centre } }, body }));
}
