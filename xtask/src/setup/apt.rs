//! Debian and Ubuntu packages: finds the missing ones, says what it is about to do, installs them.

use crate::failure::Failure;
use crate::process::Program;
use std::collections::BTreeSet;
use std::path::Path;

pub(super) fn install_missing(wanted: &[&str]) -> Result<(), Failure> {
    if !Path::new("/usr/bin/dpkg-query").exists() {
        println!(
            "This is not Debian or Ubuntu. Needed here under the names of your system:\n  {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let told = Program::new("dpkg-query")
        .args(["-W", "-f", "${Package}\t${db:Status-Status}\n"])
        .args(wanted)
        .read_regardless()?;
    let missing = missing(wanted, &told);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.iter().copied().collect::<Vec<_>>().join(" ");
    println!("Installing Debian packages with apt-get: {list}");
    let is_root = Program::new("id").args(["-u"]).read()?.trim() == "0";
    if !is_root && Program::new("sudo").args(["-V"]).read_regardless().is_err() {
        return Err(Failure::said(format!(
            "not root and no sudo. As root, run:\n  apt-get update && apt-get install -y --no-install-recommends {list}"
        )));
    }
    apt_get(is_root, &["update", "-qq"])?;
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    apt_get(
        is_root,
        &[install.as_slice(), &missing.into_iter().collect::<Vec<_>>()].concat(),
    )
}

fn apt_get(is_root: bool, arguments: &[&str]) -> Result<(), Failure> {
    let program = if is_root {
        Program::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive")
    } else {
        Program::new("sudo").args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
    };
    program.args(arguments).run()
}

fn missing<'a>(wanted: &[&'a str], told: &str) -> BTreeSet<&'a str> {
    let there: BTreeSet<&str> = told
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(_, status)| *status == "installed")
        .map(|(name, _)| name)
        .collect();
    wanted
        .iter()
        .copied()
        .filter(|name| !there.contains(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_installed_packages_count_as_there() {
        let told = "xvfb\tinstalled\nopenbox\tconfig-files\n";
        let missing = missing(&["xvfb", "openbox", "zbar-tools", "openbox"], told);
        assert_eq!(missing.into_iter().collect::<Vec<_>>(), ["openbox", "zbar-tools"]);
    }
}
