/** A small schema of the same form as the server's: each kind of field once. */
const node = { type: "string", "x-ref": "node" };
const prompt = { type: "string", "x-ref": "prompt", pattern: "^[a-z]+$" };
const key = { enum: ["0", "1", "2", "3", "*", "#"], type: "string" };
const clock = { type: "string", pattern: "^[0-9]{2}:[0-9]{2}$" };

function nodeSchema(
  type: string,
  group: string,
  properties: Record<string, unknown>,
  required: string[],
  example: Record<string, unknown>,
) {
  return {
    type: "object",
    additionalProperties: false,
    "x-group": group,
    "x-function": "",
    properties: { ...properties, type: { const: type, default: type, type: "string" } },
    required: ["type", ...required],
    examples: [{ type, ...example }],
  };
}

export const FIXTURE = {
  $defs: {
    Say: nodeSchema(
      "say",
      "play",
      { prompts: { type: "array", items: prompt }, next: node },
      ["prompts", "next"],
      { prompts: ["welcome"], next: "main" },
    ),
    Menu: nodeSchema(
      "menu",
      "choose",
      {
        prompts: { type: "array", items: prompt },
        keys: { type: "object", propertyNames: key, additionalProperties: node },
        tries: { type: "integer", minimum: 1, maximum: 9, default: 3 },
        otherwise: { anyOf: [node, { type: "null" }], default: null },
      },
      ["prompts", "keys"],
      { prompts: ["main_menu"], keys: { "1": "a", "2": "b" } },
    ),
    Branch: nodeSchema(
      "branch",
      "choose",
      {
        cases: { type: "array", items: { $ref: "#/$defs/Case" } },
        otherwise: node,
      },
      ["cases", "otherwise"],
      { cases: [{ when: "true", to: "a" }], otherwise: "b" },
    ),
    Case: {
      type: "object",
      properties: { when: { type: "string", "x-ref": "expression" }, to: node },
      required: ["when", "to"],
    },
    Hours: nodeSchema(
      "hours",
      "choose",
      {
        week: {
          type: "object",
          propertyNames: { enum: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
          additionalProperties: {
            type: "array",
            items: { type: "array", prefixItems: [clock, clock], minItems: 2, maxItems: 2 },
          },
        },
        open: node,
        closed: node,
      },
      ["week", "open", "closed"],
      { week: {}, open: "a", closed: "b" },
    ),
    HangUp: nodeSchema(
      "hang_up",
      "control",
      { prompts: { type: "array", items: prompt, default: [] } },
      [],
      {},
    ),
  },
};
