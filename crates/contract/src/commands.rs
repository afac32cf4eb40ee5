//! The one list of commands. The capability files, the handlers and the TypeScript map are held to it.

#[cfg(feature = "typescript")]
use crate::{
    account, amount, app, books, credentials, customer, instalment, instalment_settings, invoice, owner,
    payment, payout, practice, product, qr, sale, settings, status,
};

/// The window that may call a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The cashier's.
    Main,
    /// The customer's.
    Display,
}

/// One command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// `<noun>_<verb>`.
    pub name: &'static str,
    /// Who may call it.
    pub window: Window,
}

macro_rules! commands {
    ($($window:ident { $($(#[doc = $doc:literal])+ $name:ident($($request:ty)?) -> $view:ty;)* })*) => {
        /// Every command the shell answers.
        pub const COMMANDS: &[Command] = &[$($(Command { name: stringify!($name), window: Window::$window }),*),*];

        #[cfg(feature = "typescript")]
        fn signatures(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            use ts_rs::TS;
            vec![$($((
                stringify!($name),
                [$(<$request as TS>::name(config),)? String::from("null")].into_iter().next().unwrap_or_default(),
                <$view as TS>::name(config),
            )),*),*]
        }

        #[cfg(feature = "typescript")]
        fn collect(config: &ts_rs::Config, found: &mut std::collections::BTreeMap<String, String>) {
            $($($(typescript::with_dependencies::<$request>(config, found);)?
            typescript::with_dependencies::<$view>(config, found);)*)*
        }
    };
}

commands! {
    Main {
        /// Everything the page starts from.
        app_state() -> app::AppView;
        /// Opens the channel (argument `channel`) on which [`crate::event::TillEvent`]s arrive.
        till_watch() -> ();
        /// Changes settings.
        settings_update(settings::SettingsRequest) -> settings::SettingsView;
        /// Where requests go and whether keys are there.
        environment_get() -> credentials::EnvironmentView;
        /// Changes where requests go.
        environment_set(credentials::EnvironmentRequest) -> credentials::EnvironmentView;
        /// Keeps new keys in the keyring.
        credentials_save(credentials::CredentialsRequest) -> credentials::EnvironmentView;
        /// Removes the keys of the present environment from the keyring.
        credentials_remove() -> credentials::EnvironmentView;
        /// Makes one harmless signed call with the kept keys.
        credentials_test() -> credentials::TestCallView;
        /// Measures the clock against the gateway's.
        clock_check() -> status::ClockView;
        /// The accounts as last told.
        account_list() -> account::AccountsView;
        /// Asks the gateway for the accounts.
        account_refresh() -> account::AccountsView;
        /// One account with its static QR.
        account_get(account::AccountRequest) -> account::AccountDetailView;
        /// Saves an account's static QR as a picture.
        account_save_picture(account::AccountRequest) -> qr::PictureView;
        /// Chooses the account this till receives into.
        account_choose(account::AccountRequest) -> account::AccountsView;
        /// Reads what was typed as an amount.
        amount_read(amount::AmountRequest) -> amount::AmountView;
        /// The amounts this shop asks for most.
        amount_frequent() -> amount::FrequentView;
        /// Opens a new sale.
        sale_open() -> sale::SaleView;
        /// Names a sale.
        sale_rename(sale::SaleRenameRequest) -> sale::SaleView;
        /// Records the bill while it is typed.
        sale_amount(sale::SaleAmountRequest) -> sale::SaleView;
        /// Puts a sale in front.
        sale_focus(sale::SaleFocusRequest) -> ();
        /// Takes the missing rest in cash.
        sale_cash(sale::SaleCashRequest) -> sale::SaleView;
        /// Finishes a sale.
        sale_close(sale::SaleCloseRequest) -> ();
        /// Asks the gateway for money.
        payment_create(payment::PaymentCreateRequest) -> payment::PaymentView;
        /// Asks the gateway how a payment stands, now.
        payment_check(payment::PaymentRequest) -> payment::PaymentView;
        /// Makes a new payment in place of an expired one.
        payment_reissue(payment::PaymentRequest) -> payment::PaymentView;
        /// Makes a payment for what is missing in a sale.
        payment_rest(sale::SaleRequest) -> payment::PaymentView;
        /// Confirms that a QR's account is one of ours.
        payment_confirm_account(payment::PaymentRequest) -> payment::PaymentView;
        /// Opens the gateway's page of a payment in the browser.
        payment_open_link(payment::PaymentRequest) -> ();
        /// Saves the QR of a payment as a picture, to be sent to the customer.
        payment_save_picture(payment::PaymentRequest) -> qr::PictureView;
        /// One payment with its history.
        payment_get(payment::PaymentRequest) -> payment::PaymentDetailView;
        /// One page of payments.
        payment_list(payment::PaymentListRequest) -> payment::PaymentPage;
        /// What the instalment form of a sale starts from.
        instalment_form(sale::SaleRequest) -> instalment::InstalmentFormView;
        /// Reads what was typed about the customer.
        instalment_read(instalment::InstalmentReadRequest) -> instalment::InstalmentReadView;
        /// Asks the gateway for the plans of an amount.
        instalment_plans(instalment::PlansRequest) -> instalment::PlansView;
        /// Opens an instalment payment.
        instalment_create(instalment::InstalmentCreateRequest) -> payment::PaymentView;
        /// Confirms that the shop took the first part.
        instalment_confirm_first_part(instalment::FirstPartRequest) -> payment::PaymentView;
        /// Cancels an unpaid instalment payment.
        instalment_cancel(payment::PaymentRequest) -> payment::PaymentView;
        /// Gives a paid instalment payment back, in full.
        instalment_refund(instalment::RefundRequest) -> payment::PaymentView;
        /// What the shop set up for instalments.
        instalment_settings_get() -> instalment_settings::InstalmentSettingsView;
        /// Changes it.
        instalment_settings_update(instalment_settings::InstalmentSettingsRequest) -> instalment_settings::InstalmentSettingsView;
        /// Keeps new keys for instalments in the keyring.
        instalment_keys_save(instalment_settings::InstalmentKeysRequest) -> instalment_settings::InstalmentSettingsView;
        /// Removes the keys for instalments of the present environment from the keyring.
        instalment_keys_remove() -> instalment_settings::InstalmentSettingsView;
        /// Makes one harmless signed call with the kept keys for instalments.
        instalment_keys_test() -> instalment_settings::InstalmentTestView;
        /// Puts products on a sale; the bill is their sum.
        sale_set_lines(sale::SaleLinesRequest) -> sale::SaleView;
        /// How fresh the books of customers and products are.
        books_get() -> books::BooksView;
        /// Reads the books from the gateway and tells it what is pending.
        books_sync() -> books::BooksView;
        /// The tables of codes.
        codes_get() -> books::CodesView;
        /// Adds or changes one code of the shop's own, or a default.
        codes_save(books::CodeSaveRequest) -> books::CodesView;
        /// Removes one code of the shop's own.
        codes_remove(books::CodeRemoveRequest) -> books::CodesView;
        /// Reads a file and tells what importing it would do.
        import_read(books::ImportReadRequest) -> books::ImportView;
        /// Imports what was read.
        import_run(books::ImportRequest) -> books::ImportDoneView;
        /// Stops an import or an export that runs.
        import_cancel(books::ImportRequest) -> ();
        /// Takes an import back.
        import_undo(books::ImportRequest) -> books::ImportUndoneView;
        /// Writes a book to a file.
        book_export(books::BookExportRequest) -> books::FileView;
        /// One page of customers.
        customer_list(customer::CustomerListRequest) -> customer::CustomerPage;
        /// One customer with what it bought.
        customer_get(customer::CustomerRequest) -> customer::CustomerDetailView;
        /// Makes or changes a customer.
        customer_save(customer::CustomerSaveRequest) -> customer::CustomerView;
        /// Deletes a customer.
        customer_delete(customer::CustomerRequest) -> ();
        /// One page of products.
        product_list(product::ProductListRequest) -> product::ProductPage;
        /// The product with this SKU or barcode.
        product_by_code(product::ProductCodeRequest) -> Option<product::ProductView>;
        /// What a price comes to at the counter.
        product_price(product::ProductPriceRequest) -> product::ProductPriceView;
        /// Makes or changes a product.
        product_save(product::ProductSaveRequest) -> product::ProductView;
        /// Deletes a product.
        product_delete(product::ProductRequest) -> ();
        /// The quick keys of the counter.
        quick_keys_get() -> product::QuickKeysView;
        /// Sets the quick keys of the counter.
        quick_keys_set(product::QuickKeysRequest) -> product::QuickKeysView;
        /// One page of invoices, with the drafts.
        invoice_list(invoice::InvoiceListRequest) -> invoice::InvoicePage;
        /// One invoice that was sent.
        invoice_get(invoice::InvoiceRequest) -> invoice::InvoiceView;
        /// One draft.
        invoice_draft_get(invoice::InvoiceRequest) -> invoice::InvoiceDraftView;
        /// Begins or saves a draft.
        invoice_draft_save(invoice::InvoiceDraftSaveRequest) -> invoice::InvoiceDraftView;
        /// What an invoice would come to, and what keeps it from being sent; nothing is saved.
        invoice_count(invoice::InvoiceCountRequest) -> invoice::InvoiceCountView;
        /// Throws a draft away.
        invoice_draft_delete(invoice::InvoiceRequest) -> ();
        /// Sends a draft to the gateway.
        invoice_create(invoice::InvoiceRequest) -> invoice::InvoiceView;
        /// A new draft with the content of an invoice.
        invoice_duplicate(invoice::InvoiceRequest) -> invoice::InvoiceDraftView;
        /// Changes a sent invoice.
        invoice_update(invoice::InvoiceUpdateRequest) -> invoice::InvoiceView;
        /// Deletes a sent invoice.
        invoice_delete(invoice::InvoiceRequest) -> invoice::InvoiceView;
        /// An invoice on paper, for the preview and the printer.
        invoice_paper(invoice::InvoicePaperRequest) -> invoice::PaperView;
        /// Saves an invoice as a file.
        invoice_save_file(invoice::InvoiceFileRequest) -> qr::PictureView;
        /// Puts an invoice's link on the customer display, or takes it off.
        invoice_show(invoice::InvoiceShowRequest) -> ();
        /// What may be known of the owner's guard.
        owner_get() -> owner::OwnerView;
        /// Sets or changes the owner's PIN.
        owner_set_pin(owner::OwnerPinRequest) -> owner::OwnerView;
        /// Sets or removes the second person.
        owner_set_second(owner::SecondPersonRequest) -> owner::OwnerView;
        /// Changes the limits of payouts.
        owner_set_limits(owner::PayoutLimitsRequest) -> owner::OwnerView;
        /// Tries the owner's PIN, so that payouts can be seen.
        owner_unlock(owner::OwnerUnlockRequest) -> owner::OwnerView;
        /// Hides payouts again.
        owner_lock() -> owner::OwnerView;
        /// The banks that payouts go to.
        payout_bank_list() -> payout::PayoutBanksView;
        /// Corrects the gateway's code of a bank.
        payout_bank_save(payout::PayoutBankSaveRequest) -> payout::PayoutBanksView;
        /// Searches the book of beneficiaries.
        beneficiary_list(payout::BeneficiaryListRequest) -> payout::BeneficiaryListView;
        /// Enters or changes a beneficiary.
        beneficiary_save(payout::BeneficiarySaveRequest) -> payout::BeneficiaryView;
        /// Removes a beneficiary from the book.
        beneficiary_delete(payout::BeneficiaryRequest) -> ();
        /// Reads a pasted text.
        beneficiary_read(payout::BeneficiaryReadRequest) -> payout::BeneficiaryReadView;
        /// Reads the VietQR in a picture.
        beneficiary_read_picture(payout::BeneficiaryPictureRequest) -> payout::BeneficiaryReadView;
        /// What the form of a payout starts from.
        payout_form() -> payout::PayoutFormView;
        /// Reads the form while it is typed.
        payout_read(payout::PayoutDraftRequest) -> payout::PayoutDraftView;
        /// Fixes what is read back; nothing is sent.
        payout_prepare(payout::PayoutDraftRequest) -> payout::PayoutReadBackView;
        /// Makes the payout that was read back.
        payout_create(payout::PayoutCreateRequest) -> payout::PayoutView;
        /// Hands in the bank's one-time code.
        payout_verify_code(payout::PayoutCodeRequest) -> payout::PayoutView;
        /// Asks the gateway how a payout stands, now.
        payout_check(payout::PayoutRequest) -> payout::PayoutView;
        /// Lets a payout that certainly had no effect go (again).
        payout_send(payout::PayoutSendRequest) -> payout::PayoutView;
        /// Closes a payout.
        payout_close(payout::PayoutCloseRequest) -> payout::PayoutView;
        /// One payout with its history.
        payout_get(payout::PayoutRequest) -> payout::PayoutDetailView;
        /// One page of payouts.
        payout_list(payout::PayoutListRequest) -> payout::PayoutPage;
        /// A payout's receipt on paper.
        payout_receipt(payout::PayoutReceiptRequest) -> invoice::PaperView;
        /// Saves a payout's receipt as a file.
        payout_save_receipt(payout::PayoutReceiptFileRequest) -> qr::PictureView;
        /// Moves the bank's hand in practice mode.
        practice_payout(practice::PracticePayoutRequest) -> ();
        /// Moves the customer's hand in practice mode.
        practice_pay(practice::PracticePayRequest) -> ();
        /// Switches a trouble in practice mode.
        practice_trouble(practice::PracticeTroubleRequest) -> practice::PracticeView;
        /// The troubles that are on.
        practice_get() -> practice::PracticeView;
        /// Opens the customer display.
        display_open() -> ();
        /// Closes the customer display.
        display_close() -> ();
    }
    Display {
        /// Opens the channel (argument `channel`) on which [`display::DisplayView`]s arrive; the present one comes first.
        display_watch() -> ();
    }
}

/// Writes the TypeScript the page imports.
#[cfg(feature = "typescript")]
pub mod typescript {
    use crate::{ErrorBody, display::DisplayView, event};
    use std::collections::BTreeMap;
    use std::fmt::Write as _;
    use ts_rs::{Config, TS, TypeVisitor};

    const CHANNELS: &str = "/**
 * Events come on a channel, not as window events (those would reach every window):
 *   const channel = new Channel<TillEvent>(); channel.onmessage = …; await invoke(\"till_watch\", { channel });
 * The customer display does the same with `display_watch` and `Channel<DisplayView>`; its present state comes first.
 */
export interface ChannelMap {
  till_watch: TillEvent;
  display_watch: DisplayView;
}

";

    struct Collector<'a> {
        config: &'a Config,
        found: &'a mut BTreeMap<String, String>,
    }

    impl TypeVisitor for Collector<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            if T::output_path().is_some() {
                let name = T::name(self.config);
                if !self.found.contains_key(&name) {
                    self.found.insert(name, T::decl(self.config));
                    T::visit_dependencies(&mut Collector {
                        config: self.config,
                        found: self.found,
                    });
                }
            }
            T::visit_generics(self);
        }
    }

    pub(super) fn with_dependencies<T: TS + 'static + ?Sized>(
        config: &Config,
        found: &mut BTreeMap<String, String>,
    ) {
        Collector { config, found }.visit::<T>();
    }

    /// The whole file: types, the command map, the event names, the error codes.
    #[must_use]
    pub fn file() -> String {
        let config = Config::default().with_large_int("number");
        let mut found = BTreeMap::new();
        super::collect(&config, &mut found);
        with_dependencies::<ErrorBody>(&config, &mut found);
        with_dependencies::<DisplayView>(&config, &mut found);
        with_dependencies::<event::TillEvent>(&config, &mut found);
        let mut out = String::from(
            "// Generated from the crate `contract` by `cargo xtask bindings`. Changes here are lost.\n\n",
        );
        for declaration in found.values() {
            let _ = writeln!(out, "export {declaration}\n");
        }
        out.push_str("export interface CommandMap {\n");
        for (name, request, view) in super::signatures(&config) {
            let _ = writeln!(out, "  {name}: {{ request: {request}; view: {view} }};");
        }
        out.push_str("}\n\n");
        out.push_str(CHANNELS);
        out.push_str("export const ERROR_CODES = [\n");
        for code in crate::ErrorCode::ALL {
            let _ = writeln!(out, "  {:?},", code.as_str());
        }
        out.push_str("] as const satisfies readonly ErrorCode[];\n\n");
        out.push_str(
            "/** Every `resultStatus` that Fundiin's pages list. */\nexport const INSTALMENT_RESULTS = [\n",
        );
        for word in crate::instalment::INSTALMENT_RESULTS {
            let _ = writeln!(out, "  {word:?},");
        }
        out.push_str("] as const;\n\nexport type InstalmentResult = (typeof INSTALMENT_RESULTS)[number];\n");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_shaped_alike() {
        let mut seen = std::collections::BTreeSet::new();
        for command in COMMANDS {
            assert!(seen.insert(command.name), "{} stands twice", command.name);
            assert!(
                command.name.contains('_')
                    && command.name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
            );
        }
    }

    #[test]
    fn the_customer_display_can_ask_for_its_own_feed_only() {
        let open: Vec<_> = COMMANDS
            .iter()
            .filter(|command| command.window == Window::Display)
            .collect();
        assert_eq!(
            open.iter().map(|command| command.name).collect::<Vec<_>>(),
            ["display_watch"]
        );
    }
}
