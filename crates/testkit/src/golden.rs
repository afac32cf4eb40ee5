//! Golden vectors: inputs published by the vendors, hashes computed outside this codebase.

/// A Finan One request signature.
#[derive(Debug, Clone, Copy)]
pub struct FinanSignature {
    /// Secret key.
    pub secret: &'static str,
    /// Method.
    pub method: &'static str,
    /// Path with its query string.
    pub path_and_query: &'static str,
    /// Body.
    pub payload: &'static str,
    /// Unix seconds.
    pub timestamp: i64,
    /// The signature: SHA-256, lower-case hex.
    pub sha256: &'static str,
    /// What HMAC-SHA256 would give: must be refused.
    pub hmac: &'static str,
}

/// The first two are published inputs (finan.readme.io "generating-signature", Go sample; open.finan.one
/// "generating-signature", GET example); the rest cover underscores, Unicode, queries and final line feeds.
pub const FINAN_SIGNATURES: &[FinanSignature] = &[
    FinanSignature {
        secret: "s3r3c_k3y",
        method: "POST",
        path_and_query: "/api/v1/transfer/verify-otp",
        payload: r#"{"id":"7fc5e181-aae3-4021-8ce0-6a53aa71990d","pass_code":"1828288371923881984"}"#,
        timestamp: 1_724_986_946,
        sha256: "10366e5abe3a5ce0a012745a3549128e7a7fb76cc36c15def43c9073715a9466",
        hmac: "5801561f36467e928f6ed7b26efdc1a5c8308216105391f22543212e25c0797e",
    },
    FinanSignature {
        secret: "mySecretKey",
        method: "GET",
        path_and_query: "/api/v1/payments",
        payload: "",
        timestamp: 1_699_999_999,
        sha256: "73c2f95458328a80e1aa7d4f7446d4a7cb7e541e543ac66797a79964f04e31bd",
        hmac: "8cf101948de76eff1a1a9f33772cd4b9cd2c22f9db25a9dd0529fa2d8cbc447b",
    },
    FinanSignature {
        secret: "_a__b_",
        method: "POST",
        path_and_query: "/api/v1/payments",
        payload: r#"{"amount":500000,"description":"Cà phê sữa đá ☕"}"#,
        timestamp: 1_700_000_000,
        sha256: "b3c64123d0573d6fd8b3e9158a93f32f45386049c5bf685b1fac3f985c089ad4",
        hmac: "20c51972cb3a3ea309cb7d0245e10943d080ff654436253afe522141be1ad8dd",
    },
    FinanSignature {
        secret: "mySecretKey",
        method: "GET",
        path_and_query: "/api/v1/master-bank-accounts?id=11111111-1111-4111-8111-111111111111&account_number=0933450210",
        payload: "",
        timestamp: 1_700_000_001,
        sha256: "24184c5f3eea28b39a43a863e7b6e633c53aef49fc48ac38337633eea2d3cd72",
        hmac: "752372120f7ca21c92b1950a8300dfc768b7d3de202488631197618ba856e14d",
    },
    FinanSignature {
        secret: "mySecretKey",
        method: "POST",
        path_and_query: "/api/v1/payments",
        payload: "{\"amount\":1}\n",
        timestamp: 1_700_000_002,
        sha256: "bcbfb61e71f69d0064c70de9548cc9318252e6ceba39761e928d758c590d4ff1",
        hmac: "9f9688f9b74fe34e622c9d5e424fd4b0ede85cc5c9503e053d458bf31ccb506b",
    },
];
