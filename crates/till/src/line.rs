//! The line to the gateway of the present environment: its address, its client, or why there is none.

mod budgets;
mod connect;
mod instalments;
mod keys;

pub(crate) use budgets::Budgets;
pub(crate) use connect::{Exchange, connect};
pub(crate) use instalments::InstalmentLine;
pub(crate) use keys::{Keys, delete as delete_keys, read as read_key, save as save_keys};

use crate::TillError;
use contract::credentials::{CredentialsView, EnvironmentKind, EnvironmentView, KeyringKind};
use contract::{ErrorBody, ErrorCode};
use domain::{Environment, Gateway};
use finan_one::Client;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The key of the stored row.
pub(crate) const KEY: &str = "environment";

/// What is stored of the choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Choice {
    /// The world.
    pub(crate) environment: Environment,
    /// The owner's own address.
    pub(crate) custom_base_url: Option<String>,
    /// The owner's own address of the instalment gateway; its sandbox when there is none.
    #[serde(default)]
    pub(crate) custom_instalment_url: Option<String>,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            environment: Environment::Practice,
            custom_base_url: None,
            custom_instalment_url: None,
        }
    }
}

/// The line as it is. Replaced as a whole when the environment or its keys change.
#[derive(Debug)]
pub(crate) struct Line {
    /// The world.
    pub(crate) environment: Environment,
    /// Its address.
    pub(crate) base_url: String,
    /// What was chosen to get here.
    pub(crate) choice: Choice,
    /// The line to the instalment gateway of this world.
    pub(crate) instalments: InstalmentLine,
    /// The client, when there are keys.
    client: Option<Arc<Client>>,
    /// The last four characters of the client id.
    client_id_tail: Option<String>,
    /// Why the keys could not be read.
    problem: Option<ErrorBody>,
    /// The simulator, in practice mode.
    pub(crate) practice: Option<simulator::Running>,
}

impl Line {
    /// The client.
    ///
    /// # Errors
    /// `no_credentials`, or why the keyring could not be read.
    pub(crate) fn client(&self) -> Result<Arc<Client>, TillError> {
        match (&self.client, &self.problem) {
            (Some(client), _) => Ok(client.clone()),
            (None, Some(problem)) => Err(TillError::Refused(problem.clone())),
            (None, None) => Err(ErrorCode::NoCredentials.into()),
        }
    }

    /// Whether requests can go to a gateway.
    ///
    /// # Errors
    /// Why they cannot.
    pub(crate) fn require(&self, gateway: Gateway) -> Result<(), TillError> {
        match gateway {
            Gateway::FinanOne => self.client().map(drop),
            Gateway::Fundiin => self.instalments.client().map(drop),
        }
    }

    /// As the page sees it.
    pub(crate) fn view(&self) -> EnvironmentView {
        EnvironmentView {
            kind: kind_of(self.environment),
            base_url: self.base_url.clone(),
            custom_base_url: self.choice.custom_base_url.clone(),
            credentials: CredentialsView {
                is_present: self.client.is_some(),
                client_id_tail: self.client_id_tail.clone(),
                kept_in: KEPT_IN,
                problem: self.problem.clone(),
            },
        }
    }
}

pub(crate) const KEPT_IN: KeyringKind = if cfg!(target_os = "windows") {
    KeyringKind::CredentialManager
} else if cfg!(target_os = "macos") {
    KeyringKind::Keychain
} else {
    KeyringKind::SecretService
};

/// The world a page's word names.
pub(crate) const fn environment_of(kind: EnvironmentKind) -> Environment {
    match kind {
        EnvironmentKind::Practice => Environment::Practice,
        EnvironmentKind::Production => Environment::Production,
        EnvironmentKind::Custom => Environment::Custom,
    }
}

/// The page's word for a world.
pub(crate) const fn kind_of(environment: Environment) -> EnvironmentKind {
    match environment {
        Environment::Practice => EnvironmentKind::Practice,
        Environment::Production => EnvironmentKind::Production,
        Environment::Custom => EnvironmentKind::Custom,
    }
}
