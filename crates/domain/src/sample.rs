//! Payments for the tests of this crate.

use crate::{
    AccountId, Environment, GatewayStatus, Heard, Instalment, InstalmentCustomer, IntentId, IntentState,
    Method, Payment, PaymentId, QrState, SaleId, Step, StepDetail,
};
use crate::{Destination, Payout, PayoutContent, PayoutId};
use dong::Dong;
use uuid::Uuid;

pub(crate) fn heard(method: Method, status: &str) -> Heard {
    Heard {
        status: GatewayStatus::from_wire(method.gateway(), status),
        received: None,
        amount: None,
        reason: None,
        message: None,
        at: 0,
    }
}

pub(crate) fn transfer(amount: i64) -> Payment {
    Payment {
        id: PaymentId::new(Uuid::from_u128(2)),
        sale_id: SaleId::new(Uuid::from_u128(1)),
        environment: Environment::Practice,
        method: Method::Transfer,
        reference: String::new(),
        account_id: Some(AccountId::new("a")),
        amount: Dong::new(amount),
        description: String::new(),
        intent: IntentState::Done,
        gateway_id: None,
        payment_url: None,
        qr_text: None,
        qr_state: QrState::Shown,
        qr_problem: None,
        heard: None,
        money_seen_at: None,
        is_late: false,
        created_at: 0,
        expires_at: None,
        watched_until: None,
        replaced_by: None,
        last_failure: None,
        said: None,
        request_id: None,
        next_look_at: None,
        instalment: None,
        invoice: None,
    }
}

pub(crate) fn instalment(amount: i64) -> Payment {
    Payment {
        method: Method::Instalment,
        account_id: None,
        instalment: Some(Instalment {
            customer: InstalmentCustomer {
                phone: "0912345678".to_owned(),
                last_name: "Nguyễn Văn".to_owned(),
                first_name: "An".to_owned(),
                email: "an@example.vn".to_owned(),
            },
            goods: "Xe đạp".to_owned(),
            plan: None,
            first_part: None,
            steps: Vec::new(),
        }),
        ..transfer(amount)
    }
}

pub(crate) fn step(detail: StepDetail, state: IntentState) -> Step {
    Step {
        id: IntentId::new(Uuid::from_u128(9)),
        detail,
        reference: String::new(),
        state,
        gateway_id: None,
        last_failure: None,
        said: None,
        created_at: 0,
        updated_at: 0,
        next_look_at: None,
    }
}

pub(crate) fn payout_content() -> PayoutContent {
    PayoutContent {
        account_id: AccountId::new("11111111-1111-4111-8111-111111111111"),
        destination: Destination {
            bank_id: "161".to_owned(),
            bank_bin: Some("970436".to_owned()),
            bank_name: "Vietcombank".to_owned(),
            account_number: "0011001234567".to_owned(),
            account_name: "NGUYEN VAN A".to_owned(),
        },
        amount: Dong::new(6_000_000),
        description: "TIEN HANG".to_owned(),
        beneficiary_id: None,
    }
}

pub(crate) fn payout() -> Payout {
    let id = PayoutId::new(Uuid::from_u128(5));
    Payout {
        id,
        environment: Environment::Practice,
        reference: IntentId::from(id).reference(),
        content: payout_content(),
        intent: IntentState::Committed,
        absent_looks: 0,
        codes: Vec::new(),
        gateway_id: None,
        heard: None,
        last_failure: None,
        said: None,
        request_id: None,
        closed_reason: None,
        created_at: 0,
        updated_at: 0,
        next_look_at: None,
    }
}

pub(crate) fn payout_code(state: IntentState) -> Step {
    step(StepDetail::PayoutCode, state)
}
