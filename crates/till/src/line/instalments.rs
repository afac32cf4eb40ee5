//! The line to the instalment gateway of the present world.

use super::connect::allowed;
use super::{Choice, Exchange, KEPT_IN, Keys, keys};
use crate::TillError;
use crate::error::failure_body;
use contract::credentials::CredentialsView;
use contract::{ErrorBody, ErrorCode};
use domain::{Environment, Gateway, mask};
use fundiin::assumptions::RATE_LIMIT;
use fundiin::{Client, Credentials, PRODUCTION_BASE_URL, SANDBOX_BASE_URL};
use gateway::{BaseUrl, Failure, SecretText};
use secrecy::{ExposeSecret, SecretString};
use simulator::Running;
use std::sync::Arc;

/// The line as it is, replaced together with the other gateway's.
#[derive(Debug, Default)]
pub(crate) struct InstalmentLine {
    /// Its address.
    pub(crate) base_url: String,
    client: Option<Arc<Client>>,
    client_id_tail: Option<String>,
    problem: Option<ErrorBody>,
}

impl InstalmentLine {
    /// The client.
    ///
    /// # Errors
    /// `no_instalment_keys`, or why the keyring could not be read.
    pub(crate) fn client(&self) -> Result<Arc<Client>, TillError> {
        match (&self.client, &self.problem) {
            (Some(client), _) => Ok(client.clone()),
            (None, Some(problem)) => Err(TillError::Refused(problem.clone())),
            (None, None) => Err(ErrorCode::NoInstalmentKeys.into()),
        }
    }

    /// What may be known of the keys.
    pub(crate) fn credentials(&self) -> CredentialsView {
        CredentialsView {
            is_present: self.client.is_some(),
            client_id_tail: self.client_id_tail.clone(),
            kept_in: KEPT_IN,
            problem: self.problem.clone(),
        }
    }
}

/// Connects. Always gives a line; what went wrong is its problem.
pub(super) async fn connect(
    exchange: Exchange<'_>,
    choice: &Choice,
    practice: Option<&Running>,
) -> InstalmentLine {
    let environment = choice.environment;
    let mut line = InstalmentLine {
        base_url: address(choice, practice),
        ..InstalmentLine::default()
    };
    let found = match (environment, practice) {
        (Environment::Practice, running) => Ok(running.map(practice_keys)),
        _ => keys::load(exchange.vault, Gateway::Fundiin, environment).await,
    };
    match found {
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

fn address(choice: &Choice, practice: Option<&Running>) -> String {
    match choice.environment {
        Environment::Practice => practice.map(Running::fundiin_base_url).unwrap_or_default(),
        Environment::Production => PRODUCTION_BASE_URL.to_owned(),
        Environment::Custom => choice
            .custom_instalment_url
            .clone()
            .unwrap_or_else(|| SANDBOX_BASE_URL.to_owned()),
    }
}

fn practice_keys(running: &Running) -> Keys {
    let credentials = running.fundiin_credentials();
    Keys {
        client_id: SecretString::from(credentials.client_id.as_str()),
        secret_key: SecretString::from(credentials.secret.as_str()),
    }
}

fn client(
    exchange: Exchange<'_>,
    environment: Environment,
    base_url: &str,
    keys: &Keys,
) -> Result<Client, Failure> {
    let base_url = BaseUrl::parse(base_url, allowed(environment))?;
    let budget = exchange
        .budgets
        .of(environment, base_url.as_str(), RATE_LIMIT, exchange.clock);
    let secret = SecretText::from(keys.secret_key.expose_secret());
    let credentials = Credentials::new(keys.client_id.expose_secret(), &secret)?;
    Ok(Client::connect(base_url, credentials, exchange.clock.clone())?.with_rate_budget(budget))
}
