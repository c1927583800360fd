import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useState } from "react";
import { Figures } from "../../shared/components/figures";
import { useApiMutation } from "../../shared/data/use-mutation";
import { newCode, readAgainIfClosed } from "./data";

/** A new code for the citizen; asks once, because the old one stops working. */
export function CodeButton({ id, number }: { id: string; number: string }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const [code, setCode] = useState<string | null>(null);
  const { run: issue } = useApiMutation({
    write: async () => setCode((await newCode(id)).code),
    onRefused: (error) => readAgainIfClosed(client, id, error),
  });
  const ask = () =>
    modal.confirm({
      title: t("cases.newCodeAsk", { number }),
      content: t("cases.codeHint"),
      okText: t("cases.newCodeConfirm"),
      onOk: () => issue(),
    });
  return (
    <>
      <Button onClick={() => void ask()}>{t("cases.newCode")}</Button>
      <Modal
        open={code !== null}
        width={640}
        title={t("cases.code")}
        onCancel={() => setCode(null)}
        mask={{ closable: false }}
        keyboard={false} // it is told this once
        footer={<Button onClick={() => setCode(null)}>{t("common.close")}</Button>}
      >
        <Figures number={number} code={code} />
        <p className="code-once">{t("cases.codeOnce")}</p>
      </Modal>
    </>
  );
}
