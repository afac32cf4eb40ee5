import type { InstalmentReadRequest, InstalmentReadView } from '~/api/generated/contract';
import type { World } from './world';

/** A rough reading of what is typed about a customer; the host's reading is the real one. */
export function readCustomer(world: World, request: InstalmentReadRequest): InstalmentReadView {
  const phone = phoneOf(request.phone);
  const words = request.name.trim().split(/\s+/).filter(Boolean);
  const email = request.email.trim();
  return {
    phone,
    isPhoneWrong: request.phone.trim() !== '' && phone === null,
    known: world.instalments.known.find((customer) => customer.phone === phone) ?? null,
    lastName: words.slice(0, -1).join(' '),
    firstName: words.at(-1) ?? '',
    isNameShort: words.length === 1,
    isEmailWrong: email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email),
  };
}

function phoneOf(text: string): string | null {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^\+?84/, '0');
  return /^0[35789]\d{8}$/.test(digits) ? digits : null;
}
