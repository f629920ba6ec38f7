import { z } from "zod";
import { collectionSchema } from "../src/collection.js";
import { edm } from "../src/edm.js";
import { graphErrorBodySchema } from "../src/graph-error.js";
import { isOpen } from "../src/structured-type.js";
import {
  betaCreateStrict,
  betaStrict,
  betaUpdateStrict,
  v1CreateStrict,
  v1Strict,
  v1UpdateStrict,
} from "../src/types/provisioning-object-summary.js";

interface SchemaFile {
  readonly title: string;
  readonly description: string;
  readonly schema: z.ZodType;
}

const page = "A page of a list. Every item is a whole summary.";
const whole = "A summary as the service sends it. Closed types take declared properties and annotations only.";
const create = "A summary to be stored. activityDateTime is needed; the server may choose the id.";
const update = "A change to a summary. What is missing stays, null clears.";

/** The JSON Schema files of the package by name. They state the wire form; older spellings are not part of it. */
const files: Readonly<Record<string, SchemaFile>> = {
  "provisioning-object-summary.beta": {
    title: "provisioningObjectSummary (beta)",
    description: whole,
    schema: betaStrict,
  },
  "provisioning-object-summary.beta.create": {
    title: "provisioningObjectSummary to create (beta)",
    description: create,
    schema: betaCreateStrict,
  },
  "provisioning-object-summary.beta.update": {
    title: "provisioningObjectSummary update (beta)",
    description: update,
    schema: betaUpdateStrict,
  },
  "provisioning-object-summary.beta.collection": {
    title: "provisioningObjectSummary collection (beta)",
    description: page,
    schema: collectionSchema(betaStrict),
  },
  "provisioning-object-summary.v1": { title: "provisioningObjectSummary (v1.0)", description: whole, schema: v1Strict },
  "provisioning-object-summary.v1.create": {
    title: "provisioningObjectSummary to create (v1.0)",
    description: create,
    schema: v1CreateStrict,
  },
  "provisioning-object-summary.v1.update": {
    title: "provisioningObjectSummary update (v1.0)",
    description: update,
    schema: v1UpdateStrict,
  },
  "provisioning-object-summary.v1.collection": {
    title: "provisioningObjectSummary collection (v1.0)",
    description: page,
    schema: collectionSchema(v1Strict),
  },
  error: {
    title: "Graph error",
    description: "The body of every failed answer.",
    schema: graphErrorBodySchema,
  },
};

/** Renders every file: name to text. */
export function renderJsonSchemas(): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).map(([name, file]) => [`${name}.schema.json`, render(toJsonSchema(file))]));
}

// Laid out as the repository's formatter does it: short lists of texts stay on one line.
function render(schema: object): string {
  const text = JSON.stringify(schema, null, 2).replaceAll("__schema0", "innerError");
  return `${text.replaceAll(/^(.*)\[\s+("[^\]]*")\s+\]/gm, (expanded, start: string, items: string) => {
    const line = `${start}[${items.replaceAll(/\s*\n\s*/g, " ")}]`;
    return line.length < 120 ? line : expanded;
  })}\n`;
}

function toJsonSchema({ title, description, schema }: SchemaFile): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "output",
    metadata: definitionNames(schema),
    reused: "inline",
    override: ({ zodSchema, jsonSchema }) => {
      // OData may put annotations on any object, so a closed type takes `@x` and `y@odata.x`.
      if (zodSchema instanceof z.ZodObject && !isOpen(zodSchema)) {
        jsonSchema.patternProperties = { "^@|@odata\\.": {} };
      }
    },
  });
  return { $schema, title, description, ...rest };
}

/** Names the complex types below a schema, so that each is written once, under its own name. */
function definitionNames(root: z.core.$ZodType) {
  const names = z.registry<{ id: string }>();
  const visit = (schema: z.core.$ZodType): void => {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) visit(schema.def.innerType);
    else if (schema instanceof z.ZodArray) visit(schema.def.element);
    else if (schema instanceof z.ZodObject) {
      const type = edm.get(schema)?.type;
      if (type !== undefined && schema !== root && !names.has(schema)) {
        names.add(schema, { id: type.replace("microsoft.graph.", "") });
      }
      for (const property of Object.values(schema.def.shape)) visit(property as z.core.$ZodType);
    }
  };
  visit(root);
  return names;
}
