//! The attributes every type that crosses carries.

/// Declares types that cross to the page: `camelCase`, serde both ways, TypeScript behind the feature.
macro_rules! crossing {
    ($($(#[$meta:meta])* $vis:vis $kind:ident $name:ident $body:tt)*) => {
        $(
            #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
            #[serde(rename_all = "camelCase")]
            $(#[$meta])*
            $vis $kind $name $body
        )*
    };
}

/// Like [`crossing!`] for enums whose variants carry data: tagged by `kind`.
macro_rules! crossing_tagged {
    ($($(#[$meta:meta])* $vis:vis enum $name:ident $body:tt)*) => {
        $(
            #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
            #[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
            $(#[$meta])*
            $vis enum $name $body
        )*
    };
}
