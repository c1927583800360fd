import { Input, Select } from "antd";
import { setHead } from "../model/edit";
import { isObject } from "../model/flow";
import type { Field } from "../model/schema";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { FieldControl } from "./fields";
import { MapField } from "./many-fields";
import { useNodeOptions } from "./node-field";
import { Row } from "./node-panel";
import { useVocabulary } from "./vocabulary";

const VALUE: Field = {
  name: "value",
  kind: "scalar",
  required: true,
  nullable: true,
  preset: "",
  ref: null,
  pattern: null,
  least: null,
  most: null,
  whole: false,
  choices: [],
  item: null,
  keys: [],
  parts: [],
};
const VARIABLES: Field = { ...VALUE, name: "variables", kind: "map", item: VALUE };

/** The flow's own fields, while no node is chosen. */
export function FlowPanel() {
  const words = useWords();
  const { panel } = words;
  const store = useEditorStore();
  const vocabulary = useVocabulary();
  const readOnly = useEditor((state) => state.readOnly);
  const spec = useEditor((state) => state.document.spec);
  const options = useNodeOptions();
  const languages = Array.isArray(spec.languages) ? spec.languages.map(String) : ["zh"];
  return (
    <div className="fe-panel-body">
      <p className="fe-panel-type">{panel.flow}</p>
      <p className="lx-faint fe-about">{readOnly ? panel.nothingToRead : panel.nothing}</p>
      <Row label={panel.flowTitle} field="title">
        {(id) => (
          <Input
            id={id}
            value={spec.title}
            disabled={readOnly}
            maxLength={100}
            onChange={(event) => store.apply(setHead({ title: event.target.value }), "title")}
          />
        )}
      </Row>
      <Row label={panel.flowStart} field="start">
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={spec.start}
            disabled={readOnly}
            options={options}
            onChange={(start) => store.apply(setHead({ start }))}
          />
        )}
      </Row>
      <Row label={panel.agentNode} hint={panel.agentNodeHint} field="agent_node">
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={typeof spec.agent_node === "string" ? spec.agent_node : ""}
            disabled={readOnly}
            options={[{ value: "", label: words.field.none }, ...options]}
            onChange={(node) => store.apply(setHead({ agent_node: node === "" ? null : node }))}
          />
        )}
      </Row>
      <Row label={panel.languages} hint={panel.languagesHint} field="languages">
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={languages}
            disabled={readOnly}
            options={vocabulary.languages.map((value) => ({
              value,
              label: words.languages[value] ?? value,
            }))}
            onChange={(next) => next.length > 0 && store.apply(setHead({ languages: next }))}
          />
        )}
      </Row>
      <div className="fe-row" data-field="variables">
        <span className="fe-label">{panel.variables}</span>
        <MapField
          Control={FieldControl}
          field={VARIABLES}
          value={isObject(spec.variables) ? spec.variables : {}}
          label={panel.variables}
          type=""
          node=""
          readOnly={readOnly}
          onChange={(variables) => store.apply(setHead({ variables }), "variables")}
        />
      </div>
    </div>
  );
}
