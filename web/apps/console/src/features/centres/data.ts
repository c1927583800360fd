import { api, type CentreCreate, type CentreRead, type CentreUpdate, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";
import { type WriteKeys, writeShape } from "../../shared/data/write-shape";

const WRITTEN: WriteKeys<CentreUpdate> = {
  name: true,
  city: true,
  area_code: true,
  quotas: true,
  functions_off: true,
  separate_administrators: true,
  dormant_days: true,
  second_factor_roles: true,
  version: true,
};

/** What can be changed of a centre, as the API takes it. */
export function changeOf(centre: CentreRead) {
  const { version: _, ...fields } = writeShape(WRITTEN, centre);
  return fields;
}

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
