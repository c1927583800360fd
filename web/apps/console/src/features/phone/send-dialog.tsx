import { api, type PlaceRead, unwrap } from "@lianxin/api";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { isComposing } from "@lianxin/ui";
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { nodeText } from "../../shared/formats/node-text";

/** Where the caller can be sent: places of the flow that the call runs, whatever was published since. */
function usePlaces(call: string) {
  return useQuery({
    queryKey: ["places", call],
    queryFn: () =>
      unwrap(api.GET("/api/calls/{call_id}/places", { params: { path: { call_id: call } } })),
    staleTime: Number.POSITIVE_INFINITY, // a call keeps the flow that it began with
  });
}

/** What a place is called: as the centre has named it, else as we do. */
function placeText({ node, name }: Pick<PlaceRead, "node" | "name">): string {
  return name || nodeText(node);
}

/** Those whose name, node or keys hold what is looked for, in their order. */
export function placesFor(items: readonly PlaceRead[], wanted: string): PlaceRead[] {
  const words = wanted.trim().toLowerCase();
  return items.filter(({ node, name, keys }) =>
    [placeText({ node, name }), node, keys.join("")].some((text) =>
      text.toLowerCase().includes(words),
    ),
  );
}

/** 人工转自动: one choice sends the caller off. Enter takes the first that is shown. */
export function SendDialog({
  call,
  onSend,
  onClose,
}: {
  call: string;
  onSend: (node: string, back: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const places = usePlaces(call);
  const [wanted, setWanted] = useState("");
  const [back, setBack] = useState(true);
  const found = placesFor(places.data?.items ?? [], wanted);
  const first = found[0];
  return (
    <Modal title={t("phone.send.title")} open footer={null} onCancel={onClose} destroyOnHidden>
      <p className="lx-soft">{t("phone.send.hint")}</p>
      <Input
        type="search"
        autoFocus
        aria-label={t("phone.send.search")}
        placeholder={t("phone.send.search")}
        maxLength={64}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onPressEnter={({ nativeEvent }) => {
          if (first !== undefined && !isComposing(nativeEvent)) onSend(first.node, back);
        }}
      />
      {places.data === undefined ? (
        <NoDataYet queries={[places]} rows={4} />
      ) : (
        <ul className="send-places" aria-label={t("phone.send.places")}>
          {found.map(({ node, name, type, keys }) => (
            <li key={node}>
              <button type="button" onClick={() => onSend(node, back)}>
                <strong>{placeText({ node, name })}</strong>
                <span className="lx-soft">{wordFor("phone.send.type", type, "")}</span>
                {keys.length > 0 && (
                  <span className="lx-faint lx-figure">
                    {t("phone.path", { keys: keys.join(" ") })}
                  </span>
                )}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="lx-soft">{t("phone.send.none")}</li>}
        </ul>
      )}
      <Checkbox checked={back} onChange={(event) => setBack(event.target.checked)}>
        {t("phone.send.back")}
      </Checkbox>
    </Modal>
  );
}
