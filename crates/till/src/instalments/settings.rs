//! What the shop set up for instalments, for each world.

mod update;

pub(crate) use update::told;
pub use update::update;

use crate::line::{Line, kind_of};
use crate::{Till, TillError};
use contract::instalment_settings::InstalmentSettingsView;
use domain::{Address, Environment};
use dong::Dong;
use fundiin::Merchant;
use serde::{Deserialize, Serialize};

/// Where the customer's browser goes when the shop has no page of its own.
const DEFAULT_REDIRECT: &str = "https://fundiin.vn/";
/// What goods are called that have no category.
const DEFAULT_CATEGORY: &str = "Hàng hóa";
/// `platformId` unless the shop was given another one.
const DEFAULT_PLATFORM: &str = "TIENVE";
/// The built-in gateway's own limits.
const PRACTICE_LIMITS: (Dong, Dong) = (Dong::new(100_000), Dong::new(25_000_000));

/// The stored form; empty texts stand for the defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Stored {
    pub(crate) merchant_id: String,
    pub(crate) store_id: String,
    pub(crate) platform_id: String,
    pub(crate) minimum: Option<Dong>,
    pub(crate) maximum: Option<Dong>,
    pub(crate) success_url: String,
    pub(crate) unsuccess_url: String,
    pub(crate) category: String,
    pub(crate) address: Option<Address>,
}

impl Stored {
    fn practice() -> Self {
        let (minimum, maximum) = PRACTICE_LIMITS;
        Self {
            minimum: Some(minimum),
            maximum: Some(maximum),
            address: Some(Address {
                city: "TP. Hồ Chí Minh".to_owned(),
                district: "Quận 1".to_owned(),
                ward: "Phường Bến Nghé".to_owned(),
                street: "Lê Lợi".to_owned(),
                house_number: "12".to_owned(),
            }),
            ..Self::default()
        }
    }

    /// With every default filled in.
    fn filled(mut self) -> Self {
        let fill = |place: &mut String, default: &str| {
            if place.is_empty() {
                default.clone_into(place);
            }
        };
        fill(&mut self.platform_id, DEFAULT_PLATFORM);
        fill(&mut self.success_url, DEFAULT_REDIRECT);
        fill(&mut self.unsuccess_url, DEFAULT_REDIRECT);
        fill(&mut self.category, DEFAULT_CATEGORY);
        self
    }
}

const fn key(environment: Environment) -> &'static str {
    match environment {
        Environment::Practice => "instalments/practice",
        Environment::Production => "instalments/production",
        Environment::Custom => "instalments/custom",
    }
}

/// As it was saved, without defaults.
async fn saved(till: &Till, environment: Environment) -> Result<Stored, TillError> {
    let fresh = if environment == Environment::Practice {
        Stored::practice()
    } else {
        Stored::default()
    };
    Ok(till.store.setting(key(environment)).await?.unwrap_or(fresh))
}

/// What is in force for a line; in practice the ids are the built-in gateway's.
pub(crate) async fn stored(till: &Till, line: &Line) -> Result<Stored, TillError> {
    let mut stored = saved(till, line.environment).await?.filled();
    if let Some(running) = &line.practice {
        let credentials = running.fundiin_credentials();
        stored.merchant_id.clone_from(&credentials.merchant_id);
        stored.store_id.clone_from(&credentials.store_id);
        DEFAULT_PLATFORM.clone_into(&mut stored.platform_id);
    }
    Ok(stored)
}

/// What the shop set up for instalments in the present world.
///
/// # Errors
/// Storage errors.
pub async fn get(till: &Till) -> Result<InstalmentSettingsView, TillError> {
    let line = till.line();
    Ok(view(&line, stored(till, &line).await?))
}

fn view(line: &Line, stored: Stored) -> InstalmentSettingsView {
    let has_ids = Merchant::new(&stored.merchant_id, &stored.store_id, &stored.platform_id).is_ok();
    InstalmentSettingsView {
        environment: kind_of(line.environment),
        base_url: line.instalments.base_url.clone(),
        credentials: line.instalments.credentials(),
        merchant_id: stored.merchant_id,
        store_id: stored.store_id,
        platform_id: stored.platform_id,
        minimum: stored.minimum,
        maximum: stored.maximum,
        success_url: stored.success_url,
        unsuccess_url: stored.unsuccess_url,
        category: stored.category,
        address: stored.address.map(Into::into),
        is_ready: has_ids && line.instalments.client().is_ok(),
    }
}
