/** Faults of a single answer. Text: `legalRequests.fieldErrors[code]`. */
const fieldErrorCodes = [
  'required',
  'too_long',
  'line_break_not_allowed',
  'option_invalid',
  'date_invalid',
  'date_time_invalid',
  'time_zone_invalid',
  'time_does_not_exist',
  'email_invalid',
  'telephone_invalid',
  'ip_invalid',
  'customer_number_invalid',
  'reference_invalid',
  'delivery_reference_invalid',
  'legal_basis_not_for_you',
  'too_many_targets',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

export function isFieldErrorCode(code: string): code is FieldErrorCode {
  return (fieldErrorCodes as readonly string[]).includes(code);
}
