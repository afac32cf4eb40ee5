import type { EnvironmentKind, Language, Notice, Theme } from '~/api/generated/contract';

/** How the in-memory app starts. */
export interface MemoryOptions {
  isSetUp: boolean;
  language: Language;
  theme: Theme;
  isLargeType: boolean;
  environment: EnvironmentKind;
  latencyMs: number;
  paymentCount: number;
  skewMs: number;
  notices: Notice[];
  /** Whether the shop's address was entered. */
  hasAddress: boolean;
  /** Whether there are customers and products. */
  hasBooks: boolean;
  /** The owner's PIN, when it is set. */
  ownerPin: string | null;
}

const DAMAGED: Notice = { code: 'storage_damaged', file: 'tien-ve-2026-01-25.hong', saved: 214 };

export const DEFAULTS: MemoryOptions = {
  isSetUp: true,
  language: 'vi',
  theme: 'system',
  isLargeType: false,
  environment: 'practice',
  latencyMs: 120,
  paymentCount: 180,
  skewMs: 1400,
  notices: [],
  hasAddress: true,
  hasBooks: true,
  ownerPin: '2468',
};

/** Reads `?setup=no&language=en&theme=dark&large=yes&env=production&skew=47000&damaged=yes&address=no&books=no&pin=no`. */
export function optionsFrom(query: URLSearchParams): MemoryOptions {
  const oneOf = <Word extends string>(name: string, words: readonly Word[], other: Word): Word =>
    words.find((word) => word === query.get(name)) ?? other;
  return {
    ...DEFAULTS,
    isSetUp: query.get('setup') !== 'no',
    language: oneOf('language', ['vi', 'en'], DEFAULTS.language),
    theme: oneOf('theme', ['system', 'light', 'dark'], DEFAULTS.theme),
    isLargeType: query.get('large') === 'yes',
    environment: oneOf('env', ['practice', 'production', 'custom'], DEFAULTS.environment),
    skewMs: Number(query.get('skew') ?? DEFAULTS.skewMs),
    hasAddress: query.get('address') !== 'no',
    hasBooks: query.get('books') !== 'no',
    ownerPin: query.get('pin') === 'no' ? null : DEFAULTS.ownerPin,
    notices: query.get('damaged') === 'yes' ? [DAMAGED] : [],
  };
}
