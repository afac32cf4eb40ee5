//! Writes the access list of the app's own commands from the one table in `contract`.

fn main() {
    let names: Vec<&'static str> = contract::COMMANDS.iter().map(|command| command.name).collect();
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(names.leak()))
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
