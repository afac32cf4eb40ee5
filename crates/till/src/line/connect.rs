//! Makes the line of a world: reads the keys, or starts the simulator.

use super::{Choice, Line, keys};
use crate::error::failure_body;
use crate::{Config, TillError};
use contract::{ErrorBody, ErrorCode};
use domain::{Environment, mask};
use finan_one::{Client, Credentials, DEFAULT_BASE_URL};
use gateway::{AllowHttp, BaseUrl, Clock, Failure, SecretText};
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use vault::Vault;

/// Practice mode's books, beside the database, so that practice survives a restart too.
const PRACTICE_BOOKS: &str = "practice.json";

/// Connects. Always gives a line; what went wrong is its problem.
pub(crate) async fn connect(config: &Config, clock: Arc<dyn Clock>, vault: &Vault, choice: Choice) -> Line {
    let environment = choice.environment;
    let mut line = Line {
        environment,
        base_url: String::new(),
        custom_base_url: choice.custom_base_url.clone(),
        client: None,
        client_id_tail: None,
        problem: None,
        practice: None,
    };
    let connected = match environment {
        Environment::Practice => practise(config, &mut line).await,
        Environment::Production => {
            DEFAULT_BASE_URL.clone_into(&mut line.base_url);
            keys::load(vault, environment).await
        }
        Environment::Custom => {
            line.base_url = choice.custom_base_url.unwrap_or_default();
            keys::load(vault, environment).await
        }
    };
    match connected {
        Ok(Some(keys)) => {
            line.client_id_tail = Some(mask::last_four(keys.client_id.expose_secret()));
            match client(&line.base_url, clock, keys) {
                Ok(client) => line.client = Some(Arc::new(client)),
                Err(failure) => line.problem = Some(failure_body(&failure)),
            }
        }
        Ok(None) => {}
        Err(error) => line.problem = Some(ErrorBody::from(error)),
    }
    line
}

fn client(base_url: &str, clock: Arc<dyn Clock>, keys: keys::Keys) -> Result<Client, Failure> {
    let base_url = BaseUrl::parse(base_url, AllowHttp::LoopbackOnly)?;
    let secret = SecretText::from(keys.secret_key.expose_secret());
    let credentials = Credentials::new(keys.client_id.expose_secret(), &secret)?;
    Client::connect(base_url, credentials, clock)
}

async fn practise(config: &Config, line: &mut Line) -> Result<Option<keys::Keys>, TillError> {
    let books = simulator::Config {
        state_file: Some(config.data.join(PRACTICE_BOOKS)),
        ..simulator::Config::default()
    };
    let running = simulator::Simulator::start(books).await.map_err(|error| {
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
