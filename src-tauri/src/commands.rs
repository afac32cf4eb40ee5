//! The commands the page may call. Each takes the till and a request, calls one operation and maps the error.

mod account;
mod amount;
mod app;
mod beneficiary;
mod book;
mod clock;
mod credentials;
mod customer;
mod display;
mod environment;
mod instalment;
mod invoice;
mod owner;
mod payment;
mod payout;
mod practice;
mod product;
mod sale;
mod settings;
mod watch;

use std::sync::Arc;

/// The till, as commands receive it.
pub(crate) type Tills<'a> = tauri::State<'a, Arc<till::Till>>;

macro_rules! handlers {
    ($($area:ident { $($name:ident)* })*) => {
        /// The names of all handlers, held against the contract by a test.
        #[cfg(test)]
        const HANDLED: &[&str] = &[$($(stringify!($name)),*),*];

        /// The function that answers every command.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($($area::$name),*),*]
        }
    };
}

handlers! {
    app { app_state }
    watch { till_watch display_watch }
    settings { settings_update }
    environment { environment_get environment_set }
    credentials { credentials_save credentials_remove credentials_test }
    clock { clock_check }
    account { account_list account_refresh account_get account_save_picture account_choose }
    amount { amount_read amount_frequent }
    sale { sale_open sale_rename sale_amount sale_focus sale_cash sale_close sale_set_lines }
    payment {
        payment_create payment_check payment_reissue payment_rest payment_confirm_account payment_open_link
        payment_save_picture payment_get payment_list
    }
    instalment {
        instalment_form instalment_read instalment_plans instalment_create instalment_confirm_first_part instalment_cancel
        instalment_refund instalment_settings_get instalment_settings_update instalment_keys_save instalment_keys_remove
        instalment_keys_test
    }
    book {
        books_get books_sync codes_get codes_save codes_remove import_read import_run import_cancel import_undo book_export
    }
    customer { customer_list customer_get customer_save customer_delete }
    product { product_list product_by_code product_price product_save product_delete quick_keys_get quick_keys_set }
    invoice {
        invoice_list invoice_get invoice_draft_get invoice_draft_save invoice_count invoice_draft_delete invoice_create invoice_duplicate
        invoice_update invoice_delete invoice_paper invoice_save_file invoice_show
    }
    owner {
        owner_get owner_set_pin owner_set_second owner_set_limits owner_unlock owner_lock
    }
    payout {
        payout_bank_list payout_bank_save payout_form payout_read payout_prepare payout_create payout_verify_code payout_check payout_send payout_close payout_get payout_list payout_receipt payout_save_receipt
    }
    beneficiary {
        beneficiary_list beneficiary_save beneficiary_delete beneficiary_read beneficiary_read_picture
    }
    practice { practice_pay practice_payout practice_trouble practice_get }
    display { display_open display_close }
}

#[cfg(test)]
mod tests {
    use super::HANDLED;
    use contract::{COMMANDS, Window};
    use std::collections::BTreeSet;

    fn allowed(capability: &str) -> BTreeSet<String> {
        let file: serde_json::Value = serde_json::from_str(capability).unwrap();
        file["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    }

    fn permissions(window: Window) -> BTreeSet<String> {
        COMMANDS
            .iter()
            .filter(|command| command.window == window)
            .map(|command| format!("allow-{}", command.name.replace('_', "-")))
            .collect()
    }

    #[test]
    fn every_command_has_one_handler() {
        let table: BTreeSet<_> = COMMANDS.iter().map(|command| command.name).collect();
        assert_eq!(HANDLED.iter().copied().collect::<BTreeSet<_>>(), table);
        assert_eq!(HANDLED.len(), table.len());
    }

    #[test]
    fn a_window_may_call_its_own_commands_and_nothing_else() {
        assert_eq!(
            allowed(include_str!("../capabilities/main.json")),
            permissions(Window::Main)
        );
        assert_eq!(
            allowed(include_str!("../capabilities/display.json")),
            permissions(Window::Display)
        );
    }
}
