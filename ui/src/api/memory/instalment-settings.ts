import type {
  AddressView,
  InstalmentKeysRequest,
  InstalmentSettingsRequest,
  InstalmentSettingsView,
  InstalmentTestView,
} from '~/api/generated/contract';
import { clockView } from './keys';
import type { MemoryOptions } from './options';
import { type MemoryInstalments, type World, Refusal, present } from './world';

const URLS = {
  practice: 'http://127.0.0.1:48214',
  production: 'https://gateway.fundiin.vn',
  custom: 'https://gateway-sandbox.fundiin.vn',
} as const;

const PRACTICE_IDS = { merchantId: 'PRACTICE', storeId: 'QUAY-1', platformId: 'TIEN-VE' };
const SUCCESS_URL = 'https://fundiin.vn/thanh-cong';
const UNSUCCESS_URL = 'https://fundiin.vn/khong-thanh-cong';
const CATEGORY = 'Hàng hoá';

export const SHOP_ADDRESS: AddressView = {
  city: 'Hà Nội',
  district: 'Hai Bà Trưng',
  ward: 'Bách Khoa',
  street: 'Đại Cồ Việt',
  houseNumber: '25',
};

export function seedInstalments(options: MemoryOptions): MemoryInstalments {
  return {
    keys: {},
    customBaseUrl: null,
    own: {
      merchantId: '',
      storeId: '',
      platformId: '',
      minimum: null,
      maximum: null,
      successUrl: SUCCESS_URL,
      unsuccessUrl: UNSUCCESS_URL,
      category: CATEGORY,
      address: options.isSetUp && options.hasAddress ? { ...SHOP_ADDRESS } : null,
    },
    known: [
      {
        phone: '0912345678',
        lastName: 'Trần Thị Ngọc',
        firstName: 'Lan',
        email: 'ngoclan@example.com',
      },
    ],
  };
}

export function instalmentSettings(world: World): InstalmentSettingsView {
  const kind = world.environment;
  const { keys, own, customBaseUrl } = world.instalments;
  const isPractice = kind === 'practice';
  const ids = isPractice ? PRACTICE_IDS : own;
  const isPresent = isPractice || keys[kind] !== undefined;
  return {
    ...own,
    ...{ merchantId: ids.merchantId, storeId: ids.storeId, platformId: ids.platformId },
    environment: kind,
    baseUrl: kind === 'custom' ? (customBaseUrl ?? URLS.custom) : URLS[kind],
    credentials: {
      isPresent,
      clientIdTail: keys[kind]?.clientId.slice(-4) ?? null,
      keptIn: 'secretService',
      problem: null,
    },
    isReady: isPresent && [ids.merchantId, ids.storeId, ids.platformId].every((id) => id !== ''),
  };
}

export function updateInstalments(world: World, change: InstalmentSettingsRequest): void {
  const { baseUrl, minimum, maximum, ...rest } = change;
  if (baseUrl !== undefined && !/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)\b)/.test(baseUrl)) {
    throw new Refusal('base_url_refused');
  }
  const before = world.instalments;
  const own = { ...before.own, ...rest };
  if (minimum !== undefined) own.minimum = minimum || null;
  if (maximum !== undefined) own.maximum = maximum || null;
  own.successUrl ||= SUCCESS_URL;
  own.unsuccessUrl ||= UNSUCCESS_URL;
  own.category ||= CATEGORY;
  world.instalments = { ...before, own, customBaseUrl: baseUrl ?? before.customBaseUrl };
}

/** Keys with `sai` in the secret are refused by the gateway, so that wrong keys can be tried. */
export function saveInstalmentKeys(world: World, request: InstalmentKeysRequest): void {
  if (request.clientId.length < 4 || request.secretKey.length < 8) {
    throw new Refusal('credentials_malformed');
  }
  world.instalments.keys[request.kind] = {
    clientId: request.clientId,
    isRight: !request.secretKey.includes('sai'),
  };
}

export function testInstalmentKeys(world: World): InstalmentTestView {
  if (world.troubles.includes('noNetwork')) {
    throw new Refusal('no_network', { certainty: 'notSent' });
  }
  const keys = world.instalments.keys[world.environment];
  if (world.environment !== 'practice' && !keys) throw new Refusal('no_instalment_keys');
  if (keys && !keys.isRight) {
    throw new Refusal('instalment_refused', {
      certainty: 'refused',
      requestId: 'fdn_401',
      params: { result: 'INVALID_SIGNATURE', message: 'Signature is invalid' },
    });
  }
  return {
    clock: clockView(world),
    tookMs: 184,
    said: { result: 'INVALID_REFERENCE_ID', message: 'Reference is not found' },
    at: present(),
  };
}
