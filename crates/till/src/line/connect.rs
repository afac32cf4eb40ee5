//! Makes the line of a world: reads the keys, or starts the simulator.

use super::instalments::{self, InstalmentLine};
use super::{Budgets, Choice, Line, keys};
use crate::error::failure_body;
use crate::{Config, TillError};
use contract::{ErrorBody, ErrorCode};
use domain::{Environment, Gateway, mask};
use finan_one::{Client, Credentials, DEFAULT_BASE_URL};
use gateway::rate::RateLimit;
use gateway::{AllowHttp, BaseUrl, Clock, Failure, SecretText};
use secrecy::{ExposeSecret, SecretString};
use simulator::{Running, Simulator};
use std::io;
use std::path::Path;
use std::sync::Arc;
use vault::Vault;

/// Practice mode's books, beside the database, so that practice survives a restart too.
const PRACTICE_BOOKS: &str = "practice.json";

/// What a line is made with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exchange<'a> {
    pub(crate) config: &'a Config,
    pub(crate) clock: &'a Arc<dyn Clock>,
    pub(crate) vault: &'a Vault,
    pub(crate) budgets: &'a Budgets,
}

/// Connects. Always gives a line; what went wrong is its problem.
pub(crate) async fn connect(exchange: Exchange<'_>, choice: Choice) -> Line {
    let Exchange { config, vault, .. } = exchange;
    let environment = choice.environment;
    let mut line = Line {
        environment,
        base_url: String::new(),
        choice: choice.clone(),
        instalments: InstalmentLine::default(),
        client: None,
        client_id_tail: None,
        problem: None,
        practice: None,
    };
    let connected = match environment {
        Environment::Practice => practise(config, &mut line).await,
        Environment::Production => {
            DEFAULT_BASE_URL.clone_into(&mut line.base_url);
            keys::load(vault, Gateway::FinanOne, environment).await
        }
        Environment::Custom => {
            line.base_url = choice.custom_base_url.clone().unwrap_or_default();
            keys::load(vault, Gateway::FinanOne, environment).await
        }
    };
    line.instalments = instalments::connect(exchange, &choice, line.practice.as_ref()).await;
    match connected {
        Ok(Some(keys)) => {
            line.client_id_tail = Some(mask::last_four(keys.client_id.expose_secret()));
            match client(exchange, environment, &line.base_url, &keys) {
                Ok(client) => line.client = Some(Arc::new(client)),
                Err(failure) => line.problem = Some(failure_body(&failure)),
            }
        }
        Ok(None) => {}
        Err(error) => line.problem = Some(ErrorBody::from(error)),
    }
    line
}

fn client(
    exchange: Exchange<'_>,
    environment: Environment,
    base_url: &str,
    keys: &keys::Keys,
) -> Result<Client, Failure> {
    let base_url = BaseUrl::parse(base_url, allowed(environment))?;
    let budget = exchange.budgets.of(
        environment,
        base_url.as_str(),
        RateLimit::STANDARD,
        exchange.clock,
    );
    let secret = SecretText::from(keys.secret_key.expose_secret());
    let credentials = Credentials::new(keys.client_id.expose_secret(), &secret)?;
    Ok(Client::connect(base_url, credentials, exchange.clock.clone())?.with_rate_budget(budget))
}

/// Real money never crosses a line without encryption.
pub(super) const fn allowed(environment: Environment) -> AllowHttp {
    match environment {
        Environment::Production => AllowHttp::Never,
        Environment::Practice | Environment::Custom => AllowHttp::LoopbackOnly,
    }
}

async fn practise(config: &Config, line: &mut Line) -> Result<Option<keys::Keys>, TillError> {
    let running = start(&config.data.join(PRACTICE_BOOKS)).await.map_err(|error| {
        tracing::error!(%error, "practice mode could not start");
        TillError::from(ErrorCode::Internal)
    })?;
    line.base_url = running.base_url();
    let keys = keys::Keys {
        client_id: SecretString::from(running.client_id()),
        secret_key: SecretString::from(running.secret()),
    };
    line.practice = Some(running);
    Ok(Some(keys))
}

/// Starts the simulator; books that cannot be read are set aside, since practice must go on without them.
async fn start(books: &Path) -> io::Result<Running> {
    let config = || simulator::Config {
        state_file: Some(books.to_owned()),
        ..simulator::Config::default()
    };
    match Simulator::start(config()).await {
        Err(error) if books.exists() => {
            tracing::warn!(%error, "the books of practice mode are set aside");
            std::fs::rename(books, books.with_extension("json.damaged"))?;
            Simulator::start(config()).await
        }
        started => started,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn production_is_never_spoken_to_in_the_clear() {
        let loopback = "http://127.0.0.1:8787/open";
        assert!(BaseUrl::parse(loopback, allowed(Environment::Production)).is_err());
        assert!(BaseUrl::parse(loopback, allowed(Environment::Custom)).is_ok());
        assert!(BaseUrl::parse(DEFAULT_BASE_URL, allowed(Environment::Production)).is_ok());
    }
}
