//! Customers and products: entered here, told there, read anew; from files and to files.

mod entering;
mod exporting;
mod first;
mod importing;
mod lines;
mod reading;
mod setup;
mod telling;

use setup::{Counter, company, person, product};
