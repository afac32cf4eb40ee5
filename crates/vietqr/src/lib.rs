//! VietQR text: parse, check, encode, fold memos; drawing of any QR
