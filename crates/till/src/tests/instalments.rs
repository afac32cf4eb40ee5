//! Instalment payments of a whole till against the simulator, or against a gateway that plays a script.

mod counter;
mod crowd;
mod hostile;
mod interrupted;
mod key_life;
mod links;
mod lives;
mod lost;
mod pace;
mod puppet;
mod same_bytes;
mod setup;
mod statuses;
mod steps;
mod unclear_sales;
mod words;

use counter::form;
use puppet::Puppet;
