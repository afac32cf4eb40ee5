import type { CustomerFactsView, CustomerView } from '~/api/generated/contract';
import { cleanMirror } from './books';
import { errorBody } from './world';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi'];
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc'];
const GIVEN = ['An', 'Hạnh', 'Đức', 'Lan', 'Phúc', 'Thảo', 'Uyên', 'Vũ'];
const COUNT = 64;

const NO_ADDRESS = { country: '', province: '', district: '', ward: '', address: '', zipCode: '' };

function person(index: number): CustomerFactsView {
  const name = [FAMILY, MIDDLE, GIVEN].map((names) => names[index % names.length] ?? '').join(' ');
  return {
    code: `KH${String(index + 1).padStart(4, '0')}`,
    name,
    phone: `09${String(10_000_000 + index * 137_911).slice(-8)}`,
    kind: 'person',
    email: '',
    taxId: '',
    tag: index % 9 === 0 ? 'Khách quen' : '',
    contacts: [],
    address: { ...NO_ADDRESS, province: 'Hà Nội' },
  };
}

const COMPANY: CustomerFactsView = {
  code: 'CTY001',
  name: 'Công ty TNHH Bánh Mì Góc Phố',
  phone: '02438251234',
  kind: 'company',
  email: 'ketoan@gocpho.example',
  taxId: '0101234567',
  tag: '',
  contacts: [{ name: 'Vũ Thị Kế Toán', phone: '0988776655', email: '' }],
  address: { ...NO_ADDRESS, province: 'Hà Nội', address: '12 Hàng Bạc' },
};

/** Some dozens of people and a company, one of them refused, one gone. */
export function seedCustomers(): CustomerView[] {
  const facts = [COMPANY, ...Array.from({ length: COUNT - 1 }, (_, index) => person(index))];
  return facts.map((one, index) => {
    const mirror = cleanMirror(`gw-c${index}`);
    if (index === 3) {
      mirror.state = 'refused';
      mirror.problem = errorBody('refused_content', { certainty: 'refused', requestId: 'req-c3' });
      mirror.message = 'phone is invalid';
    }
    if (index === 5) mirror.state = 'gone';
    return { id: `customer-${index}`, facts: one, mirror };
  });
}
