//! Prints the TypeScript of everything that crosses to the page.

#![expect(clippy::print_stdout, reason = "printing is this program's purpose")]

fn main() {
    print!("{}", contract::typescript::file());
}
