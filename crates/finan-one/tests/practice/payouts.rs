//! Flow 3 of the guide: a payout, the bank's code, and what becomes of it; and the refusals on the way.

use dong::Dong;
use finan_one::PageRequest;
use finan_one::accounts::{AccountFilter, AccountNumber};
use finan_one::payouts::{
    CodeAnswer, CodeCause, CodeFailure, CodeHint, CreatePayout, OtpStatus, Payout, PayoutStatus, build_create,
};
use gateway::repeat::{Guard, Next, after_failure};
use gateway::{Answer, Certainty, Code, Failure, Priority, SecretText};
use simulator::{Config, Fault, FaultRule, PayoutOutcome, PayoutSwitches, Scope, Switches};

use crate::Pair;

const CLICK: Priority = Priority::Click;

async fn pair(payouts: PayoutSwitches) -> Pair {
    Pair::with(Config {
        switches: Switches {
            payouts,
            ..Switches::default()
        },
        ..Pair::config()
    })
    .await
}

/// The bank waits for the hand.
async fn by_hand() -> Pair {
    pair(PayoutSwitches {
        settles_after_seconds: None,
        ..PayoutSwitches::default()
    })
    .await
}

async fn body(pair: &Pair, reference: &str) -> Vec<u8> {
    let accounts = pair
        .client
        .list_master_accounts(&AccountFilter::default(), PageRequest::FIRST, CLICK)
        .await
        .unwrap();
    let shinhan = accounts
        .value
        .rows
        .iter()
        .find(|account| account.bank_code.as_deref() == Some("SHBVN"))
        .unwrap();
    let payout = CreatePayout {
        account_id: shinhan.account_id.clone(),
        amount: Dong::new(6_000_000),
        beneficiary_account_name: "NGUYEN VAN A".to_owned(),
        beneficiary_account_number: AccountNumber::new("0000123456"),
        beneficiary_bank_id: "970436".to_owned(),
        reference_id: reference.to_owned(),
        description: "Trả tiền hàng tháng 11".to_owned(),
    };
    build_create(&payout).unwrap().into_bytes()
}

async fn send(pair: &Pair, body: &[u8]) -> Result<Payout, Failure> {
    let sent = pair.client.send_create_payout(body, CLICK).await;
    sent.map(|answer| answer.value)
}

async fn made(pair: &Pair, reference: &str) -> Payout {
    send(pair, &body(pair, reference).await).await.unwrap()
}

async fn submit(pair: &Pair, id: &str, code: &str) -> Result<Answer<CodeAnswer>, CodeFailure> {
    pair.client
        .verify_payout_code(id, &SecretText::from(code), CLICK)
        .await
}

async fn status(pair: &Pair, id: &str) -> PayoutStatus {
    let read = pair.client.get_payout(id, CLICK).await;
    read.unwrap().value.status
}

fn sms(pair: &Pair, id: &str) -> String {
    pair.running.hand().payout_code(id).unwrap()
}

fn wrong(pair: &Pair, id: &str) -> &'static str {
    if sms(pair, id) == "000000" {
        "111111"
    } else {
        "000000"
    }
}

async fn with_reference(pair: &Pair, reference: &str) -> Vec<Payout> {
    let listed = pair.client.list_payouts(PageRequest::FIRST, CLICK).await.unwrap();
    assert_eq!(listed.value.unreadable, 0);
    let is_ours = |row: &Payout| row.reference_id.as_deref() == Some(reference);
    listed.value.rows.into_iter().filter(is_ours).collect()
}

#[tokio::test]
async fn from_a_create_over_the_code_to_money_that_arrived() {
    let pair = by_hand().await;
    let payout = made(&pair, "PO-1").await;
    assert_eq!(
        (&payout.status, payout.remaining_try),
        (&PayoutStatus::WaitingConfirm, Some(3))
    );
    assert_eq!(payout.amount, Some(Dong::new(6_000_000)));
    assert_eq!(payout.description.as_deref(), Some("Tra tien hang thang 11"));
    assert_eq!(payout.beneficiary_account_name.as_deref(), Some("NGUYEN VAN A"));
    let number = payout.beneficiary_account_number.as_ref().unwrap();
    assert_eq!(number.as_str(), "0000123456");

    let spaced = format!(" {} ", sms(&pair, &payout.id));
    let answer = submit(&pair, &payout.id, &spaced).await.unwrap();
    assert_eq!(
        (&answer.value.status, &answer.value.otp_status),
        (&PayoutStatus::Processing, &Some(OtpStatus::Pending))
    );
    assert_eq!((answer.http_status, answer.value.refused()), (201, None));
    assert_eq!(status(&pair, &payout.id).await, PayoutStatus::Processing);
    let hand = pair.running.hand();
    hand.settle_payout(&payout.id, PayoutOutcome::Success).unwrap();
    let read = pair.client.get_payout(&payout.id, CLICK).await.unwrap().value;
    assert_eq!(
        (&read.status, &read.otp_status),
        (&PayoutStatus::Success, &Some(OtpStatus::Success))
    );
    assert_eq!(read.transaction_number, answer.value.transaction_number);
    assert!(read.provider_transaction_number.is_some() && read.provider_payment_number.is_some());
    assert!(read.updated_at >= read.created_at && read.created_at.is_some());
    assert_eq!(
        (hand.payout_effects("PO-1"), hand.code_submissions(&payout.id)),
        (1, 1)
    );
    assert_eq!(hand.balance(), Dong::new(194_000_000));
}

#[tokio::test]
async fn every_other_end_is_read_and_only_a_documented_one_is_final() {
    let pair = by_hand().await;
    let hand = pair.running.hand();
    let word = "Chờ_duyệt".to_owned();
    for (outcome, expected) in [
        (PayoutOutcome::Failed, PayoutStatus::Failed),
        (PayoutOutcome::Settling, PayoutStatus::Settling),
        (
            PayoutOutcome::Unknown("Completed".to_owned()),
            PayoutStatus::Success,
        ),
        (PayoutOutcome::Unknown(word.clone()), PayoutStatus::Other(word)),
    ] {
        let payout = made(&pair, &format!("PO-{}", hand.payouts().len())).await;
        submit(&pair, &payout.id, &sms(&pair, &payout.id)).await.unwrap();
        hand.settle_payout(&payout.id, outcome).unwrap();
        assert_eq!(status(&pair, &payout.id).await, expected);
    }
}

#[tokio::test]
async fn a_code_that_is_wrong_three_times_ends_the_payout() {
    for wrong_code_is_refused in [true, false] {
        let pair = pair(PayoutSwitches {
            wrong_code_is_refused,
            ..PayoutSwitches::default()
        })
        .await;
        let payout = made(&pair, "PO-1").await;
        for (left, cause) in [
            (2, CodeCause::Wrong),
            (1, CodeCause::Wrong),
            (0, CodeCause::NoTriesLeft),
        ] {
            let hint = match submit(&pair, &payout.id, wrong(&pair, &payout.id)).await {
                Ok(answer) => answer.value.refused().unwrap(),
                Err(failed) => {
                    assert_eq!(
                        (failed.failure.code, failed.failure.certainty),
                        (Code::Validation, Certainty::Refused)
                    );
                    assert!(failed.failure.detail.starts_with("OTP is incorrect"));
                    failed.hint
                }
            };
            let expected = CodeHint {
                cause: Some(cause),
                remaining_try: Some(left),
            };
            assert_eq!(hint, expected);
        }
        assert_eq!(status(&pair, &payout.id).await, PayoutStatus::Failed);
        assert_eq!(pair.running.hand().payout_effects("PO-1"), 0);
    }
}

#[tokio::test]
async fn a_code_that_is_too_old_says_so() {
    let pair = by_hand().await;
    let payout = made(&pair, "PO-1").await;
    pair.running.hand().expire_payout_code(&payout.id).unwrap();
    let failed = submit(&pair, &payout.id, &sms(&pair, &payout.id))
        .await
        .unwrap_err();
    assert_eq!(
        (failed.failure.code, failed.hint.cause),
        (Code::Validation, Some(CodeCause::Expired))
    );
    assert_eq!(pair.running.hand().balance(), Dong::new(200_000_000));
}

#[tokio::test]
async fn a_create_that_was_not_answered_is_found_in_the_list_by_its_reference() {
    let pair = by_hand().await;
    let hand = pair.running.hand();
    for fault in [Fault::LostAnswer, Fault::ServerErrorAfterEffect] {
        let reference = format!("LOST-{}", hand.payouts().len());
        let body = body(&pair, &reference).await;
        hand.set_faults(vec![FaultRule::once(fault).only(Scope::PayoutCreate)]);
        let failure = send(&pair, &body).await.unwrap_err();
        assert_eq!(after_failure(Guard::Person, &failure), Next::Look);
        let found = with_reference(&pair, &reference).await;
        assert_eq!(
            (found.len(), &found[0].status),
            (1, &PayoutStatus::WaitingConfirm)
        );
        assert_eq!(hand.payout_effects(&reference), 1);
    }
    hand.set_faults(vec![FaultRule::once(Fault::Reset).only(Scope::PayoutCreate)]);
    let body = body(&pair, "NEVER").await;
    let failure = send(&pair, &body).await.unwrap_err();
    assert_eq!(after_failure(Guard::Person, &failure), Next::Look);
    assert!(with_reference(&pair, "NEVER").await.is_empty());
}

#[tokio::test]
async fn a_code_that_was_not_answered_is_looked_up_and_not_sent_again() {
    let pair = by_hand().await;
    let hand = pair.running.hand();
    for (fault, expected) in [
        (Fault::LostAnswer, PayoutStatus::Processing),
        (Fault::ServerErrorAfterEffect, PayoutStatus::Processing),
        (Fault::Reset, PayoutStatus::WaitingConfirm),
        (Fault::CaptivePortal, PayoutStatus::WaitingConfirm),
    ] {
        let payout = made(&pair, &format!("PO-{}", hand.payouts().len())).await;
        hand.set_faults(vec![FaultRule::once(fault.clone()).only(Scope::PayoutCode)]);
        let failed = submit(&pair, &payout.id, &sms(&pair, &payout.id))
            .await
            .unwrap_err();
        assert_eq!(
            after_failure(Guard::Person, &failed.failure),
            Next::Look,
            "{fault:?}"
        );
        assert_eq!(failed.hint, CodeHint::default());
        assert_eq!(status(&pair, &payout.id).await, expected, "{fault:?}");
        let times = usize::from(expected == PayoutStatus::Processing);
        assert_eq!(hand.code_submissions(&payout.id), times, "{fault:?}");
    }
}

#[tokio::test]
async fn refusals_keep_the_gateways_words_and_its_request_id() {
    let pair = by_hand().await;
    let hand = pair.running.hand();
    let body = body(&pair, "PO-1").await;
    let refused = async |code, detail: &str| {
        let failure = send(&pair, &body).await.unwrap_err();
        assert_eq!((failure.code, failure.certainty), (code, Certainty::Refused));
        assert_eq!(failure.detail, detail);
        assert_eq!(failure.request_id.unwrap().len(), 32);
    };
    hand.set_whitelisted(false);
    refused(Code::ForbiddenIp, "IP not whitelisted").await;
    hand.set_whitelisted(true);
    hand.set_balance(Dong::new(5_999_999));
    refused(Code::Validation, "insufficient balance").await;
    hand.set_balance(Dong::new(6_000_000));
    assert_eq!(hand.payout_effects("PO-1"), 0);
    let payout = send(&pair, &body).await.unwrap();
    refused(Code::Conflict, "reference_id already exists").await;
    assert_eq!(hand.payout_effects("PO-1"), 1);

    hand.set_whitelisted(false);
    let failed = submit(&pair, &payout.id, &sms(&pair, &payout.id))
        .await
        .unwrap_err();
    assert_eq!(failed.failure.code, Code::ForbiddenIp);
    hand.set_whitelisted(true);
    submit(&pair, &payout.id, &sms(&pair, &payout.id)).await.unwrap();
    let failed = submit(&pair, &payout.id, &sms(&pair, &payout.id))
        .await
        .unwrap_err();
    assert_eq!(
        (failed.failure.code, failed.hint),
        (Code::Conflict, CodeHint::default())
    );
    assert_eq!(hand.balance(), Dong::ZERO, "the money left once");
}

#[tokio::test]
async fn a_list_without_references_proves_nothing() {
    let pair = pair(PayoutSwitches {
        lists_carry_reference_id: false,
        ..PayoutSwitches::default()
    })
    .await;
    made(&pair, "PO-1").await;
    let listed = pair.client.list_payouts(PageRequest::FIRST, CLICK).await.unwrap();
    assert_eq!((listed.value.rows.len(), listed.value.unreadable), (1, 0));
    assert_eq!(listed.value.rows[0].reference_id, None);
}
