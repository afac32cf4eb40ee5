//! A payout as the page shows it.

use super::close::may_close;
use super::read::in_words;
use super::send::may_send;
use super::{Seen, banks, refusal, sources};
use crate::instalments::step_view as step;
use crate::{Till, TillError, owner};
use contract::instalment::StepView;
use contract::payout::{
    DestinationView, PayoutBankView, PayoutDifferenceView, PayoutStandingView, PayoutView, SourceAccountView,
    ToldPayoutView,
};
use contract::{Certainty, ErrorBody, ErrorCode, Time};
use domain::payout::Difference;
use domain::{Destination, HeardPayout, IntentState, Payout, PayoutStanding, Step, mask, text};
use dong::Dong;

/// The HTTP status of what breaks a rule, such as a balance that is too low (integration guide, "HTTP statuses").
const RULE_STATUS: &str = "422";
/// Words of the gateway are cut to this many characters.
const MOST_WORD_CHARS: usize = 80;

/// Where money goes, for people who compare it.
pub(crate) fn destination(to: &Destination) -> DestinationView {
    DestinationView {
        bank_id: to.bank_id.clone(),
        bank_bin: to.bank_bin.clone(),
        bank_name: to.bank_name.clone(),
        account_number: to.account_number.clone(),
        account_grouped: mask::grouped_in_fours(&to.account_number),
        account_name: to.account_name.clone(),
    }
}

/// One payout. What a person may let go is remembered as it was shown: nothing else leaves.
pub(crate) async fn view(till: &Till, payout: &Payout) -> Result<PayoutView, TillError> {
    if may_send(PayoutStanding::of(payout))
        && let Some(body) = till.store.body(payout.id).await?
    {
        let content = payout.content.clone();
        till.payouts.show(payout.id, Seen { content, body });
    }
    Ok(Known::read(till).await?.view(till, payout))
}

/// What views of payouts need beside them, read once for a page of them.
pub(super) struct Known {
    banks: Vec<PayoutBankView>,
    accounts: Vec<SourceAccountView>,
    has_second: bool,
}

impl Known {
    pub(super) async fn read(till: &Till) -> Result<Self, TillError> {
        Ok(Self {
            banks: banks::all(till).await?,
            accounts: sources::all(till).await?,
            has_second: owner::has_second(till).await?,
        })
    }

    pub(super) fn view(&self, till: &Till, payout: &Payout) -> PayoutView {
        let standing = PayoutStanding::of(payout);
        let content = &payout.content;
        let (words_vi, words_en) = in_words(till, content.amount);
        let heard = payout.heard.as_ref();
        let word = |kept: &str| text::clean(kept, MOST_WORD_CHARS);
        let code = payout.newest_code();
        let account = self.account(content.account_id.as_str());
        PayoutView {
            id: payout.id.to_string(),
            reference: payout.reference.clone(),
            standing: standing_view(standing),
            destination: destination(&content.destination),
            problem: problem(payout, standing, account.balance),
            account,
            amount: content.amount,
            words_vi,
            words_en,
            description: content.description.clone(),
            told: heard.map(|heard| self.told(till, heard)),
            differences: payout.differences().into_iter().map(difference_view).collect(),
            status: heard.map(|heard| word(heard.status.as_str())),
            tries_left: heard.and_then(|heard| heard.tries_left),
            code: code.map(|code| code_view(code, heard)),
            gateway_id: payout.gateway_id.as_deref().map(word),
            transaction_number: heard.and_then(|heard| heard.transaction_number.as_deref().map(word)),
            closed_reason: payout.closed_reason.clone(),
            absent_looks: payout.absent_looks,
            heard_at: heard.map(|heard| Time::from_ms(heard.at)),
            next_look_at: next_look(till, payout, standing).map(Time::from_ms),
            created_at: Time::from_ms(payout.created_at),
            can_enter_code: standing == PayoutStanding::AwaitingCode,
            can_check: can_check(payout, standing),
            can_send: may_send(standing),
            can_close: may_close(standing),
            needs_second: self.has_second,
        }
    }

    fn account(&self, id: &str) -> SourceAccountView {
        let known = self.accounts.iter().find(|one| one.id == id);
        known.cloned().unwrap_or_else(|| sources::unknown(id))
    }

    fn told(&self, till: &Till, heard: &HeardPayout) -> ToldPayoutView {
        let told = &heard.told;
        let words = told.amount.map(|amount| in_words(till, amount));
        let plain = |kept: &String| text::clean(kept, MOST_WORD_CHARS);
        let bank = |id: &String| {
            banks::find(&self.banks, id, None).map_or_else(|| plain(id), |bank| bank.short_name.clone())
        };
        ToldPayoutView {
            amount: told.amount,
            words_vi: words.clone().map(|(vi, _)| vi),
            words_en: words.map(|(_, en)| en),
            account_grouped: told
                .account_number
                .as_ref()
                .map(|number| mask::grouped_in_fours(&plain(number))),
            account_name: told.account_name.as_ref().map(plain),
            bank_name: told.bank_id.as_ref().map(bank),
        }
    }
}

/// The step with the code; a refused one tells the tries that are left, a dropped one had no effect that anybody knows of.
fn code_view(code: &Step, heard: Option<&HeardPayout>) -> StepView {
    let mut view = step(code);
    let tries = heard.and_then(|heard| heard.tries_left);
    view.problem = view.problem.map(|mut problem| {
        if code.state == IntentState::Dropped {
            problem.certainty = Some(Certainty::NotSent);
        }
        match tries.filter(|_| problem.code == ErrorCode::CodeRefused) {
            Some(tries) => problem.with("tries", tries),
            None => problem,
        }
    });
    view
}

/// Why it was refused, or what went wrong last. The gateway has one status for many rules; a balance that is known tells which.
fn problem(payout: &Payout, standing: PayoutStanding, balance: Option<Dong>) -> Option<ErrorBody> {
    let certainty = match standing {
        PayoutStanding::NotSent => Certainty::NotSent,
        PayoutStanding::Refused => Certainty::Refused,
        PayoutStanding::Unclear | PayoutStanding::Undecided => Certainty::Unknown,
        _ => return None,
    };
    let code = ErrorCode::from_stored(payout.last_failure.as_deref()?).unwrap_or(ErrorCode::Internal);
    let short = balance.filter(|balance| {
        let is_rule = payout
            .said
            .as_ref()
            .is_some_and(|said| said.result == RULE_STATUS);
        is_rule && payout.content.amount > *balance
    });
    let mut body = match short {
        Some(balance) => {
            refusal::body(ErrorCode::PayoutOverBalance, payout.said.as_ref()).with("balance", balance.get())
        }
        None => refusal::body(code, payout.said.as_ref()),
    };
    body.certainty = Some(certainty);
    body.request_id.clone_from(&payout.request_id);
    Some(body)
}

/// The journal's timer; one that waits for a person has none, whatever is on disk.
fn next_look(till: &Till, payout: &Payout, standing: PayoutStanding) -> Option<i64> {
    let of_code = || payout.newest_code().and_then(|code| code.next_look_at);
    match standing {
        PayoutStanding::NotSent if till.payouts.may_leave(payout.id, till.clock.monotonic_ms()) => {
            payout.next_look_at
        }
        PayoutStanding::Unclear => payout.next_look_at,
        PayoutStanding::CodeUnclear => of_code(),
        _ => None,
    }
}

fn can_check(payout: &Payout, standing: PayoutStanding) -> bool {
    let is_at_gateway = payout.intent == IntentState::Done && standing != PayoutStanding::Closed;
    is_at_gateway || matches!(standing, PayoutStanding::Unclear | PayoutStanding::Undecided)
}

macro_rules! standings {
    ($($name:ident)*) => {
        const fn standing_view(standing: PayoutStanding) -> PayoutStandingView {
            match standing { $(PayoutStanding::$name => PayoutStandingView::$name),* }
        }

        /// The standing that a page's word names.
        pub(super) const fn standing_of(view: PayoutStandingView) -> PayoutStanding {
            match view { $(PayoutStandingView::$name => PayoutStanding::$name),* }
        }
    };
}

standings! {
    NotSent Unclear Undecided AwaitingCode Differs CodeUnclear Processing Settling Succeeded Failed Odd Refused Closed
}

const fn difference_view(difference: Difference) -> PayoutDifferenceView {
    match difference {
        Difference::Amount => PayoutDifferenceView::Amount,
        Difference::AccountNumber => PayoutDifferenceView::AccountNumber,
        Difference::AccountName => PayoutDifferenceView::AccountName,
        Difference::Bank => PayoutDifferenceView::Bank,
        Difference::SourceAccount => PayoutDifferenceView::SourceAccount,
    }
}
