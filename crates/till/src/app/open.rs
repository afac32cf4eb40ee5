//! The start: whatever state the disk and the keyring are in, there is a till that can say so.

use crate::desk::{Config, Parts, Till};
use crate::error::storage_code;
use crate::line::{self, Budgets, Choice, Exchange};
use crate::{TillError, journal, settings};
use contract::ErrorCode;
use contract::app::Notice;
use gateway::Clock;
use std::sync::Arc;
use store::Store;
use vault::Vault;

/// The database's name in the data folder.
const FILE: &str = "tien-ve.db";

/// Opens the till on any clock and keyring.
pub(crate) async fn open(
    config: Config,
    clock: Arc<dyn Clock>,
    vault: Vault,
) -> Result<Arc<Till>, TillError> {
    let now = clock.now_ms();
    let (store, notices, storage_problem) = open_store(&config, now)?;
    let chosen = store
        .setting(settings::KEY)
        .await
        .ok()
        .flatten()
        .unwrap_or_else(settings::fresh);
    let choice: Choice = store.setting(line::KEY).await.ok().flatten().unwrap_or_default();
    let budgets = Budgets::default();
    let exchange = Exchange {
        config: &config,
        clock: &clock,
        vault: &vault,
        budgets: &budgets,
    };
    let line = line::connect(exchange, choice).await;
    let parts = Parts {
        config,
        clock,
        store,
        vault,
        line,
        budgets,
        settings: chosen,
        notices,
        storage_problem,
    };
    let till = Till::assemble(parts);
    if let Err(error) = journal::resume(&till, till.line().environment).await {
        tracing::error!(%error, "the journal could not be taken up");
    }
    Ok(Arc::new(till))
}

type OpenStore = (Store, Vec<Notice>, Option<ErrorCode>);

fn open_store(config: &Config, now: i64) -> Result<OpenStore, TillError> {
    Ok(match Store::open(&config.data.join(FILE), now) {
        Ok((store, opened)) => {
            let damage = opened.was_damaged.map(|file| Notice {
                code: ErrorCode::StorageDamaged,
                file: Some(file),
                saved: u32::try_from(opened.salvaged).ok(),
            });
            (store, damage.into_iter().collect(), None)
        }
        Err(error) => {
            tracing::error!(%error, "the database could not be opened");
            let code = storage_code(&error);
            (
                stand_in(now)?,
                vec![Notice {
                    code,
                    file: None,
                    saved: None,
                }],
                Some(code),
            )
        }
    })
}

/// Settings can be seen and the trouble be told; money cannot be asked for while this one is in use.
fn stand_in(now: i64) -> Result<Store, TillError> {
    let folder = std::env::temp_dir().join(format!("tien-ve-{now}-{}", std::process::id()));
    Ok(Store::open(&folder.join(FILE), now)?.0)
}
