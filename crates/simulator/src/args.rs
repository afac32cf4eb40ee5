//! The program's flags. The secret may come from the environment, so that it need not stand in a process list.

use std::path::PathBuf;

use simulator::{Config, SimClock};

/// Shown when a flag is not understood.
pub(crate) const USAGE: &str = "\
simulator [--port N] [--client-id TEXT] [--secret TEXT] [--state-file PATH] [--no-history]
          [--fundiin-client-id TEXT] [--fundiin-secret TEXT] [--fundiin-merchant-id TEXT]
          [--fundiin-store-id TEXT] [--fundiin-notify-url URL]
          [--offset-seconds N] [--fixed-clock UNIX_SECONDS] [--rate-limit N] [--switches JSON] [--no-hand]
Client id and secret are also read from FINAN_CLIENT_ID and FINAN_SECRET_KEY, Fundiin's from FUNDIIN_CLIENT_ID,
FUNDIIN_SECRET_KEY, FUNDIIN_MERCHANT_ID and FUNDIIN_STORE_ID.";

/// Reads flags; `variable` looks an environment variable up.
pub(crate) fn read(
    mut flags: impl Iterator<Item = String>,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Config, String> {
    let mut config = Config {
        hand_over_http: true,
        ..Config::default()
    };
    if let Some(client_id) = variable("FINAN_CLIENT_ID") {
        config.credentials.client_id = client_id;
    }
    if let Some(secret) = variable("FINAN_SECRET_KEY") {
        config.credentials.secret = secret;
    }
    let fundiin = &mut config.fundiin_credentials;
    for (name, place) in [
        ("FUNDIIN_CLIENT_ID", &mut fundiin.client_id),
        ("FUNDIIN_SECRET_KEY", &mut fundiin.secret),
        ("FUNDIIN_MERCHANT_ID", &mut fundiin.merchant_id),
        ("FUNDIIN_STORE_ID", &mut fundiin.store_id),
    ] {
        if let Some(value) = variable(name) {
            *place = value;
        }
    }
    while let Some(flag) = flags.next() {
        let mut value = || flags.next().ok_or_else(|| format!("{flag} needs a value"));
        match flag.as_str() {
            "--port" => config.port = number(&flag, &value()?)?,
            "--client-id" => config.credentials.client_id = value()?,
            "--secret" => config.credentials.secret = value()?,
            "--fundiin-client-id" => config.fundiin_credentials.client_id = value()?,
            "--fundiin-secret" => config.fundiin_credentials.secret = value()?,
            "--fundiin-merchant-id" => config.fundiin_credentials.merchant_id = value()?,
            "--fundiin-store-id" => config.fundiin_credentials.store_id = value()?,
            "--fundiin-notify-url" => config.fundiin_notify_url = Some(value()?),
            "--state-file" => config.state_file = Some(PathBuf::from(value()?)),
            "--no-history" => config.seeded_history = false,
            "--offset-seconds" => config.clock = SimClock::offset(number(&flag, &value()?)?),
            "--fixed-clock" => config.clock = SimClock::fixed(number(&flag, &value()?)?),
            "--rate-limit" => config.rate_limit_per_minute = number(&flag, &value()?)?,
            "--switches" => {
                config.switches =
                    serde_json::from_str(&value()?).map_err(|error| format!("--switches: {error}"))?;
            }
            "--no-hand" => config.hand_over_http = false,
            _ => return Err(format!("unknown flag {flag}")),
        }
    }
    Ok(config)
}

fn number<T: std::str::FromStr>(flag: &str, text: &str) -> Result<T, String> {
    text.parse()
        .map_err(|_| format!("{flag}: {text} is not a number that fits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> impl Iterator<Item = String> {
        line.split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn flags_win_over_the_environment() {
        let variable = |name: &str| (name == "FINAN_SECRET_KEY").then(|| "from-env".to_owned());
        let line = r#"--port 8787 --client-id me --no-history --switches {"reference_id_is_unique":true}"#;
        let config = read(words(line), variable).unwrap();
        assert_eq!(
            (config.port, config.credentials.secret.as_str()),
            (8787, "from-env")
        );
        assert!(!config.seeded_history && config.hand_over_http);
        assert!(config.switches.reference_id_is_unique);
        let config = read(words("--secret flag"), variable).unwrap();
        assert_eq!(config.credentials.secret, "flag");
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        for line in [
            "--port",
            "--port 70000",
            "--colour red",
            r#"--switches {"tpyo":1}"#,
        ] {
            assert!(read(words(line), |_| None).is_err(), "{line}");
        }
    }
}
