/** `0912345678` → `0912 345 678`; anything that is no domestic number stays as it is. */
export function formatPhone(phone: string): string {
  const mobile = /^(\d{4})(\d{3})(\d{3})$/.exec(phone);
  if (mobile) return mobile.slice(1).join(' ');
  const landline = /^(\d{3})(\d{4})(\d{4})$/.exec(phone);
  return landline ? landline.slice(1).join(' ') : phone;
}

/** Whether a search is for a phone number rather than for a name. */
export function isPhoneLike(text: string): boolean {
  return /^\+?[\d\s.()-]+$/.test(text.trim()) && text.replace(/\D/g, '').length >= 6;
}
