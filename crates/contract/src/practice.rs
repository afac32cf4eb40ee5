//! The hand of practice mode: what the customer and the network do.

use crate::Time;
use dong::Dong;

crossing_tagged! {
    /// What the customer does.
    pub enum PracticeMove {
        /// Sends the amount that is missing.
        PayFull,
        /// Sends this much, whatever is asked.
        Pay {
            /// The sum.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
        },
        /// Lets the QR run out, without money.
        LetExpire,
        /// Opens the link of an instalment payment and begins.
        Begin,
        /// Accepts an instalment payment and pays the first part on the phone.
        Accept,
        /// Refuses it.
        Refuse,
        /// Chooses to pay the first part in the shop.
        FirstPartHere,
    }
}

crossing! {
    /// Moves the customer's hand.
    pub struct PracticePayRequest {
        /// The payment.
        pub payment_id: String,
        /// What the customer does.
        pub what: PracticeMove,
    }

    /// A trouble that can be practised.
    #[derive(Copy)]
    pub enum PracticeTrouble {
        /// No network until switched off.
        NoNetwork,
        /// The answer to the next request for money is lost after it took effect.
        LostAnswer,
        /// The gateway fails until switched off.
        GatewayDown,
        /// A web page comes instead of answers until switched off.
        CaptivePortal,
        /// Too many requests, for 30 seconds.
        TooManyRequests,
        /// The next QR asks for another amount.
        WrongAmount,
        /// The next QR pays into an account that is not ours.
        WrongAccount,
        /// The next QR has a wrong check sum.
        WrongCrc,
        /// The next QR is a picture's address.
        ImageAddress,
        /// The next check tells a status word nobody knows.
        UnknownStatus,
        /// The next instalment link leads to a stranger's host.
        StrangeLink,
        /// The next instalment payment is refused: above the limit.
        InstalmentLimit,
        /// The next instalment payment is refused: not allowed.
        InstalmentDenied,
        /// The answer to the next refund is lost after it took effect.
        LostRefundAnswer,
        /// The answer to the next payout is lost after it took effect.
        LostPayoutAnswer,
        /// The next payout's request is lost before it takes effect, and no answer comes.
        LostPayoutRequest,
        /// The answer to the next code is lost after it took effect.
        LostCodeAnswer,
        /// The next payout is refused: this address is not on the gateway's list.
        AddressNotListed,
        /// The next payout is refused: not enough money.
        LowBalance,
        /// The gateway repeats another amount of the next payout.
        PayoutRepeatedWrong,
    }

    /// What the bank makes of a payout.
    #[derive(Copy)]
    pub enum PracticeBankMove {
        /// Carries it out.
        Succeed,
        /// Refuses it.
        Fail,
        /// Leaves it for the next day's reconciliation.
        Settle,
        /// Tells a status word nobody knows.
        SayNonsense,
        /// Lets the code run out.
        ExpireCode,
    }

    /// Moves the bank's hand.
    pub struct PracticePayoutRequest {
        /// The payout.
        pub payout_id: String,
        /// What the bank does.
        pub what: PracticeBankMove,
    }

    /// A message that the bank would send to the account's holder.
    pub struct PracticeMessageView {
        /// The payout it is about.
        pub payout_id: String,
        /// When it came.
        pub at: Time,
        /// The amount it names.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// The code in it.
        pub code: String,
    }

    /// Switches a trouble.
    pub struct PracticeTroubleRequest {
        /// Which one.
        pub trouble: PracticeTrouble,
        /// On or off.
        pub is_on: bool,
    }

    /// The troubles that are on.
    pub struct PracticeView {
        /// Those that wait or last.
        pub troubles: Vec<PracticeTrouble>,
        /// The bank's messages of payouts that wait for a code, newest first.
        pub messages: Vec<PracticeMessageView>,
    }
}
