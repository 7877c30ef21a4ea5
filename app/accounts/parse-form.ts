import type { z } from '#app/forms/zod.ts';

/** What was typed, and the code of the first error of each field. */
export interface FormFault {
  values: Record<string, string>;
  errors: Record<string, string>;
}

export type ParsedForm<Value> = { ok: true; value: Value } | ({ ok: false } & FormFault);

/** Reads a native form post by the schema that the page uses too. Files and repeated names do not occur in these forms. */
export function parseForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): ParsedForm<z.infer<Schema>> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message;
  return { ok: false, values, errors };
}

/** The same shape for an error that the domain found. */
export function faultOf(values: Record<string, string>, field: string, code: string): FormFault {
  return { values, errors: { [field]: code } };
}
