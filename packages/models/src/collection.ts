import { z } from "zod";

/** One page of a collection as Graph sends it. */
export interface Collection<Item> {
  "@odata.context"?: string | undefined;
  /** Only when asked for with `$count=true`; a string when the answer is IEEE 754 compatible. */
  "@odata.count"?: number | string | null | undefined;
  /** Absent on the last page. Follow it unchanged; a page may be empty and still have one. */
  "@odata.nextLink"?: string | null | undefined;
  value: Item[];
}

/** The schema of one page of items. Unknown annotations survive. */
export function collectionSchema<Item>(item: z.ZodType<Item>): z.ZodType<Collection<Item>> {
  return z.looseObject({
    "@odata.context": z.string().optional(),
    "@odata.count": z.union([z.number(), z.string()]).nullable().optional(),
    "@odata.nextLink": z.string().nullable().optional(),
    value: z.array(item),
  });
}
