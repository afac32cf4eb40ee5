//! The system packages, by their Debian 12 names (the same on Ubuntu 22.04 and later).

/// A C compiler and linker: SQLite and the TLS library are built from source.
pub(super) const COMPILER: &[&str] = &["build-essential", "pkg-config"];

/// What the desktop program is built with.
pub(super) const BUILD: &[&str] = &[
    "build-essential",
    "file",
    "libdbus-1-dev",
    "librsvg2-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];

/// What a virtual desktop session consists of: display, window manager, bus, keyring, driver, eyes.
pub(super) const SESSION: &[&str] = &[
    "dbus",
    "fonts-noto-core",
    "gnome-keyring",
    "imagemagick",
    "libsecret-tools",
    "openbox",
    "procps",
    "webkit2gtk-driver",
    "x11-xserver-utils",
    "xdotool",
    "xvfb",
    "zbar-tools",
];

/// What a person installs where this tool cannot.
pub(super) const ELSEWHERE: &str = "System packages are not installed here. You need Node 20.19 or later and:
  Windows: the Microsoft C++ Build Tools (\"Desktop development with C++\") and the WebView2 runtime (part of Windows 11);
  macOS:   the Xcode command line tools (xcode-select --install).";
