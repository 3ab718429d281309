// Prints a JSON Schema (draft 2020-12) for each kind of payload that is sent to Discord; keys that Discord does not know are refused.
import * as z from "zod";
import * as spec from "discord-api-spec/zod";

const PAYLOADS = {
  message: spec.MessageCreateRequestSchema,
  callback: z.union([
    spec.ApplicationCommandAutocompleteCallbackRequestSchema,
    spec.CreateMessageInteractionCallbackRequestSchema,
    spec.ModalInteractionCallbackRequestSchema,
    spec.UpdateMessageInteractionCallbackRequestSchema,
  ]),
  webhook: spec.IncomingWebhookRequestPartialSchema,
  webhookUpdate: spec.IncomingWebhookUpdateRequestPartialSchema,
  command: spec.ApplicationCommandUpdateRequestSchema,
};

function strict(schema) {
  if (schema !== null && typeof schema === "object") {
    if (schema.type === "object" && schema.properties !== undefined) schema.additionalProperties = false;
    Object.values(schema).forEach(strict);
  }
  return schema;
}

const made = Object.entries(PAYLOADS).map(([name, schema]) => [name, strict(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }))]);
process.stdout.write(JSON.stringify(Object.fromEntries(made)));
