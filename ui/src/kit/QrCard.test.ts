import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import QrCard from './QrCard.svelte';

const drawing = { side: 29, path: 'M4 4h1v1h-1z' };

describe('a QR', () => {
  it('is one picture with a name, drawn module by module', () => {
    render(QrCard, { drawing, label: 'VietQR 85.000 ₫' });
    const picture = screen.getByRole('img', { name: 'VietQR 85.000 ₫' });
    expect(picture).toHaveAttribute('viewBox', '0 0 29 29');
    expect(picture.querySelector('path')).toHaveAttribute('d', drawing.path);
  });

  it('says that it is crossed out', () => {
    render(QrCard, { drawing, label: 'VietQR', isCrossedOut: true, crossedOutWord: 'HẾT HẠN' });
    expect(screen.getByRole('img')).toHaveAccessibleName('VietQR – HẾT HẠN');
  });
});
