//! The practice shop's accounts. Numbers begin with 0000 or VQR0000: nobody's account.

use super::account::Account;
use super::ids;

struct Row {
    key: &'static str,
    number: &'static str,
    name: &'static str,
    bank: (&'static str, &'static str),
    master: Option<usize>,
}

const SHINHAN: (&str, &str) = ("SHBVN", "970424");
const MB: (&str, &str) = ("MB", "970422");

const ROWS: [Row; 7] = [
    Row {
        key: "shinhan",
        number: "0000700100001",
        name: "HKD CA PHE SOM MAI",
        bank: SHINHAN,
        master: None,
    },
    Row {
        key: "mb",
        number: "0000900200002",
        name: "HKD CA PHE SOM MAI",
        bank: MB,
        master: None,
    },
    Row {
        key: "mb-branch",
        number: "0000900200003",
        name: "TRAN THI BICH NGOC",
        bank: MB,
        master: None,
    },
    Row {
        key: "shinhan/counter-1",
        number: "VQR0000000101",
        name: "CA PHE SOM MAI QUAY 1",
        bank: SHINHAN,
        master: Some(0),
    },
    Row {
        key: "shinhan/counter-2",
        number: "VQR0000000102",
        name: "CA PHE SOM MAI QUAY 2",
        bank: SHINHAN,
        master: Some(0),
    },
    Row {
        key: "mb/counter-1",
        number: "VQR0000000201",
        name: "CA PHE SOM MAI QUAY 1",
        bank: MB,
        master: Some(1),
    },
    Row {
        key: "mb-branch/take-away",
        number: "VQR0000000301",
        name: "SOM MAI MANG VE",
        bank: MB,
        master: Some(2),
    },
];

/// Three master accounts and the virtual accounts under them.
pub(crate) fn accounts() -> Vec<Account> {
    ROWS.iter()
        .map(|row| {
            let master = row.master.and_then(|index| ROWS.get(index));
            Account {
                account_id: account_id(row.key),
                account_number: row.number.to_owned(),
                account_name: row.name.to_owned(),
                bank_code: row.bank.0.to_owned(),
                bank_bin: row.bank.1.to_owned(),
                master_account_id: master.map(|master| account_id(master.key)),
                master_account_name: master.map(|master| master.name.to_owned()),
                reference_id: None,
            }
        })
        .collect()
}

fn account_id(key: &str) -> String {
    ids::named(&format!("account/{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_visibly_fictional_and_every_virtual_account_has_its_master() {
        let accounts = accounts();
        for account in &accounts {
            let number = &account.account_number;
            assert!(
                number.starts_with("0000") || number.starts_with("VQR0000"),
                "{number}"
            );
            if let Some(master) = &account.master_account_id {
                assert!(
                    accounts
                        .iter()
                        .any(|other| other.is_master() && other.account_id == *master)
                );
            }
        }
        assert_eq!(accounts.iter().filter(|account| account.is_master()).count(), 3);
    }
}
