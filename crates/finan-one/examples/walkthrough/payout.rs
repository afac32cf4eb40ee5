//! Flow 3: create a payout, confirm it with the bank's code, look until it is over. The code is never printed.

use std::time::Duration;

use dong::Dong;
use finan_one::accounts::AccountNumber;
use finan_one::payouts::{CodeFailure, CreatePayout, build_create};
use gateway::{Code, Failure, Priority, SecretText};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::lines::{print_failure, print_step};
use crate::{Step, Walk, setting};

const USUAL_AMOUNT: Dong = Dong::new(10_000);
const LOOKS: u32 = 10;
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// Whether there is a code to confirm a payout with.
pub(crate) fn is_wanted() -> bool {
    setting("FINAN_OTP").is_some()
}

pub(crate) async fn walk(walk: &Walk) -> Step {
    let payout_id = match setting("FINAN_PAYOUT_ID") {
        Some(id) => id,
        None => create(walk).await.map_err(|failure| ("create_payout", failure))?,
    };
    let Some(code) = setting("FINAN_OTP").map(SecretText::new) else {
        return Ok(());
    };
    verify(walk, &payout_id, &code)
        .await
        .map_err(|failed| ("verify_payout_code", failed.failure))?;
    status(walk, &payout_id)
        .await
        .map_err(|failure| ("payout_status", failure))
}

async fn create(walk: &Walk) -> Result<String, Failure> {
    let reference_id = format!("PO-{}", walk.began_ms);
    let body = build_create(&CreatePayout {
        account_id: required("FINAN_PAYOUT_ACCOUNT_ID")?,
        amount: amount()?,
        beneficiary_account_name: required("FINAN_PAYOUT_NAME")?,
        beneficiary_account_number: AccountNumber::new(&required("FINAN_PAYOUT_NUMBER")?),
        beneficiary_bank_id: required("FINAN_PAYOUT_BANK_ID")?,
        reference_id: reference_id.clone(),
        description: "Tien Ve walkthrough".to_owned(),
    })?;
    let answer = walk
        .client
        .send_create_payout(body.as_bytes(), Priority::Click)
        .await?;
    let payout = &answer.value;
    let values = json!({
        "payout_id": payout.id,
        "reference_id": reference_id,
        "status": payout.status.word(),
        "amount": payout.amount,
        "remaining_try": payout.remaining_try,
    });
    print_step("create_payout", &answer, values);
    Ok(answer.value.id)
}

async fn verify(walk: &Walk, payout_id: &str, code: &SecretText) -> Result<(), CodeFailure> {
    let sent = walk
        .client
        .verify_payout_code(payout_id, code, Priority::Click)
        .await;
    let answer = match sent {
        Ok(answer) => answer,
        // A look tells whether the money is on its way: this step is never repeated.
        Err(failed) if failed.failure.certainty == gateway::Certainty::Unknown => {
            print_failure("verify_payout_code", &failed.failure);
            return Ok(());
        }
        Err(failed) => return Err(failed),
    };
    let values = json!({
        "payout_id": payout_id,
        "status": answer.value.status.word(),
        "was_code_taken": answer.value.refused().is_none(),
        "remaining_try": answer.value.remaining_try,
        "transaction_number": answer.value.transaction_number,
    });
    print_step("verify_payout_code", &answer, values);
    Ok(())
}

/// Looks until it is over, ten times at most; one line a look.
async fn status(walk: &Walk, payout_id: &str) -> Result<(), Failure> {
    for look in 1..=LOOKS {
        let answer = walk.client.get_payout(payout_id, Priority::Click).await?;
        let status = &answer.value.status;
        let values: Value = json!({
            "payout_id": payout_id,
            "look": look,
            "status": status.word(),
            "is_final": status.is_final(),
        });
        print_step("payout_status", &answer, values);
        if status.is_final() {
            break;
        }
        sleep(BETWEEN_LOOKS).await;
    }
    Ok(())
}

fn amount() -> Result<Dong, Failure> {
    let Some(text) = setting("FINAN_PAYOUT_AMOUNT") else {
        return Ok(USUAL_AMOUNT);
    };
    let amount = text.trim().parse().map(Dong::new);
    amount.map_err(|_| Failure::not_sent(Code::BadRequest, "FINAN_PAYOUT_AMOUNT is not an amount"))
}

fn required(name: &str) -> Result<String, Failure> {
    setting(name).ok_or_else(|| Failure::not_sent(Code::BadRequest, &format!("{name} is missing")))
}
