//! Whether a window can be shown.

/// `true` when this session has a screen, as far as the environment tells.
pub(crate) fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .into_iter()
        .filter_map(std::env::var_os)
        .any(|value| !value.is_empty())
}
