import type { PersonCreate, PersonPassword, PowersRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useRef } from "react";
import { FormDialog, useApiForm } from "../../shared/form";
import { takeOn } from "./data";
import { PersonFields } from "./fields";

const BLANK: Required<PersonCreate> = {
  number: "",
  name: "",
  roles: [],
  rights: [],
  expires_on: null,
};

/** Take somebody on; the password that they begin with is told once. */
export function NewPersonDialog({
  powers,
  onClose,
  onMade,
}: {
  powers: PowersRead;
  onClose: () => void;
  onMade: (told: PersonPassword) => void;
}) {
  const { t } = useTranslation();
  const made = useRef<PersonPassword | null>(null);
  const state = useApiForm({
    name: "person/+",
    initial: BLANK,
    write: async (values) => {
      made.current = await takeOn(values);
    },
    keys: [["people"]],
    onDone: () => {
      onClose();
      if (made.current !== null) onMade(made.current);
    },
  });
  const { roles, rights } = powers;
  return (
    <FormDialog
      state={state}
      title={t("people.make")}
      saveLabel={t("people.make")}
      onClose={onClose}
    >
      {roles.length === 0 && <p className="lx-soft">{t("people.rolesLater")}</p>}
      <PersonFields
        may={{ account: true, expiry: true, roles, rights }}
        roles={roles}
        rights={rights}
      />
    </FormDialog>
  );
}
