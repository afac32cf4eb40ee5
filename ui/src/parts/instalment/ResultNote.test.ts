import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import ResultNote from './ResultNote.svelte';

describe("the note on Fundiin's answer", () => {
  it('says it, what it means, what to do, and the own words', () => {
    render(ResultNote, { said: { result: 'PHONE_NUMBER_INVALID', message: 'Sai định dạng' } });
    expect(screen.getByText('Số điện thoại không đúng')).toBeVisible();
    expect(screen.getByText(/tiền không thay đổi/)).toBeVisible();
    expect(screen.getByText('Sửa số điện thoại.')).toBeVisible();
    expect(screen.getByText('PHONE_NUMBER_INVALID – Sai định dạng')).toBeVisible();
  });

  it('leaves meaning and step to the screen when compact', () => {
    render(ResultNote, { said: { result: 'EXPIRED', message: '' }, compact: true });
    expect(screen.getByText('Khách đã hết thời gian xác nhận')).toBeVisible();
    expect(screen.getByText('EXPIRED')).toBeVisible();
    expect(screen.queryByText(/Tạo lại nếu khách/)).not.toBeInTheDocument();
  });

  it('shows an unknown word and a stranger’s markup as text', () => {
    const { container } = render(ResultNote, {
      said: { result: 'HALF_DONE', message: '<img src=x onerror=alert(1)>' },
    });
    expect(screen.getByText('Fundiin trả lời: HALF_DONE')).toBeVisible();
    expect(screen.getByText(/<img src=x/)).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('offers what the screen can do, and copies the own words', async () => {
    const run = vi.fn();
    const user = userEvent.setup();
    render(ResultNote, {
      said: { result: 'DUPLICATE_REFERENCE_ID', message: 'Trùng mã' },
      remedies: { checkNow: { label: 'Kiểm tra', run } },
    });
    await user.click(screen.getByRole('button', { name: 'Kiểm tra' }));
    expect(run).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Sao chép nguyên văn của Fundiin' }));
    expect(await navigator.clipboard.readText()).toBe('DUPLICATE_REFERENCE_ID – Trùng mã');
  });
});
